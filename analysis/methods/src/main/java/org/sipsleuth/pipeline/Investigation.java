package org.sipsleuth.pipeline;

import java.util.Comparator;
import java.util.List;
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
/// @param notSeen what could not be judged, as sentences
public record Investigation(
        SipIndex index,
        List<Origin> origins,
        List<Finding> findings,
        List<Incident> incidents,
        List<String> notSeen) {

    /// Takes copies, and puts the findings in order.
    public Investigation {
        origins = List.copyOf(origins);
        incidents = List.copyOf(incidents);
        notSeen = List.copyOf(notSeen);
        findings =
                findings.stream()
                        .sorted(Comparator.comparing(Finding::severity).reversed())
                        .toList();
    }

    /// What detectors found in one capture.
    ///
    /// @param detections in the order of the detectors
    public static Investigation of(SipIndex index, List<Detection> detections) {
        List<Finding> findings =
                detections.stream().flatMap(each -> each.findings().stream()).toList();
        return new Investigation(
                index,
                detections.stream().map(Detection::origin).toList(),
                findings,
                Incidents.of(index, findings),
                detections.stream().flatMap(each -> each.notJudged().stream()).toList());
    }
}
