package org.sipsleuth.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.pipeline.Investigation;

/// What counts of what the detectors of a session have found: what there is to be joined.
///
/// @param detections one of each method at most, in the order of the detectors
/// @param faults why others failed
record Findings(List<Detection> detections, List<Fault> faults) {

    static final Findings NONE = new Findings(List.of(), List.of());

    /// Those of a state of the session.
    ///
    /// @param before what counted until now: that of a method whose detector was replaced counts
    ///     until the new one has ended
    static Findings of(SessionState state, Findings before) {
        Map<String, Detection> earlier = new HashMap<>();
        for (Detection detection : before.detections) {
            earlier.putIfAbsent(detection.origin().detector(), detection);
        }
        List<Detection> detections = state.runs()
                .stream()
                .map(run -> run.status().detection().or(() -> replaced(run, state.index(), earlier)))
                .flatMap(Optional::stream)
                .toList();
        return new Findings(detections, state.faults());
    }

    private static Optional<Detection> replaced(SessionState.DetectorRun run, Optional<SipIndex> index,
            Map<String, Detection> earlier) {
        return Optional.ofNullable(earlier.get(run.detector().name()))
                .filter(_ -> run.status() instanceof DetectorStatus.Running)
                .filter(each -> index.filter(each::isOf).isPresent());
    }

    boolean isEmpty() {
        return detections.isEmpty();
    }

    /// Whether these are the very same detections: comparing what they state takes long.
    @SuppressWarnings("ReferenceEquality")
    boolean areThose(Findings others) {
        boolean isSame = detections.size() == others.detections.size() && faults.equals(others.faults);
        for (int i = 0; isSame && i < detections.size(); i++) {
            isSame = detections.get(i) == others.detections.get(i);
        }
        return isSame;
    }

    /// Whether these, of which there is one at least, are of another capture than what was joined
    /// before.
    boolean isOfOther(Investigation before) {
        return !Detection.isSame(before.index(), detections.getFirst().index());
    }

    Investigation join() {
        return Investigation.of(detections.getFirst().index(), detections, faults);
    }
}
