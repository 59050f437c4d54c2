package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.rule.PhoneScene.ELSEWHERE;
import static org.sipsleuth.rule.PhoneScene.PHONE;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.transaction.Scene;

class VoicemailProbingTest {

    private static final SessionRule VOICEMAIL = new VoicemailProbing();

    private static PhoneScene calls(String host, String number, int count, double talkSeconds) {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1001");
        for (int i = 0; i < count; i++) {
            scene.calls(host, "x", "", number, 200, 0.2, talkSeconds).after(60);
        }
        return scene;
    }

    @Test
    void repeatedShortCallsOfAStrangerToVoicemailAreProbing() {
        Finding finding = calls(ELSEWHERE, "*97", 8, 6).only(VOICEMAIL);
        assertEquals("made 8 calls to voicemail (*97), 8 of them answered, no digits were captured",
                PhoneScene.sentence(finding));
        assertEquals(Outcome.PARTIAL, finding.statement().outcome());
        assertEquals(Severity.MEDIUM, finding.severity());
        assertEquals(List.of(ELSEWHERE), PhoneScene.observation(finding).actors().addresses());
    }

    @Test
    void callsThatNobodyAnswersAreAnAttempt() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1001");
        for (int i = 0; i < 8; i++) {
            scene.calls(ELSEWHERE, "x", "", "*9720" + i, 403, 0.2, 0).after(60);
        }
        Finding finding = scene.only(VOICEMAIL);
        assertEquals(Outcome.ATTEMPTED, finding.statement().outcome());
        assertEquals(Severity.LOW, finding.severity());
    }

    /// The nearest harmless case.
    @Test
    void userWhoListensToTheOwnVoicemailIsNone() {
        PhoneScene scene = new PhoneScene().registers(PHONE, "1001");
        for (int i = 0; i < 12; i++) {
            scene.calls(PHONE, "1001", "*97", 25).after(1200);
        }
        assertEquals(List.of(), scene.found(VOICEMAIL));
        assertEquals(List.of(), calls(PHONE, "*97", 8, 6).found(VOICEMAIL));
        assertEquals(List.of(), calls(ELSEWHERE, "*97", 8, 45).found(VOICEMAIL));
    }

    @Test
    void knownHostIsMinor() {
        assertEquals(Severity.LOW, calls(PHONE, "*97", 14, 6).only(VOICEMAIL).severity());
    }

    @Test
    void otherNumbersAreNoneUnlessTheyAreNamed() {
        assertEquals(List.of(), calls(ELSEWHERE, "1002", 8, 6).found(VOICEMAIL));
        PhoneScene scene = calls(ELSEWHERE, "6245", 8, 6);
        assertEquals(List.of(), scene.found(VOICEMAIL));
        assertEquals(1, scene.found(Map.of("voicemail-numbers", "6000, 6245"), RateTable.NONE, VOICEMAIL).size());
    }

    /// A call in which a mailbox is chosen and PINs are entered, each ended by `#`.
    private static void entering(Scene scene, String id, List<String> entries, long seconds) {
        entering(scene, "*98", id, entries, seconds);
    }

    private static void entering(Scene scene, String number, String id, List<String> entries, long seconds) {
        scene.callId(id).branch(id).user(number).request(STRANGER, PROXY, "INVITE", 1);
        scene.response(PROXY, STRANGER, 200, "INVITE", 1).withinDialog().request(STRANGER, PROXY, "ACK", 1);
        int cseq = 1;
        scene.every(200);
        for (char key : (String.join("#", entries) + "#").toCharArray()) {
            String body = "Signal=" + key + "\r\nDuration=160\r\n";
            String branch = id + ++cseq;
            scene.raw(STRANGER, PROXY,
                    """
                    INFO sip:%s@example.org SIP/2.0
                    Via: SIP/2.0/UDP host;branch=z9hG4bK%s
                    Max-Forwards: 70
                    From: <sip:100@example.org>;tag=f
                    To: <sip:%s@example.org>;tag=t
                    Call-ID: %s
                    CSeq: %d INFO
                    Content-Type: application/dtmf-relay
                    Content-Length: %d

                    %s""".formatted(number, branch, number, id, cseq, body.length(), body)
                            .replace("\r\n", "\n")
                            .replace("\n", "\r\n"));
            scene.branch(branch).response(PROXY, STRANGER, 200, "INFO", cseq);
        }
        scene.every(1000).after(seconds).branch(id + "bye").request(STRANGER, PROXY, "BYE", ++cseq);
        scene.response(PROXY, STRANGER, 200, "BYE", cseq).after(5);
    }

    @Test
    void manyPinsInFewCallsAreProbing() {
        Scene scene = new Scene();
        entering(scene, "a", List.of("200", "0000", "1111", "1234"), 1);
        entering(scene, "b", List.of("200", "2222", "3333", "4444"), 1);
        Finding finding = Found.only(VOICEMAIL, scene);
        assertTrue(Found.sentence(finding).endsWith("7 different PINs or other entries of digits were tried"),
                Found.sentence(finding));
        assertEquals(Outcome.PARTIAL, finding.statement().outcome());
        assertFalse(Found.sentence(finding).contains("1234"), "no PIN may be shown");
    }

    @Test
    void longCallAfterManyPinsIsSuccess() {
        Scene scene = new Scene();
        entering(scene, "a", List.of("200", "0000", "1111"), 1);
        entering(scene, "b", List.of("200", "2222", "3333"), 1);
        entering(scene, "c", List.of("200", "4444", "5555"), 1);
        entering(scene, "d", List.of("200", "6666"), 120);
        Finding finding = Found.only(VOICEMAIL, scene);
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertEquals(Severity.HIGH, finding.severity());
    }

    private static Scene shortCalls(String number, int calls, IntFunction<List<String>> entries) {
        Scene scene = new Scene();
        for (int i = 0; i < calls; i++) {
            entering(scene, number, "call" + i, entries.apply(i), 1);
        }
        return scene;
    }

    /// Nothing but the entries shows that it is a mailbox.
    @Test
    void otherDigitsInEachOfManyShortCallsToAnyNumberAreProbing() {
        Finding finding = Found.only(VOICEMAIL, shortCalls("5299", 7, i -> List.of("100" + i, "200" + i)));
        assertTrue(Found.sentence(finding).contains("7 calls to voicemail (5299)"), Found.sentence(finding));
        assertTrue(Found.sentence(finding).contains("14 different PINs"), Found.sentence(finding));
    }

    /// Usual PINs are tried more than once.
    @Test
    void someOfTheDigitsAgainAreProbingToo() {
        List<String> usual = List.of("1234", "0000", "7020", "1111", "4711", "1234", "2222", "0000", "9876", "1111");
        Finding finding = Found.only(VOICEMAIL, shortCalls("5299", usual.size(), call -> List.of(usual.get(call))));
        assertTrue(Found.sentence(finding).contains("7 different PINs"), Found.sentence(finding));
    }

    /// A caller who enters the same customer number each time.
    @Test
    void sameDigitsInShortCallsToAnyNumberAreNone() {
        assertEquals(List.of(), Found.by(VOICEMAIL, shortCalls("5299", 8, _ -> List.of("4711"))));
    }

    /// Three wrong PINs of one mailbox.
    @Test
    void userWhoForgotThePinIsNone() {
        Scene scene = new Scene();
        entering(scene, "a", List.of("200", "0000", "200", "1111", "200", "1234"), 1);
        assertEquals(List.of(), Found.by(VOICEMAIL, scene));
    }
}
