package org.sipsleuth.dialog.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Sentences state what the capture shows: each with messages that show it, and with a twin in
/// which that is absent.
class NoteFactsTest {

    private static final String A = "198.51.100.1";
    private static final String B = "198.51.100.2";
    private static final String SECRET = "Authorization: Digest username=\"a\"\r\n";

    private static String note(HintRule rule, Lines lines) throws IOException {
        return DialogNotes.of(lines.read(), List.of(0), RunMonitor.NONE)
                .stream()
                .filter(each -> each.rule() == rule)
                .map(Hint::description)
                .reduce("", (one, other) -> one + other);
    }

    private static Lines request(String method) {
        return new Lines().request(A, B, method, 1, "i", "", "");
    }

    private static Lines answered() {
        return request("INVITE").response(B, A, 200, "INVITE", 1, "i", "b", "");
    }

    private static String sdp(String lines) {
        return "v=0\r\no=- 1 1 IN IP4 198.51.100.1\r\ns=-\r\nc=IN IP4 198.51.100.1\r\nt=0 0\r\n"
                + lines.replace("|", "\r\n") + "\r\n";
    }

    @Test
    void retransmissionIsCountedOnlyWhereItWasCaptured() throws IOException {
        Lines repeated = answered();
        for (int i = 0; i < 3; i++) {
            repeated.response(B, A, 200, "INVITE", 1, "i", "b", "");
        }
        assertEquals("No ACK follows this 200, which was retransmitted 3 times within 3.0 s. Contact or"
                + " Record-Route may be unreachable.", note(HintRule.MISSING_ACK, repeated));
        Lines once = answered().after(40).request(A, B, "BYE", 2, "j", "b", "");
        assertEquals("No ACK to this 200 was captured, and it was not retransmitted: ACK may have taken"
                + " a path outside the capture.", note(HintRule.MISSING_ACK, once));
        Lines refused = request("INVITE").response(B, A, 486, "INVITE", 1, "i", "b", "")
                .response(B, A, 486, "INVITE", 1, "i", "b", "");
        assertEquals("No ACK follows this 486, which was retransmitted once within 1.0 s.",
                note(HintRule.MISSING_ACK, refused));
    }

    /// Of a response that was sent again.
    @Test
    void responseToAnotherRequestDoesNotSpeakOfAck() throws IOException {
        Lines invite = answered().response(B, A, 200, "INVITE", 1, "i", "b", "").request(A, B, "ACK", 1, "k", "b", "");
        assertEquals("Retransmitted once within 1.0 s: ACK was captured only after 2.0 s.",
                note(HintRule.REPEATED, invite));
        Lines noAck = answered().response(B, A, 200, "INVITE", 1, "i", "b", "");
        assertEquals("Retransmitted once within 1.0 s: no ACK was captured.", note(HintRule.REPEATED, noAck));
        Lines late = answered().request(A, B, "ACK", 1, "k", "b", "").response(B, A, 200, "INVITE", 1, "i", "b", "");
        assertEquals("Retransmitted once within 2.0 s: although ACK was captured after 1.0 s.",
                note(HintRule.REPEATED, late));
        for (String method : List.of("BYE", "REGISTER", "OPTIONS", "MESSAGE")) {
            Lines other = request(method).response(B, A, 200, method, 1, "i", "b", "")
                    .response(B, A, 200, method, 1, "i", "b", "");
            assertEquals("Retransmitted once within 1.0 s: no retransmission of the request was captured.",
                    note(HintRule.REPEATED, other));
        }
        Lines both = request("OPTIONS").response(B, A, 200, "OPTIONS", 1, "i", "b", "")
                .request(A, B, "OPTIONS", 1, "i", "", "")
                .response(B, A, 200, "OPTIONS", 1, "i", "b", "");
        assertTrue(note(HintRule.REPEATED, both).endsWith(": the request was retransmitted."));
    }

    @Test
    void requestIsSentAgainWithOrWithoutResponse() throws IOException {
        Lines lines = request("OPTIONS").request(A, B, "OPTIONS", 1, "i", "", "");
        assertEquals("Retransmitted once within 1.0 s: no response to it was captured.",
                note(HintRule.REPEATED, lines));
        lines.response(B, A, 200, "OPTIONS", 1, "i", "b", "");
        assertEquals("Retransmitted once within 1.0 s: the first response came after 2.0 s.",
                note(HintRule.REPEATED, lines));
    }

    /// Timer A or E ran out before the answer came: that is how UDP works, and no step is noted.
    @Test
    void requestThatWasSentAgainOnceAndThenAnsweredIsNotNoted() throws IOException {
        Random random = new Random(48);
        for (String method : List.of("INVITE", "REGISTER", "OPTIONS", "BYE", "MESSAGE")) {
            int again = 350 + random.nextInt(250);
            int answer = 1 + random.nextInt(800);
            Lines slow = request(method).afterMillis(again)
                    .request(A, B, method, 1, "i", "", "")
                    .afterMillis(answer)
                    .response(B, A, 200, method, 1, "i", "b", "");
            assertEquals("", note(HintRule.REPEATED, slow), method + again + answer);
            Lines lost = request(method).afterMillis(again / 2)
                    .response(B, A, 200, method, 1, "i", "b", "")
                    .afterMillis(again / 2)
                    .request(A, B, method, 1, "i", "", "");
            assertTrue(note(HintRule.REPEATED, lost).startsWith("Retransmitted once"), method);
            Lines twice = request(method).afterMillis(500)
                    .request(A, B, method, 1, "i", "", "")
                    .afterMillis(900)
                    .request(A, B, method, 1, "i", "", "")
                    .afterMillis(50)
                    .response(B, A, 200, method, 1, "i", "b", "");
            assertTrue(note(HintRule.REPEATED, twice).startsWith("Retransmitted 2"), method);
        }
    }

    @Test
    void cancelIsLateByWhatWasCaptured() throws IOException {
        Lines after = answered().request(A, B, "CANCEL", 1, "i", "", "");
        assertEquals("CANCEL came 1.0 s after the 200 to INVITE and has no effect: only BYE ends the call.",
                note(HintRule.CANCEL_RACE, after));
        Lines before = request("INVITE").request(A, B, "CANCEL", 1, "i", "", "")
                .response(B, A, 200, "INVITE", 1, "i", "b", "");
        assertEquals("INVITE got 200 1.0 s after CANCEL, not 487: CANCEL came too late, and only BYE ends the call.",
                note(HintRule.CANCEL_RACE, before));
    }

    @Test
    void tagsAreAnsweredByWhatWasCaptured() throws IOException {
        Lines lines = answered().request(A, B, "ACK", 1, "k", "b", "").request(A, B, "BYE", 2, "j", "x", "");
        assertTrue(note(HintRule.TAG_CHANGED, lines).endsWith(": no answer to it was captured."));
        lines.response(B, A, 200, "BYE", 2, "j", "x", "");
        assertTrue(note(HintRule.TAG_CHANGED, lines).endsWith(": it was answered with 200."));
    }

    @Test
    void staleNonceIsNoWrongPassword() throws IOException {
        for (String method : List.of("REGISTER", "INVITE", "SUBSCRIBE")) {
            Lines wrong =
                    new Lines().request(A, B, method, 1, "i", "", SECRET).response(B, A, 401, method, 1, "i", "b", "");
            assertTrue(note(HintRule.REFUSED_CREDENTIALS, wrong).contains("wrong password or"));
            Lines stale = new Lines().request(A, B, method, 1, "i", "", SECRET)
                    .response(B, A, 401, method, 1, "i", "b", "WWW-Authenticate: Digest realm=\"a\", stale=true\r\n");
            assertTrue(note(HintRule.REFUSED_CREDENTIALS, stale).contains("no sign of a wrong"));
        }
    }

    @Test
    void zeroAddressIsHoldOnlyWithinTheDialog() throws IOException {
        String zero = sdp("m=audio 4000 RTP/AVP 0|c=IN IP4 0.0.0.0");
        String first = note(HintRule.SDP_ZERO, new Lines().request(A, B, "INVITE", 1, "i", "", zero));
        String again = note(HintRule.SDP_ZERO, answered().request(A, B, "INVITE", 2, "j", "b", zero));
        assertTrue(again.contains("hold"), again);
        assertFalse(first.contains("hold"), first);
    }

    /// RFC 3264 §6.1.
    @ParameterizedTest
    @CsvSource({
        "sendonly, sendrecv, recvonly",
        "sendonly, sendonly, inactive",
        "recvonly, sendrecv, sendonly",
        "recvonly, recvonly, inactive",
        "inactive, sendrecv, inactive",
        "inactive, recvonly, inactive"})
    void directionOfAnAnswerFollowsFromTheOffer(String offer, String wrong, String right) throws IOException {
        String medium = "m=audio 4000 RTP/AVP 0|a=";
        for (String answer : List.of(wrong, right)) {
            boolean isWrong = answer.equals(wrong);
            String offered = sdp(medium + offer);
            String answered = sdp(medium + answer);
            Lines invite = new Lines().request(A, B, "INVITE", 1, "i", "", offered)
                    .response(B, A, 200, "INVITE", 1, "i", "b", answered);
            Lines early = new Lines().request(A, B, "INVITE", 1, "i", "", offered)
                    .response(B, A, 183, "INVITE", 1, "i", "b", answered)
                    .response(B, A, 200, "INVITE", 1, "i", "b", "");
            Lines again = answered().request(B, A, "INVITE", 2, "j", "b", offered)
                    .response(A, B, 200, "INVITE", 2, "j", "b", answered);
            Lines update = answered().request(A, B, "UPDATE", 2, "j", "b", offered)
                    .response(B, A, 200, "UPDATE", 2, "j", "b", answered);
            Lines late = request("INVITE").response(B, A, 200, "INVITE", 1, "i", "b", offered)
                    .request(A, B, "ACK", 1, "k", "b", answered);
            Lines second = new Lines().request(A, B, "INVITE", 1, "i", "", sdp("m=audio 1 RTP/AVP 0|" + medium + offer))
                    .response(B, A, 200, "INVITE", 1, "i", "b", sdp("m=audio 1 RTP/AVP 0|" + medium + answer));
            for (Lines each : List.of(invite, early, again, update, late, second)) {
                String note = note(HintRule.DIRECTION_ANSWER, each);
                assertEquals(isWrong, note.contains("The offer was " + offer + ", and this answers " + answer), note);
                assertEquals(isWrong, !note.isEmpty());
            }
            Lines refused = new Lines().request(A, B, "INVITE", 1, "i", "", offered)
                    .response(B, A, 200, "INVITE", 1, "i", "b", sdp("m=audio 0 RTP/AVP 0|a=" + answer));
            assertEquals("", note(HintRule.DIRECTION_ANSWER, refused));
        }
    }

    private static String meaning(Lines lines, int message) throws IOException {
        SipIndex index = lines.read();
        return MessageExplanation.of(index, message).summary();
    }

    @Test
    void successSpeaksOfACallOnlyAfterInvite() throws IOException {
        assertEquals("The call is answered.", meaning(answered(), 1));
        for (String method : List.of("BYE", "REGISTER", "OPTIONS", "CANCEL")) {
            Lines lines = request(method).response(B, A, 200, method, 1, "i", "b", "");
            assertEquals("The request was accepted.", meaning(lines, 1));
        }
        Lines again =
                answered().request(A, B, "INVITE", 2, "j", "b", "").response(B, A, 200, "INVITE", 2, "j", "b", "");
        assertEquals("INVITE was accepted.", meaning(again, 3));
        assertEquals("INVITE was accepted.", meaning(new Lines().response(B, A, 200, "INVITE", 1, "i", "b", ""), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "405, Allow: INVITE, Allow lists",
        "420, Unsupported: foo, Unsupported names",
        "422, Min-SE: 90, Min-SE states",
        "423, Min-Expires: 60, Min-Expires states",
        "503, Retry-After: 3, Retry-After states"})
    void headerFieldIsNamedOnlyWhereItIs(int status, String field, String words) throws IOException {
        Lines with = request("INVITE").response(B, A, status, "INVITE", 1, "i", "b", field + "\r\n");
        Lines without = request("INVITE").response(B, A, status, "INVITE", 1, "i", "b", "");
        assertTrue(meaning(with, 1).contains(words), meaning(with, 1));
        assertFalse(meaning(without, 1).contains(words), meaning(without, 1));
    }

    @Test
    void challengeDependsOnTheRequest() throws IOException {
        Lines first = request("REGISTER").response(B, A, 401, "REGISTER", 1, "i", "b", "");
        assertTrue(meaning(first, 1).contains("normal"));
        Lines again = new Lines().request(A, B, "REGISTER", 1, "i", "", SECRET)
                .response(B, A, 401, "REGISTER", 1, "i", "b", "");
        assertTrue(meaning(again, 1).contains("refused"));
        Lines alone = new Lines().response(B, A, 401, "REGISTER", 1, "i", "b", "");
        assertEquals("Asks for credentials (in Authorization).", meaning(alone, 0));
    }

    @Test
    void ackConfirmsWhatWasCaptured() throws IOException {
        assertTrue(meaning(answered().request(A, B, "ACK", 1, "k", "b", ""), 2).contains("2xx"));
        String alone = meaning(new Lines().request(A, B, "ACK", 1, "k", "b", ""), 0);
        assertFalse(alone.contains("2xx"), alone);
    }
}
