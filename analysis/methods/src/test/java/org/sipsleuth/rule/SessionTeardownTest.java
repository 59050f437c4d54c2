package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.finding.IncidentKind.SESSION_TEARDOWN;
import static org.sipsleuth.rule.CallCapture.ALICE;
import static org.sipsleuth.rule.CallCapture.BOB;
import static org.sipsleuth.rule.CallCapture.PROXY;
import static org.sipsleuth.rule.CallCapture.THIRD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Severity;

final class SessionTeardownTest {

    private static List<Finding> found(CallCapture capture) {
        return capture.findings(SESSION_TEARDOWN);
    }

    /// Bob accepts the BYE; Alice, who knows nothing of it, ends the call later, and gets 481.
    private static CallCapture byeOfAThirdHost() {
        return new CallCapture()
                .answered()
                .within(THIRD, BOB, "BYE", 3, "a", "b")
                .answer(BOB, THIRD, 200, "BYE", 3, "a", "b")
                .after(5)
                .within(ALICE, PROXY, "BYE", 3, "a", "b")
                .answer(PROXY, ALICE, 481, "BYE", 3, "a", "b");
    }

    @Test
    void byeOfAThirdHostThatIsAcceptedEndsTheCall() {
        Finding finding = byeOfAThirdHost().only(SESSION_TEARDOWN);
        Observation observation = finding.observation().orElseThrow();
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertEquals(Severity.CRITICAL, finding.severity());
        assertEquals(List.of(THIRD), observation.actors().addresses());
        assertTrue(observation.victims().contains(BOB));
        assertEquals(List.of(9, 10, 11), CallCapture.keyFrames(finding));
    }

    @Test
    void byeOfAThirdHostThatIsRefusedIsAnAttempt() {
        CallCapture capture =
                new CallCapture()
                        .answered()
                        .within(THIRD, BOB, "BYE", 3, "a", "guessed")
                        .answer(BOB, THIRD, 481, "BYE", 3, "a", "guessed")
                        .after(5)
                        .within(ALICE, PROXY, "BYE", 3, "a", "b")
                        .answer(PROXY, ALICE, 200, "BYE", 3, "a", "b");
        Finding finding = capture.only(SESSION_TEARDOWN);
        assertEquals(Outcome.ATTEMPTED, finding.statement().outcome());
        assertEquals(Severity.MEDIUM, finding.severity());
    }

    @Test
    void cancelOfAThirdHostEndsTheRinging() {
        CallCapture capture = new CallCapture().ringing();
        capture.via("SIP/2.0/UDP %s;branch=z9hG4bKa".formatted(ALICE));
        capture.request(THIRD, PROXY, "CANCEL", 2, "a", "")
                .response(PROXY, THIRD, 200, "CANCEL", 2, "a", "p", "a")
                .response(PROXY, ALICE, 487, "INVITE", 2, "a", "b", "a");
        Finding finding = capture.only(SESSION_TEARDOWN);
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertEquals(List.of(THIRD), finding.observation().orElseThrow().actors().addresses());
    }

    /// Its address is that of the proxy; Alice's own BYE, which is written otherwise, is refused.
    @Test
    void byeWithAForgedAddressNamesNoActor() {
        CallCapture capture = new CallCapture().answered();
        capture.product("").via("SIP/2.0/UDP %s;branch=z9hG4bK-77".formatted(PROXY));
        capture.within(PROXY, BOB, "BYE", 3, "a", "b")
                .response(BOB, PROXY, 200, "BYE", 3, "a", "b", "-77")
                .after(5)
                .product(CallCapture.PHONE)
                .within(ALICE, PROXY, "BYE", 4, "a", "b")
                .answer(PROXY, ALICE, 481, "BYE", 4, "a", "b");
        Observation observation = capture.only(SESSION_TEARDOWN).observation().orElseThrow();
        assertTrue(observation.actors().areForged());
        assertEquals(List.of(), observation.actors().addresses());
    }

    @Test
    void byeOfAPartyThroughItsProxyIsNone() {
        CallCapture capture =
                new CallCapture()
                        .answered()
                        .within(ALICE, PROXY, "BYE", 3, "a", "b")
                        .answer(PROXY, ALICE, 200, "BYE", 3, "a", "b");
        assertEquals(List.of(), found(capture));
    }

    /// The capture is made at Alice, and Bob's address is known from his Contact only.
    @Test
    void byeStraightFromTheOtherPartyIsNone() {
        CallCapture capture = new CallCapture();
        capture.media(ALICE).with("Contact: <sip:alice@%s>\r\n".formatted(ALICE));
        capture.request(ALICE, PROXY, "INVITE", 2, "a", "");
        capture.media(BOB).with("Contact: <sip:bob@%s>\r\nServer: Other/1\r\n".formatted(BOB));
        capture.answer(PROXY, ALICE, 200, "INVITE", 2, "a", "b")
                .within(ALICE, BOB, "ACK", 2, "a", "b")
                .product("Other/2")
                .within(BOB, ALICE, "BYE", 1, "b", "a")
                .answer(ALICE, BOB, 200, "BYE", 1, "b", "a");
        assertEquals(List.of(), found(capture));
    }

    /// Alice's phone goes from one network to another, and hangs up there.
    @Test
    void byeOfAPhoneThatChangedItsAddressIsNone() {
        CallCapture capture =
                new CallCapture()
                        .answered()
                        .within("198.51.100.7", PROXY, "BYE", 3, "a", "b")
                        .answer(PROXY, "198.51.100.7", 200, "BYE", 3, "a", "b");
        assertEquals(List.of(), found(capture));
    }

    @Test
    void aCaptureThatBeginsWithinTheCallShowsNothing() {
        CallCapture capture =
                new CallCapture()
                        .within(ALICE, PROXY, "INFO", 3, "a", "b")
                        .answer(PROXY, ALICE, 200, "INFO", 3, "a", "b")
                        .product("Other/2")
                        .within(THIRD, PROXY, "BYE", 4, "a", "b")
                        .answer(PROXY, THIRD, 200, "BYE", 4, "a", "b");
        assertEquals(List.of(), found(capture));
    }

    /// The proxy forked the INVITE, and cancels one branch when the other is answered.
    @Test
    void cancelThatAProxyMakesIsNone() {
        CallCapture capture = new CallCapture().ringing();
        capture.via("SIP/2.0/UDP %s;branch=z9hG4bK1".formatted(PROXY));
        capture.request(PROXY, BOB, "CANCEL", 2, "a", "")
                .response(BOB, PROXY, 200, "CANCEL", 2, "a", "b", "1")
                .response(BOB, PROXY, 487, "INVITE", 2, "a", "b", "1.a");
        assertEquals(List.of(), found(capture));
    }

    /// Another proxy of the same provider passes on what Alice sends.
    @Test
    void byeThatAnotherProxyPassesOnIsNone() {
        CallCapture capture = new CallCapture().answered();
        capture.via(
                "SIP/2.0/UDP 10.0.0.2;branch=z9hG4bK9",
                "SIP/2.0/UDP %s;branch=z9hG4bKa9".formatted(ALICE));
        capture.product("Proxy/3")
                .within("10.0.0.2", BOB, "BYE", 3, "a", "b")
                .response(BOB, "10.0.0.2", 200, "BYE", 3, "a", "b", "9.a9");
        assertEquals(List.of(), found(capture));
    }
}
