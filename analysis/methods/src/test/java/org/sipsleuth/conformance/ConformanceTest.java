package org.sipsleuth.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.sentence.Sentence;

class ConformanceTest {

    private static final String SDP = "v=0\r\no=a 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n"
            + "m=audio 6000 RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n";

    private static final String INVITE =
            "INVITE sip:bob@example.org SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776;rport\r\n"
                    + "Max-Forwards: 70\r\nFrom: \"Alice\" <sip:alice@example.org>;tag=19\r\n"
                    + "To: <sip:bob@example.org>\r\nCall-ID: a84b4c76e66710@192.0.2.1\r\nCSeq: 1 INVITE\r\n"
                    + "Contact: <sip:alice@192.0.2.1:5060>\r\nUser-Agent: Phone/1.0 (test)\r\n"
                    + "Content-Type: application/sdp\r\nContent-Length: " + SDP.length() + "\r\n\r\n" + SDP;

    private static List<Departure> check(String message) {
        return Conformance.check(message.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void soundMessageHasNoDepartures() {
        assertEquals(List.of(), check(INVITE));
    }

    /// Each edit of the sound message has its departure, in the field's words, and no other.
    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {
                "branch=z9hG4bK776|branch=776|Via branch without the magic cookie z9hG4bK",
                "Max-Forwards: 70|Max-Forwards: 200|Max-Forwards 200 above the recommended 70",
                "Max-Forwards: 70|Max-Forwards: 256|Max-Forwards 256 outside 0–255",
                "CSeq: 1 INVITE|CSeq: 1 BYE|CSeq says BYE, request line INVITE",
                "CSeq: 1 INVITE|CSeq: 2147483648 INVITE|CSeq number 2147483648 is 2³¹ or more",
                ";tag=19||From without a tag",
                "192.0.2.1:5060;branch|192.0.2.1:65536;branch|Via port 65536 is no port",
                "SIP/2.0\\r\\nVia|SIP/3.0\\r\\nVia|SIP version SIP/3.0, not SIP/2.0",
                "t=0 0\\r\\n||SDP without the line t=",
                "c=IN IP4 192.0.2.1\\r\\n||SDP medium without a c= line",
                "Content-Type: application/sdp\\r\\n||Body without Content-Type",
                "Contact: <sip:alice@192.0.2.1:5060>\\r\\n||Contact missing in INVITE",
                "Via: SIP|Call-ID: b\\r\\nVia: SIP|Call-ID occurs 2 times, with different values",
                "To: <sip:bob|To: <sip:bo b|To breaks the grammar at a space: expected escaped, user or \":\""})
    void editHasItsDeparture(String from, String to, String text) {
        String old = from.replace("\\r\\n", "\r\n");
        assertTrue(INVITE.contains(old), old);
        String edited = INVITE.replace(old, to == null ? "" : to.replace("\\r\\n", "\r\n"));
        edited = edited.replaceFirst("Content-Length: [0-9]+",
                "Content-Length: " + edited.substring(edited.indexOf("\r\n\r\n") + 4).length());
        List<Departure> found = check(edited);
        assertEquals(List.of(text), found.stream().map(Departure::text).map(Sentence::text).toList());
    }

    @Test
    void unknownFieldIsAnExtensionAlsoIfARuleHasItsName() {
        String message = INVITE.replace("User-Agent", "User: a b\r\nTime: now\r\nUser-Agent");
        assertEquals(List.of(), check(message));
        assertEquals("header", check(INVITE.replace("User-Agent:", ":")).getFirst().field());
    }

    @Test
    void streamNeedsContentLength() {
        byte[] bytes = INVITE.replaceFirst("Content-Length: [0-9]+\r\n", "").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(List.of(), Conformance.check(bytes, Transport.UDP));
        assertEquals("content-length-missing", Conformance.check(bytes, Transport.TCP).getFirst().rule());
    }

    @Test
    void placeIsThatOfTheByteInAFoldedField() {
        String folded = INVITE.replace("To: <sip:bob", "To:\r\n  <sip:bo b");
        Departure departure = check(folded).getFirst();
        assertEquals(folded.indexOf(" b@example.org>"), departure.offset());
        assertEquals("To", departure.derivation().getFirst());
    }

    @Test
    void hostileMessagesEndInTime() {
        String comments = INVITE.replace("(test)", "(".repeat(30_000));
        String ambiguous = INVITE.replace("(test)", " (a".repeat(10_000));
        String many = INVITE.replace("User-Agent", "Server: " + " (a".repeat(20) + "\r\nUser-Agent");
        String fields = INVITE.replace("Max-F", "Server: a b (c) \"\r\n".repeat(3_000) + "Max-F");
        for (String each : List.of(comments, ambiguous, many, fields)) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> check(each));
        }
        assertTrue(check(comments).stream().anyMatch(its -> its.rule().equals("too-costly")));
    }

    @Test
    void anyBytesAreChecked() {
        Random random = new Random(31);
        byte[] sound = INVITE.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = sound.clone();
            for (int k = 0; k < 1 + i % 9; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            for (Departure each : Conformance.check(bytes)) {
                assertTrue(each.offset() >= 0 && each.length() >= 0);
                assertTrue(each.offset() + each.length() <= bytes.length, each.toString());
            }
        }
        assertEquals("not-sip", Conformance.check(new byte[0]).getFirst().rule());
    }
}
