package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.transaction.Scene;

class RemoteControlTest {

    private static final SessionRule CONTROL = new RemoteControl();
    private static final String REBOOT = "Event: check-sync;reboot=true\r\nSubscription-State: terminated\r\n";
    private static final String WAITING = "Event: message-summary\r\n";

    /// Alice registers at the proxy.
    private static Scene registered() {
        return registers(new Scene(), "r1");
    }

    private static Scene registers(Scene scene, String id) {
        return scene.user("100")
                .callId(id)
                .branch(id)
                .more("Contact: <sip:100@192.0.2.11>\r\n")
                .request(ALICE, PROXY, "REGISTER", 1)
                .response(PROXY, ALICE, 200, "REGISTER", 1)
                .more("");
    }

    private static Scene notify(Scene scene, String from, String to, String event, int status) {
        return scene.callId("n" + from + to)
                .branch("n" + from + to)
                .more(event)
                .request(from, to, "NOTIFY", 1)
                .more("")
                .response(to, from, status, "NOTIFY", 1);
    }

    @Test
    void rebootByAStrangerIsRemoteControl() {
        Finding finding = Found.only(CONTROL, notify(registered(), STRANGER, ALICE, REBOOT, 200));
        assertEquals("sent 1 unsolicited NOTIFY request (check-sync;reboot=true) to 100, one of them accepted",
                Found.sentence(finding));
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertEquals(Severity.HIGH, finding.severity());
        assertEquals(List.of(STRANGER), Found.observation(finding).actors().addresses());
        assertEquals(List.of(ALICE), Found.observation(finding).victims());
        assertEquals(List.of("100"), Found.observation(finding).accounts());
    }

    @Test
    void refusedOneIsAnAttempt() {
        Finding finding = Found.only(CONTROL, notify(registered(), STRANGER, ALICE, REBOOT, 489));
        assertEquals(Outcome.ATTEMPTED, finding.statement().outcome());
        assertEquals(Severity.MEDIUM, finding.severity());
    }

    @Test
    void phoneThatRegistersAnewAlthoughItRefusedIsPartial() {
        Scene scene = notify(registered(), STRANGER, ALICE, REBOOT, 489);
        Finding finding = Found.only(CONTROL, registers(scene.after(30), "r2"));
        assertEquals(Outcome.PARTIAL, finding.statement().outcome());
        assertTrue(Found.sentence(finding).endsWith("one phone registered again within minutes"),
                Found.sentence(finding));
    }

    /// The nearest harmless case: the registrar makes its own phones load a configuration.
    @Test
    void orderOfTheServerOfThePhonesIsNone() {
        assertEquals(List.of(), Found.by(CONTROL, notify(registered(), PROXY, ALICE, REBOOT, 200)));
    }

    /// A provisioning server that the phone subscribed to (RFC 6080).
    @Test
    void orderOfAServerThatThePhoneAskedIsNone() {
        Scene scene = registered().callId("s")
                .branch("s")
                .more("Event: ua-profile\r\n")
                .request(ALICE, STRANGER, "SUBSCRIBE", 1)
                .more("")
                .response(STRANGER, ALICE, 200, "SUBSCRIBE", 1);
        assertEquals(List.of(), Found.by(CONTROL, notify(scene, STRANGER, ALICE, REBOOT, 200)));
    }

    /// The proxy passes on what the phone asks; the server answers and orders directly.
    @Test
    void orderOfAServerThatTheUserAskedThroughTheProxyIsNone() {
        Scene scene = registered().callId("s")
                .branch("s")
                .more("Event: ua-profile\r\n")
                .request(ALICE, PROXY, "SUBSCRIBE", 1)
                .branch("s2")
                .request(PROXY, STRANGER, "SUBSCRIBE", 1)
                .more("")
                .response(STRANGER, PROXY, 200, "SUBSCRIBE", 1)
                .branch("s")
                .response(PROXY, ALICE, 200, "SUBSCRIBE", 1);
        assertEquals(List.of(), Found.by(CONTROL, notify(scene, STRANGER, ALICE, REBOOT, 200)));
    }

    /// One of the phones registered; another that is ordered first did not.
    @Test
    void ordersToPhonesOfWhichOneRegisteredAreGrave() {
        Scene scene = notify(registered(), STRANGER, "192.0.2.12", REBOOT, 200);
        Finding finding = Found.only(CONTROL, notify(scene, STRANGER, ALICE, REBOOT, 200));
        assertEquals(Severity.HIGH, finding.severity());
    }

    @Test
    void noticeOfWaitingMessagesIsNone() {
        assertEquals(List.of(), Found.by(CONTROL, notify(registered(), STRANGER, ALICE, WAITING, 200)));
    }

    /// It may be their server: the capture does not show which one they have.
    @Test
    void orderToPhonesWhoseServerIsNotCapturedIsMinor() {
        Finding finding = Found.only(CONTROL, notify(new Scene(), STRANGER, ALICE, REBOOT, 200));
        assertEquals(Severity.LOW, finding.severity());
    }

    @Test
    void orderFromTheNetworkOfThePhonesIsMinor() {
        Finding finding = Found.only(CONTROL, notify(registered(), "192.0.2.77", ALICE, REBOOT, 200));
        assertEquals(Severity.LOW, finding.severity());
    }
}
