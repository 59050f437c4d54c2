package org.sipsleuth.transaction.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.BOB;
import static org.sipsleuth.transaction.Scene.PROXY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.Scene;

/// Faults of registrations and failover, from messages.
class RegistrationFaultsTest {

    private static final String PHONE = "198.51.100.32";
    private static final String OTHER = "198.51.100.33";
    private static final String SECOND = "192.0.2.2";

    private final Scene scene = new Scene();

    private List<NetworkFault> faults() {
        return NetworkReport.of(scene.table(), RunMonitor.NONE).faults();
    }

    private NetworkFault only(FaultKind kind) {
        List<NetworkFault> faults = faults();
        assertEquals(List.of(kind), faults.stream().map(NetworkFault::kind).toList());
        return faults.getFirst();
    }

    private void assertNone() {
        assertEquals(List.of(), faults());
    }

    private void register(int cseq, String more) {
        scene.callId("flap").user("100").branch("r" + cseq).more("Contact: <sip:100@%s>%s\r\n".formatted(PHONE, more));
        scene.request(PHONE, PROXY, "REGISTER", cseq).response(PROXY, PHONE, 200, "REGISTER", cseq).more("");
    }

    @Test
    void accountThatComesAndGoesFlaps() {
        for (int i = 0; i < 4; i++) {
            register(2 * i + 1, ";expires=60");
            scene.after(5);
            register(2 * i + 2, ";expires=0");
            scene.after(5);
        }
        NetworkFault flapping = only(FaultKind.REGISTRATION_FLAPPING);
        assertEquals(8, flapping.count());
        assertEquals("100 registered 4 times and removed its registration 4 times within 49.0 s, about every 14.0 s.",
                flapping.text());
        assertEquals(List.of("100"), flapping.users());
    }

    @Test
    void refreshesAndARebootDoNotFlap() {
        for (int i = 0; i < 10; i++) {
            register(i + 1, ";expires=60");
            scene.after(20);
        }
        register(11, ";expires=0");
        register(12, ";expires=60");
        assertNone();
    }

    @Test
    void removalAndRegistrationAtEachRefreshDoNotFlap() {
        for (int i = 0; i < 5; i++) {
            register(2 * i + 1, ";expires=0");
            register(2 * i + 2, ";expires=3600");
            scene.after(1_700);
        }
        assertNone();
    }

    private void device(String host, int cseq, String bound) {
        scene.callId("d" + host).user("100").branch("d" + cseq);
        scene.more("Contact: <sip:100@%s:5060>;expires=600\r\n".formatted(host)).request(host, PROXY, "REGISTER", cseq);
        scene.more(bound).response(PROXY, host, 200, "REGISTER", cseq).more("");
    }

    private static String bound(String... hosts) {
        StringBuilder text = new StringBuilder();
        for (String host : hosts) {
            text.append("Contact: <sip:100@%s:5060>;expires=600\r\n".formatted(host));
        }
        return text.toString();
    }

    @Test
    void accountThatTwoDevicesTakeFromEachOtherMoves() {
        for (int i = 1; i <= 3; i++) {
            device(PHONE, i, bound(PHONE));
            device(OTHER, i, bound(OTHER));
        }
        NetworkFault moving = only(FaultKind.REGISTRATION_MOVING);
        assertEquals("5", moving.values().get("moves"));
        assertEquals("198.51.100.32:5060, 198.51.100.33:5060", moving.values().get("contacts"));
        assertEquals(List.of(0, 1), moving.dialogs());
    }

    @Test
    void devicesThatAreRegisteredTogetherDoNotMove() {
        for (int i = 1; i <= 3; i++) {
            device(PHONE, i, bound(PHONE, OTHER));
            device(OTHER, i, bound(PHONE, OTHER));
        }
        assertNone();
    }

    @Test
    void deviceThatIsReplacedOnceDoesNotMove() {
        for (int i = 1; i <= 3; i++) {
            device(PHONE, i, bound(PHONE));
        }
        for (int i = 1; i <= 3; i++) {
            device(OTHER, i, bound(OTHER));
        }
        assertNone();
    }

    private void registerPrivate() {
        scene.callId("reg").user("200").branch("r").more("Contact: <sip:200@192.168.1.20:40612>\r\n");
        scene.request(PHONE, PROXY, "REGISTER", 1).response(PROXY, PHONE, 200, "REGISTER", 1).more("");
    }

    @Test
    void privateContactToWhichACallFailsIsAFault() {
        registerPrivate();
        scene.callId("call").branch("a").request(OTHER, PROXY, "INVITE", 1).response(PROXY, OTHER, 100, "INVITE", 1);
        scene.branch("p").request(PROXY, "192.168.1.20", "INVITE", 1).request(PROXY, "192.168.1.20", "INVITE", 1);
        scene.branch("a").response(PROXY, OTHER, 408, "INVITE", 1);
        NetworkFault contact = only(FaultKind.REGISTERED_CONTACT_UNREACHABLE);
        assertEquals(List.of(0, 1), contact.dialogs());
        assertEquals("200 registered Contact 192.168.1.20:40612, an address reachable only from its own network, while"
                + " it sent from 198.51.100.32:5060; a call to it failed.", contact.text());
    }

    @Test
    void privateContactBehindARegistrarThatMindsTheSourceIsNone() {
        registerPrivate();
        scene.callId("call").branch("a").request(OTHER, PROXY, "INVITE", 1);
        scene.branch("p").request(PROXY, PHONE, "INVITE", 1).response(PHONE, PROXY, 180, "INVITE", 1);
        scene.branch("p").response(PHONE, PROXY, 486, "INVITE", 1);
        scene.branch("a").response(PROXY, OTHER, 486, "INVITE", 1);
        assertNone();
    }

    private void refuse(int cseq) {
        scene.callId("reg")
                .user("200")
                .branch("r" + cseq)
                .more("Contact: <sip:200@%s>;expires=30\r\n".formatted(PHONE));
        scene.request(PHONE, PROXY, "REGISTER", cseq).more("Min-Expires: 600\r\n");
        scene.response(PROXY, PHONE, 423, "REGISTER", cseq).more("");
    }

    @Test
    void intervalThatIsRefusedAgainAndAgainIsAFault() {
        refuse(1);
        refuse(2);
        NetworkFault refused = only(FaultKind.REGISTRATION_INTERVAL);
        assertEquals("600", refused.values().get("min_expires"));
        assertEquals("30", refused.values().get("expires"));
        assertEquals("REGISTER of 200 was refused with 423 2 times within 2.0 s: it asked for 30 s, the registrar takes"
                + " at least 600 s (Min-Expires).", refused.text());
    }

    @Test
    void intervalThatIsCorrectedIsNone() {
        refuse(1);
        scene.more("Contact: <sip:200@%s>;expires=600\r\n".formatted(PHONE)).branch("r2");
        scene.request(PHONE, PROXY, "REGISTER", 2).response(PROXY, PHONE, 200, "REGISTER", 2);
        assertNone();
    }

    private void answered() { // so that responses are seen to be captured
        scene.callId("seen").branch("s").request(BOB, PROXY, "OPTIONS", 1).response(PROXY, BOB, 200, "OPTIONS", 1);
    }

    @Test
    void requestThatAnotherServerTakesIsAFailover() {
        answered();
        scene.callId("call").branch("a").request(ALICE, PROXY, "INVITE", 1).request(ALICE, PROXY, "INVITE", 1);
        scene.after(2).branch("b").request(ALICE, SECOND, "INVITE", 2).response(SECOND, ALICE, 486, "INVITE", 2);
        NetworkFault failover = only(FaultKind.FAILOVER);
        assertEquals("192.0.2.11 went from 192.0.2.1 to 192.0.2.2 after 4.0 s: the first did not answer INVITE, sent 2"
                + " times, the second took it.", failover.text());
        assertEquals(List.of(1), failover.dialogs());
    }

    @Test
    void serverThatIsUnavailableIsAFailover() {
        scene.callId("one").branch("a").request(ALICE, PROXY, "INVITE", 1).response(PROXY, ALICE, 503, "INVITE", 1);
        scene.callId("two").branch("b").request(ALICE, SECOND, "INVITE", 1).response(SECOND, ALICE, 486, "INVITE", 1);
        NetworkFault failover = only(FaultKind.FAILOVER);
        assertEquals("503", failover.values().get("status"));
        assertEquals(List.of(0, 1), failover.dialogs());
    }

    @Test
    void forkingAndRedirectionAreNone() {
        answered();
        scene.every(10);
        scene.callId("fork")
                .branch("a")
                .request(PROXY, ALICE, "INVITE", 1)
                .branch("b")
                .request(PROXY, BOB, "INVITE", 1);
        scene.every(1_000).response(BOB, PROXY, 486, "INVITE", 1).branch("a").request(PROXY, ALICE, "INVITE", 1);
        scene.callId("moved").branch("a").request(ALICE, PROXY, "INVITE", 1).response(PROXY, ALICE, 302, "INVITE", 1);
        scene.branch("b").request(ALICE, SECOND, "INVITE", 2).response(SECOND, ALICE, 486, "INVITE", 2);
        assertNone();
    }

    @Test
    void anotherCallToAnotherTrunkAfterSilenceIsAFailover() {
        answered();
        hunt(5);
        assertEquals(List.of(1, 2), only(FaultKind.FAILOVER).dialogs());
    }

    private void hunt(int seconds) {
        scene.callId("first").user("300").branch("a").request(PROXY, ALICE, "INVITE", 1);
        scene.request(PROXY, ALICE, "INVITE", 1).after(seconds);
        scene.callId("second")
                .branch("b")
                .request(PROXY, SECOND, "INVITE", 1)
                .response(SECOND, PROXY, 486, "INVITE", 1);
    }

    @Test
    void phonesThatRingOneAfterTheOtherAreNone() {
        scene.callId("reg").user("300").more("Contact: <sip:300@%s>\r\n".formatted(ALICE));
        scene.request(ALICE, PROXY, "REGISTER", 1).response(PROXY, ALICE, 200, "REGISTER", 1).more("");
        hunt(5);
        assertNone();
    }

    @Test
    void accountThatIsRegisteredWithTwoServersIsNoFailover() {
        answered();
        scene.callId("reg1").user("300").branch("a").request(ALICE, PROXY, "REGISTER", 1);
        scene.request(ALICE, PROXY, "REGISTER", 1).after(5);
        scene.callId("reg2").branch("b").request(ALICE, SECOND, "REGISTER", 1);
        scene.response(SECOND, ALICE, 200, "REGISTER", 1);
        assertNone();
    }

    @Test
    void secondServerThatIsSilentTooIsNone() {
        answered();
        scene.callId("call").branch("a").request(ALICE, PROXY, "INVITE", 1).request(ALICE, PROXY, "INVITE", 1);
        scene.after(2).branch("b").request(ALICE, SECOND, "INVITE", 2);
        assertTrue(faults().isEmpty());
    }
}
