package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.finding.IncidentKind.ROGUE_CHALLENGE;
import static org.sipsleuth.rule.CallCapture.ALICE;
import static org.sipsleuth.rule.CallCapture.BOB;
import static org.sipsleuth.rule.CallCapture.PROXY;
import static org.sipsleuth.rule.CallCapture.THIRD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;

final class RogueChallengeTest {

    private static final String CHALLENGE = "WWW-Authenticate: Digest realm=\"r\", nonce=\"stolen\"\r\n";
    private static final String ANSWER =
            "Authorization: Digest username=\"bob\", realm=\"r\", nonce=\"stolen\", uri=\"sip:x\","
                    + " response=\"00000000000000000000000000000000\"\r\n";

    /// A host calls Bob, who hangs up; it challenges his BYE.
    private static CallCapture calls(CallCapture capture, String host) {
        return calls(capture, host, "trap");
    }

    private static CallCapture calls(CallCapture capture, String host, String id) {
        capture.callId(id).media(host).with("Contact: <sip:x@%s>\r\n".formatted(host));
        capture.request(host, BOB, "INVITE", 1, "x", "");
        capture.media(BOB).answer(BOB, host, 200, "INVITE", 1, "x", "b");
        capture.within(host, BOB, "ACK", 1, "x", "b");
        capture.within(BOB, host, "BYE", 1, "b", "x");
        return capture.with(CHALLENGE).answer(host, BOB, 401, "BYE", 1, "b", "x");
    }

    @Test
    void aPhoneThatAnswersTheChallengeOfItsByeGivesItsDigestAway() {
        CallCapture capture = calls(new CallCapture(), THIRD);
        capture.with(ANSWER).within(BOB, THIRD, "BYE", 2, "b", "x");
        Finding finding = capture.only(ROGUE_CHALLENGE);
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertEquals(List.of("bob"), finding.observation().orElseThrow().accounts());
        assertEquals(List.of(5, 6), CallCapture.keyFrames(finding));
    }

    @Test
    void aPhoneThatDoesNotAnswerIsOnlyChallenged() {
        assertEquals(Outcome.ATTEMPTED, calls(new CallCapture(), THIRD).only(ROGUE_CHALLENGE).statement().outcome());
    }

    /// A PBX challenges registrations, and requests within dialogs too.
    @Test
    void aServerMayChallengeWithinADialog() {
        CallCapture capture = new CallCapture().callId("registration");
        capture.request(BOB, PROXY, "REGISTER", 1, "r", "");
        capture.with(CHALLENGE).answer(PROXY, BOB, 401, "REGISTER", 1, "r", "s");
        assertEquals(List.of(), calls(capture, PROXY).findings(ROGUE_CHALLENGE));
    }

    /// Phones that challenge whoever hangs up on them.
    @Test
    void aHabitOfPhonesIsNoChallengeOfAThief() {
        CallCapture capture = new CallCapture();
        for (int phone = 31; phone <= 33; phone++) {
            calls(capture, "10.0.1." + phone, "habit" + phone);
        }
        assertEquals(List.of(), capture.findings(ROGUE_CHALLENGE));
    }

    @Test
    void twoHostsOfOneNetworkAreNoHabit() {
        CallCapture capture = calls(new CallCapture(), "203.0.113.66", "trap1");
        calls(capture, "203.0.113.67", "trap2");
        assertEquals(2, capture.findings(ROGUE_CHALLENGE).size());
    }

    private static CallCapture registers(boolean serverAnswers, String other) {
        CallCapture capture = new CallCapture().callId("registration");
        capture.request(ALICE, PROXY, "REGISTER", 1, "r", "");
        capture.with(CHALLENGE).answer(other, ALICE, 401, "REGISTER", 1, "r", "t");
        if (serverAnswers) {
            capture.with(CHALLENGE.replace("stolen", "own"));
            capture.answer(PROXY, ALICE, 401, "REGISTER", 1, "r", "s");
        }
        return capture.with(ANSWER).request(ALICE, PROXY, "REGISTER", 2, "r", "");
    }

    @Test
    void aHostThatAnswersInPlaceOfTheServerObtainsTheDigest() {
        Finding finding = registers(true, THIRD).only(ROGUE_CHALLENGE);
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertEquals(List.of(THIRD), finding.observation().orElseThrow().actors().addresses());
    }

    @Test
    void aServerMayAnswerFromAnotherAddress() {
        assertEquals(List.of(), registers(false, "10.0.0.2").findings(ROGUE_CHALLENGE));
    }
}
