package org.sipsleuth.pipeline.problem;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.problem.ProblemMarks;

/// The problems of a capture; they are no findings, as nobody did anything to anybody. Immutable.
///
/// @param index the capture
/// @param origin who looked
/// @param list what went wrong
/// @param faults why dialogs are missing in it
public record ProblemDetection(SipIndex index, Origin origin, ProblemList list, List<Fault> faults)
        implements Detection {

    /// Takes a copy.
    public ProblemDetection {
        faults = List.copyOf(faults);
    }

    /// The problems that one of several detections states; none where no such detector looked.
    public static Optional<ProblemList> in(List<Detection> detections) {
        return among(detections).map(ProblemDetection::list);
    }

    /// The one among several detections; empty where no such detector looked.
    public static Optional<ProblemDetection> among(List<Detection> detections) {
        return detections.stream()
                .filter(ProblemDetection.class::isInstance)
                .map(ProblemDetection.class::cast)
                .findFirst();
    }

    /// Which messages and streams of some dialogs show problems; none of another capture.
    public ProblemMarks marks(SipIndex shown, Collection<Integer> dialogs) {
        return isOf(shown) ? ProblemMarks.of(shown, list, dialogs) : ProblemMarks.NONE;
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public List<Unjudged> notJudged() {
        return List.of();
    }
}
