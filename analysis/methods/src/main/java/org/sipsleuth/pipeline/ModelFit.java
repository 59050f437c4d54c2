package org.sipsleuth.pipeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.coverage.Coverage;
import org.sipsleuth.dialog.coverage.Coverages;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Familiarity;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.text.FileName;

/// Whether a model was trained on traffic like that of the networks of a capture. What it does not
/// know is no finding in those that it does not fit, and one where it does, whatever else is open.
///
/// @param origin method and model
/// @param expected the share of dialogs that should be unknown, 0 to 1
/// @param networks those that have dialogs, in the order of their coverages
public record ModelFit(Origin origin, double expected, List<NetworkFit> networks) {

    /// Takes a copy.
    public ModelFit {
        networks = List.copyOf(networks);
    }

    /// The fit of a detection's model; empty where its method has no such measure.
    ///
    /// @param all what the incidents were found in; the detection can be of an earlier state
    static Optional<ModelFit> of(Detection detection, List<Incident> incidents, SipIndex all) {
        return detection.familiarity().map(its -> of(detection, its, incidents, all));
    }

    private static ModelFit of(Detection detection, Familiarity familiarity, List<Incident> incidents, SipIndex all) {
        SipIndex index = detection.index();
        int size = index.dialogs().size();
        BitSet others = new BitSet();
        others.set(0, size);
        for (Incident incident : incidents) {
            IntStream.of(incident.evidence().dialogs(all)).forEach(others::clear);
        }
        List<Coverage> coverages = index.dialogs().coverages().all();
        int[][] counts = new int[coverages.size()][4];
        for (int dialog = 0; dialog < size; dialog++) {
            int[] its = counts[index.dialogs().coverageOf(dialog)];
            boolean isUnknown = familiarity.isUnknown(dialog);
            its[0] += others.get(dialog) ? 1 : 0;
            its[1] += others.get(dialog) && isUnknown ? 1 : 0;
            its[2]++;
            its[3] += isUnknown ? 1 : 0;
        }
        double expected = familiarity.expectedUnknown();
        List<NetworkFit> fits = new ArrayList<>();
        for (int coverage = 0; coverage < counts.length; coverage++) {
            int[] its = counts[coverage];
            if (its[2] > 0) {
                fits.add(new NetworkFit(coverages.get(coverage).files(), expected, its[0], its[1], its[2], its[3]));
            }
        }
        return new ModelFit(detection.origin(), expected, fits);
    }

    private int sum(ToIntFunction<NetworkFit> count) {
        return networks.stream().mapToInt(count).sum();
    }

    /// How many dialogs outside incidents were compared.
    public int dialogs() {
        return sum(NetworkFit::dialogs);
    }

    /// How many of them are unknown.
    public int unknown() {
        return sum(NetworkFit::unknown);
    }

    /// How many dialogs there are, those of incidents too.
    public int allDialogs() {
        return sum(NetworkFit::allDialogs);
    }

    /// How many dialogs are in networks that the model fits: so many have a mark.
    public int judgedDialogs() {
        return sum(network -> network.fits() ? network.allDialogs() : 0);
    }

    /// How many of these are unknown.
    public int judgedUnknown() {
        return sum(network -> network.fits() ? network.allUnknown() : 0);
    }

    /// The share of dialogs that are unknown, 0 to 1; 0 where none was compared.
    public double observed() {
        return dialogs() == 0 ? 0 : (double) unknown() / dialogs();
    }

    /// Whether it fits all networks.
    public boolean fits() {
        return networks.stream().allMatch(NetworkFit::fits);
    }

    /// Whether it fits at least one network, or none has dialogs: only then do marks mean something.
    public boolean fitsAny() {
        return networks.isEmpty() || networks.stream().anyMatch(NetworkFit::fits);
    }

    /// The networks that it does not fit.
    public List<NetworkFit> misfits() {
        return networks.stream().filter(network -> !network.fits()).toList();
    }

    /// The names of the files that it does not fit.
    public List<String> misfitFiles(SipIndex index) {
        return misfits().stream()
                .flatMap(network -> network.files().stream())
                .map(file -> FileName.last(index.files().get(file).path()))
                .toList();
    }

    /// Whether a dialog of the capture is in a network that it fits.
    public boolean isJudged(SipIndex index, int dialog) {
        int coverage = index.dialogs().coverageOf(dialog);
        Coverages coverages = index.dialogs().coverages();
        return misfits().stream().noneMatch(network -> coverages.number(network.files().getFirst()) == coverage);
    }

    /// Which dialogs of the capture are in networks that it fits.
    public BitSet judged(SipIndex index) {
        Coverages coverages = index.dialogs().coverages();
        BitSet unfit = new BitSet();
        misfits().forEach(network -> unfit.set(coverages.number(network.files().getFirst())));
        BitSet judged = new BitSet();
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            judged.set(dialog, !unfit.get(index.dialogs().coverageOf(dialog)));
        }
        return judged;
    }
}
