package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.finding.IncidentKind.CALL_HIJACK;
import static org.sipsleuth.finding.IncidentKind.REGISTRATION_HIJACK;
import static org.sipsleuth.rule.CallCapture.ALICE;
import static org.sipsleuth.rule.CallCapture.BOB;
import static org.sipsleuth.rule.CallCapture.PROXY;
import static org.sipsleuth.rule.CallCapture.THIRD;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.transaction.Scene;

/// Traffic that is made to keep the rules busy. The time limits are guards: a walk over the whole
/// capture for each request or host takes minutes.
final class LargeTrafficTest {

    private static final int REQUESTS = 60_000;
    private static final int HOSTS = 2_000;
    private static final int TARGETS = 120_000;
    private static final int USERS = 20;
    private static final String STRANGER = Scene.STRANGER;
    private static final String SERVER = Scene.PROXY;

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

    /// Each target has enough requests for an enumeration of two users.
    @Test
    @Timeout(60)
    void aSourceThatAsksForUsersEverywhereIsReadOnce() {
        Scene scene = new Scene().every(1);
        for (int i = 0; i < TARGETS; i++) {
            String target = "10.%d.%d.%d".formatted(i >> 16, i >> 8 & 0xff, i & 0xff);
            for (String user : List.of("100", "101")) {
                String id = user + target;
                scene.user(user).callId(id).branch(id).request(STRANGER, target, "OPTIONS", 1);
            }
        }
        for (int i = 0; i < USERS; i++) {
            String id = "user" + i;
            scene.user(id).callId(id).branch(id).request(STRANGER, SERVER, "OPTIONS", 1);
        }
        List<Finding> found = PhoneScene.found(scene.index(), Map.of(ExtensionEnumeration.USERS.name(), "1"),
                RateTable.NONE, new ExtensionEnumeration());
        assertEquals(List.of("tried 20 user names by OPTIONS at 192.0.2.1, without an answer"),
                PhoneScene.sentences(found));
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
