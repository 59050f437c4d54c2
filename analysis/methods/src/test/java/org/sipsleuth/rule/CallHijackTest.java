package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.finding.IncidentKind.CALL_HIJACK;
import static org.sipsleuth.finding.IncidentKind.MEDIA_REDIRECT;
import static org.sipsleuth.rule.CallCapture.ALICE;
import static org.sipsleuth.rule.CallCapture.BOB;
import static org.sipsleuth.rule.CallCapture.PROXY;
import static org.sipsleuth.rule.CallCapture.THIRD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;

final class CallHijackTest {

    private static CallCapture referred(String by) {
        CallCapture capture = new CallCapture().answered();
        if (by.equals(THIRD)) {
            capture.product("Tool/9");
        }
        return capture.with("Refer-To: <sip:bob@%s>\r\n".formatted(THIRD))
                .within(by, BOB, "REFER", 3, "a", "b")
                .answer(BOB, by, 202, "REFER", 3, "a", "b");
    }

    @Test
    void aReferOfAThirdHostThatIsAcceptedIsPartOfTheWay() {
        Finding finding = referred(THIRD).only(CALL_HIJACK);
        assertEquals(Outcome.PARTIAL, finding.statement().outcome());
        assertEquals(List.of(THIRD), finding.observation().orElseThrow().actors().addresses());
    }

    @Test
    void thePartyThatCallsTheTargetIsTakenOver() {
        CallCapture capture = referred(THIRD).callId("call-2").request(BOB, PROXY, "INVITE", 1, "c", "");
        assertEquals(Outcome.SUCCEEDED, capture.only(CALL_HIJACK).statement().outcome());
    }

    /// The REFER is written as the party's, which refuses the NOTIFY: it did not send it.
    @Test
    void aReferThatThePartyKnowsNothingOfIsOfAnother() {
        Finding finding = notified(481).only(CALL_HIJACK);
        assertEquals(List.of(THIRD), finding.observation().orElseThrow().actors().addresses());
        assertEquals(List.of(), notified(200).findings(CALL_HIJACK));
    }

    private static CallCapture notified(int status) {
        CallCapture capture = new CallCapture().answered();
        return capture.with("Refer-To: <sip:bob@%s>\r\n".formatted(THIRD))
                .within(THIRD, BOB, "REFER", 3, "a", "b")
                .answer(BOB, THIRD, 202, "REFER", 3, "a", "b")
                .within(BOB, PROXY, "NOTIFY", 4, "b", "a")
                .answer(PROXY, BOB, status, "NOTIFY", 4, "b", "a");
    }

    @Test
    void aTransferByThePartyIsNone() {
        CallCapture capture = referred(PROXY).callId("call-2").request(BOB, PROXY, "INVITE", 1, "c", "");
        assertEquals(List.of(), capture.findings(CALL_HIJACK));
    }

    /// Alice goes on from her own host: she did not move.
    @Test
    void anotherContactTakesThePartyOver() {
        CallCapture capture = new CallCapture().answered();
        capture.media(THIRD).with("Contact: <sip:alice@%s>\r\n".formatted(THIRD));
        capture.within(THIRD, BOB, "INVITE", 3, "a", "b");
        capture.media(BOB).answer(BOB, THIRD, 200, "INVITE", 3, "a", "b");
        capture.after(5).within(ALICE, PROXY, "INFO", 3, "a", "b");
        Finding finding = capture.only(CALL_HIJACK);
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertEquals(List.of(), capture.findings(MEDIA_REDIRECT));
    }
}
