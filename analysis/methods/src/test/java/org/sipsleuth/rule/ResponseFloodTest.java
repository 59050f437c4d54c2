package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.finding.IncidentKind.RESPONSE_FLOOD;
import static org.sipsleuth.rule.CallCapture.ALICE;
import static org.sipsleuth.rule.CallCapture.PROXY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;

final class ResponseFloodTest {

    /// Responses of many servers to requests that Alice did not send.
    private static CallCapture reflected(CallCapture capture, int count) {
        for (int i = 0; i < count; i++) {
            capture.callId("reflected-" + i).after(-0.9);
            capture.response("198.51.100." + (1 + i % 20), ALICE, 404, "INVITE", 1, "x", "y", "r" + i);
        }
        return capture;
    }

    private static CallCapture own() {
        return new CallCapture().callId("own")
                .request(ALICE, PROXY, "OPTIONS", 1, "a", "")
                .answer(PROXY, ALICE, 200, "OPTIONS", 1, "a", "b")
                .after(100);
    }

    @Test
    void responsesThatAnswerNothingAreAFlood() {
        Finding finding = reflected(own(), 100).only(RESPONSE_FLOOD);
        assertEquals(Outcome.ATTEMPTED, finding.statement().outcome());
        assertEquals(List.of(ALICE), finding.observation().orElseThrow().victims());
        assertEquals(20, finding.observation().orElseThrow().actors().sources());
        assertEquals(100, finding.grounds().decisive().value());
    }

    @Test
    void fewOfThemAreNone() {
        assertEquals(List.of(), reflected(own(), 40).findings(RESPONSE_FLOOD));
    }

    /// The capture shows what comes to Alice, and nothing of what she sends.
    @Test
    void aCaptureOfOneDirectionIsNone() {
        CallCapture capture = reflected(new CallCapture(), 1).after(100);
        assertEquals(List.of(), reflected(capture, 200).findings(RESPONSE_FLOOD));
    }
}
