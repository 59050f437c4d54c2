package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.finding.IncidentKind.CALL_HIJACK;
import static org.sipsleuth.finding.IncidentKind.REGISTRATION_HIJACK;
import static org.sipsleuth.rule.CallCapture.ALICE;
import static org.sipsleuth.rule.CallCapture.BOB;
import static org.sipsleuth.rule.CallCapture.PROXY;
import static org.sipsleuth.rule.CallCapture.THIRD;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;

/// Traffic that is made to keep the rules busy. The time limits are guards: a walk over the whole
/// capture for each request or host takes minutes.
final class LargeTrafficTest {

    private static final int REQUESTS = 60_000;
    private static final int HOSTS = 2_000;

    @Test
    @Timeout(60)
    void aFloodOfTransfersIsReadOnce() {
        CallCapture capture = new CallCapture().answered().product("Tool/9");
        for (int i = 0; i < REQUESTS; i++) {
            capture.with("Refer-To: <sip:victim%d@%s>\r\n".formatted(i % 7, THIRD))
                    .within(THIRD, BOB, "REFER", 3 + i, "a", "b")
                    .answer(BOB, THIRD, 202, "REFER", 3 + i, "a", "b");
        }
        capture.callee("victim6").callId("call-2").request(BOB, PROXY, "INVITE", 1, "c", "");
        Finding finding = capture.only(CALL_HIJACK);
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
    }

    @Test
    @Timeout(60)
    void hostsThatAllRegisterTheSameAccountsAreAllFound() {
        CallCapture capture = new CallCapture();
        register(capture, ALICE, "alice");
        register(capture, BOB, "bob");
        for (int i = 0; i < HOSTS; i++) {
            String host = "198.18.%d.%d".formatted(i >> 8, i & 0xff);
            register(capture, host, "alice");
            register(capture, host, "bob");
        }
        register(capture, ALICE, "alice");
        register(capture, BOB, "bob");
        assertEquals(HOSTS, capture.findings(REGISTRATION_HIJACK).size());
    }

    private static void register(CallCapture capture, String host, String user) {
        String contact = "Contact: <sip:%s@%s>\r\nExpires: 900000\r\n".formatted(user, host);
        capture.callId(user + host)
                .registrant(user)
                .with(contact)
                .request(host, PROXY, "REGISTER", capture.frame() + 1, "r", "")
                .with(contact)
                .answer(PROXY, host, 200, "REGISTER", capture.frame(), "r", "s");
    }
}
