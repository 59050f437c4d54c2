package org.sipsleuth.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sipsleuth.capture.log.TimeParts;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.StageGroup;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.sentence.Sentence;

/// Messages of text logs that state no time. How many come in a while is unknown, so nothing is
/// found that rests on it.
final class UntimedTraffic {

    /// The kinds that are told by how many messages come in a while.
    private static final Set<IncidentKind> KINDS = Arrays.stream(IncidentKind.values())
            .filter(kind -> kind.isFlood() || kind.group() == StageGroup.SPIT)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(IncidentKind.class)));

    private static final Set<String> WORDS =
            KINDS.stream().map(IncidentKind::word).collect(Collectors.toUnmodifiableSet());

    private UntimedTraffic() {}

    private static boolean isUntimed(SipIndex index, int message) {
        return TimeParts.of(index.messages().capturedAtNanos(message)) == TimeParts.NONE;
    }

    /// Leaves out what rests on times that no log states.
    static List<Finding> without(SipIndex index, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !WORDS.contains(finding.statement().kind())
                        || IntStream.of(finding.evidence().messages(index)).noneMatch(each -> isUntimed(index, each)))
                .toList();
    }

    /// What detectors did not judge for want of times.
    static List<Unjudged> unjudged(SipIndex index, List<Detection> detections) {
        int all = index.messages().size();
        int untimed = (int) IntStream.range(0, all).filter(each -> isUntimed(index, each)).count();
        List<Unjudged> unjudged = new ArrayList<>();
        for (String detector : detections.stream().map(each -> each.origin().detector()).distinct().toList()) {
            if (untimed > 0) {
                Unjudged.Extent extent = untimed == all ? Unjudged.Extent.ALL : Unjudged.Extent.PART;
                unjudged.add(new Unjudged(detector, extent, KINDS,
                        CleanBaseline.TEXTS.sentence("untimed", Sentence.count(untimed))));
            }
        }
        return unjudged;
    }
}
