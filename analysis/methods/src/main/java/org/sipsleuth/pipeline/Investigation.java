package org.sipsleuth.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;

/// What all detectors found in a capture. The same capture and the same models give the same
/// findings, to the bit.
///
/// @param index the capture
/// @param origins who looked, in the order of looking
/// @param findings what was found, the most severe first, then in the order of the detectors
/// @param incidents the findings that belong together, the most severe first
/// @param fits whether the models were trained on traffic like this, those that can say so
/// @param notSeen what could not be judged, as sentences
public record Investigation(
        SipIndex index,
        List<Origin> origins,
        List<Finding> findings,
        List<Incident> incidents,
        List<ModelFit> fits,
        List<String> notSeen) {

    /// Takes copies, and puts the findings in order.
    public Investigation {
        origins = List.copyOf(origins);
        incidents = List.copyOf(incidents);
        fits = List.copyOf(fits);
        notSeen = List.copyOf(notSeen);
        findings =
                findings.stream()
                        .sorted(Comparator.comparing(Finding::severity).reversed())
                        .toList();
    }

    /// What detectors found in one capture. What a model does not know is no finding if the model
    /// does not fit the capture.
    ///
    /// @param detections in the order of the detectors
    public static Investigation of(SipIndex index, List<Detection> detections) {
        List<Incident> observed = Incidents.of(index, findings(detections, Set.of()));
        List<ModelFit> fits =
                detections.stream().flatMap(each -> ModelFit.of(each, observed).stream()).toList();
        Set<Origin> misfits =
                fits.stream()
                        .filter(fit -> !fit.fits())
                        .map(ModelFit::origin)
                        .collect(Collectors.toUnmodifiableSet());
        List<Finding> findings = findings(detections, misfits);
        return new Investigation(
                index,
                detections.stream().map(Detection::origin).toList(),
                findings,
                misfits.isEmpty() ? observed : Incidents.of(index, findings),
                fits,
                detections.stream().flatMap(each -> each.notJudged().stream()).toList());
    }

    private static List<Finding> findings(List<Detection> detections, Set<Origin> without) {
        return detections.stream()
                .filter(each -> !without.contains(each.origin()))
                .flatMap(each -> each.findings().stream())
                .toList();
    }

    /// The same with fewer findings and incidents.
    public Investigation with(List<Finding> some, List<Incident> ofThem) {
        return new Investigation(index, origins, some, ofThem, fits, notSeen);
    }
}
