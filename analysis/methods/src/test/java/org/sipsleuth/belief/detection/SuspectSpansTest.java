package org.sipsleuth.belief.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.BeliefCapture;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

final class SuspectSpansTest {

    @TempDir Path folder;

    private ScoredPeriods scored(BeliefCapture capture) throws Exception {
        SipIndex index = capture.read(folder);
        return ScoredPeriods.of(index, BeliefModel.open(new BeliefMethod().shipped()), RunMonitor.NONE);
    }

    private static BeliefCapture scan(BeliefCapture capture, int from) {
        for (int user = from; user < from + 200; user++) {
            capture.callId("scan-%d@example.org".formatted(user))
                    .uri("sip:%d@example.org".formatted(user))
                    .talk("REGISTER 404:REGISTER")
                    .after(0.2);
        }
        return capture;
    }

    private static BeliefCapture calls(BeliefCapture capture) {
        for (int call = 0; call < 15; call++) {
            capture.callId("call-%d@example.org".formatted(call))
                    .talk("INVITE 100 180 200 ACK")
                    .after(10)
                    .talk("BYE 200:BYE")
                    .after(20);
        }
        return capture;
    }

    @Test
    void nothingIsClaimedOfASingleMessage() throws Exception {
        ScoredPeriods scored = scored(new BeliefCapture().callId("one@example.org").talk("CANCEL"));
        assertTrue(scored.belief(0).attack() > 0.95, () -> "believed: " + scored.belief(0));
        assertEquals(List.of(), BeliefDetection.of(scored, RunMonitor.NONE).findings());
    }

    @Test
    void aScanThatCallsInterruptIsOneFinding() throws Exception {
        ScoredPeriods scored = scored(scan(calls(scan(new BeliefCapture(), 0)), 200));
        List<FoundSpan> found = BeliefDetection.of(scored, RunMonitor.NONE).found();
        assertTrue(scored.periods()
                .all()
                .stream()
                .anyMatch(
                        each -> scored.belief(scored.periods().all().indexOf(each)).leading() == TrafficClass.NORMAL));
        List<FoundSpan> scans =
                found.stream().filter(each -> each.finding().statement().kind().equals("scan")).toList();
        assertEquals(1, scans.size(), "findings of scans");
        assertTrue(scans.getFirst().span().messageCount() > 500);
    }
}
