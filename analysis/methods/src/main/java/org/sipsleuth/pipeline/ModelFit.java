package org.sipsleuth.pipeline;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Familiarity;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.incident.Incident;

/// Whether a model was trained on traffic like that of a capture. Dialogs of incidents are left
/// out, so that an attack does not look like a misfit.
///
/// @param origin method and model
/// @param expected the share of dialogs that should be unknown, 0 to 1
/// @param dialogs how many dialogs outside incidents were compared
/// @param unknown how many of them are unknown
/// @param allDialogs how many dialogs the capture has, those of incidents too
/// @param allUnknown how many of these are unknown: so many have the mark if the model fits
public record ModelFit(Origin origin, double expected, int dialogs, int unknown, int allDialogs, int allUnknown) {

    /// More standard deviations above what is expected are no chance.
    private static final double DEVIATIONS = 4;

    /// So many more than expected say nothing in a small capture.
    private static final int FEW = 3;

    /// A model that knows all dialogs but so few fits, however few it expected: a baseline without
    /// anything that occurs once expects none at all.
    private static final double ALWAYS_FITS = 0.05;

    /// The fit of a detection's model; empty where its method has no such measure.
    static Optional<ModelFit> of(Detection detection, List<Incident> incidents) {
        return detection.familiarity().map(its -> of(detection, its, incidents));
    }

    private static ModelFit of(Detection detection, Familiarity familiarity, List<Incident> incidents) {
        int size = detection.index().dialogs().size();
        BitSet others = new BitSet();
        others.set(0, size);
        for (Incident incident : incidents) {
            IntStream.of(incident.evidence().dialogs(detection.index())).forEach(others::clear);
        }
        return new ModelFit(detection.origin(), familiarity.expectedUnknown(), others.cardinality(),
                Math.toIntExact(others.stream().filter(familiarity::isUnknown).count()), size,
                Math.toIntExact(IntStream.range(0, size).filter(familiarity::isUnknown).count()));
    }

    /// The share of dialogs that are unknown, 0 to 1; 0 where none was compared.
    public double observed() {
        return dialogs == 0 ? 0 : (double) unknown / dialogs;
    }

    /// Whether so many unknown dialogs can be chance. If not, that a dialog is unknown means
    /// nothing.
    public boolean fits() {
        double mean = expected * dialogs;
        double deviation = Math.sqrt(mean * (1 - expected));
        return unknown <= Math.max(mean + DEVIATIONS * deviation + FEW, ALWAYS_FITS * dialogs);
    }
}
