package org.sipsleuth.dialog.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.stream.Sample.SDP;
import static org.sipsleuth.dialog.stream.Sample.bare;
import static org.sipsleuth.dialog.stream.Sample.request;
import static org.sipsleuth.dialog.stream.Sample.response;
import static org.sipsleuth.dialog.stream.Wire.ACK;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.sip.SipLayout;

class SipStreamTest {

    /// Each text in a segment of its own, in order.
    private static Wire segments(String... texts) {
        Wire wire = new Wire();
        int sequence = 1000;
        for (String text : texts) {
            wire.client(sequence, ACK, text);
            sequence += text.length();
        }
        return wire.read();
    }

    @Test
    void messagesOfOneSegmentAreAllOfItsFrame() {
        String a = request("a", SDP);
        Wire wire = segments(a + response("b") + bare("c"));
        assertEquals(List.of(a, response("b"), bare("c")), wire.texts());
        assertEquals(List.of(1, 1, 1), wire.frameNumbers());
        assertTrue(wire.messages().stream().allMatch(m -> m.provenance().isContiguous()));
    }

    @Test
    void messageOverManySegmentsIsOfTheFrameThatCompletesIt() {
        String a = request("a", SDP);
        Wire wire = segments(a.substring(0, 10), a.substring(10, 100), a.substring(100));
        assertEquals(List.of(a), wire.texts());
        assertEquals(List.of(3), wire.frameNumbers());
        assertEquals(3, wire.messages().getFirst().provenance().pieces().size());
        assertEquals(Map.of("TCP segment of a message that a later frame completes", 2L), wire.account());
    }

    @Test
    void messagesCutAtAnyByteAreTheSame() {
        String all = request("a", SDP) + response("b") + request("c", SDP);
        for (int at = 1; at < all.length(); at++) {
            Wire wire = segments(all.substring(0, at), all.substring(at));
            assertEquals(List.of(request("a", SDP), response("b"), request("c", SDP)), wire.texts());
        }
    }

    @Test
    void headersWithDoubledCarriageReturnsAreWholeWhereverTheyAreCut() {
        String a = request("a", SDP).replace("70\r\n", "70\r\r\n").replace("To:", "To :");
        String b = response("b").replace("\r\n", "\r\r\n");
        String all = a + b.substring(0, b.length() - 3) + "\r\n" + request("c", SDP);
        for (int at = 1; at < all.length(); at++) {
            Wire wire = segments(all.substring(0, at), all.substring(at));
            assertEquals(3, wire.texts().size(), "cut at " + at);
            assertEquals(all, String.join("", wire.texts()), "cut at " + at);
        }
    }

    @Test
    void keepAlivesBetweenMessagesAreLeftOut() {
        Wire wire = segments("\r\n\r\n", request("a", SDP), "\r\n", "\0\0\0\0", response("b"));
        assertEquals(List.of(request("a", SDP), response("b")), wire.texts());
        assertEquals(Map.of("TCP keep-alive", 3L), wire.account());
    }

    @Test
    void withoutContentLengthThereIsNoBody() {
        Wire wire = segments(bare("a"), bare("b") + bare("c"));
        assertEquals(List.of(bare("a"), bare("b"), bare("c")), wire.texts());
        assertEquals(List.of(1, 2, 2), wire.frameNumbers());
    }

    @Test
    void withoutContentLengthTheBodyEndsAtTheNextStartLine() {
        String a = Sample.header("a") + "Content-Type: application/sdp\r\n\r\n" + SDP;
        Wire wire = segments(a + response("b") + a);
        assertEquals(List.of(a, response("b"), a), wire.texts());
        for (int at = a.length() - SDP.length() - 2; at < a.length(); at++) {
            if (a.charAt(at - 1) != '\n' || at <= a.length() - SDP.length()) {
                Wire cut = segments(a.substring(0, at), a.substring(at) + response("b"));
                assertEquals(List.of(a, response("b")), cut.texts(), "cut at " + at);
            }
        }
    }

    @Test
    void contentLengthThatIsTooLargeEndsAtTheNextStartLine() {
        String a = request("a", SDP, SDP.length() + 30);
        Wire wire = segments(a + response("b"), response("c"));
        assertEquals(List.of(a, response("b"), response("c")), wire.texts());
        assertEquals(List.of(1, 1, 2), wire.frameNumbers());
        String huge = request("a", SDP, 2_000_000_000);
        assertEquals(List.of(huge, response("b")), segments(huge, response("b")).texts());
        String none = request("a", "", 30);
        assertEquals(List.of(none, response("b")), segments(none, response("b")).texts());
    }

    @Test
    void contentLengthThatIsTooSmallEndsAtTheNextStartLine() {
        String a = request("a", SDP, SDP.length() - 20);
        Wire wire = segments(a + response("b"), a, response("c"));
        assertEquals(List.of(a, response("b"), a, response("c")), wire.texts());
        assertEquals(List.of(1, 1, 2, 3), wire.frameNumbers());
    }

    @Test
    void contentLengthOfNoNumberIsNone() {
        String a = request("a", SDP).replaceFirst("Content-Length: .*", "Content-Length: x\r");
        assertEquals(List.of(a, response("b")), segments(a + response("b")).texts());
    }

    @Test
    void bodiesMayHoldMessages() {
        String inside = response("inside");
        String a = request("a", inside).replace("application/sdp", "message/sipfrag;version=2.0");
        Wire wire = segments(a.substring(0, a.length() - 5), a.substring(a.length() - 5), a + a);
        assertEquals(List.of(a, a, a), wire.texts());
    }

    @Test
    void bodyWithoutLineEndIsFollowedByTheNextMessage() {
        String a = request("a", "<xml/>");
        assertEquals(List.of(a, response("b"), a), segments(a + response("b") + a).texts());
    }

    @Test
    void headerThatBreaksOffEndsAtTheNextStartLine() {
        String half = Sample.header("a");
        assertEquals(List.of(half, response("b")), segments(half, response("b")).texts());
    }

    @Test
    void streamJoinedWithinABodyIsFoundAgain() {
        Wire wire = segments(SDP + response("b"), response("c"));
        assertEquals(List.of(response("b"), response("c")), wire.texts());
        Wire far = segments("x".repeat(60_000) + "\r\n", response("b"));
        assertEquals(List.of(response("b")), far.texts());
    }

    /// A text message, whose body has no line end.
    private static String text(String id, String reported) {
        String length = reported.isEmpty() ? "" : "Content-Length: " + reported + "\r\n";
        return Sample.header(id) + "Content-Type: text/plain\r\n" + length + "\r\nhello";
    }

    @Test
    void segmentThatBeginsWithAStartLineBeginsAMessageThoughNoLineEndsBeforeIt() {
        for (String reported : List.of("", "x", "3", "0", "5", "12", "1000000")) {
            int left = reported.equals("3") ? 2 : reported.equals("0") ? 5 : 0; // may begin a start line
            String a = text("a", reported);
            String b = text("b", reported);
            Wire wire = segments(a, b, text("c", "5"), response("d"));
            List<String> expected = List.of(a.substring(0, a.length() - left), b.substring(0, b.length() - left),
                    text("c", "5"), response("d"));
            assertEquals(expected, wire.texts(), "Content-Length: " + reported);
        }
        String xml = request("a", "<xml/>", 40);
        assertEquals(List.of(xml, xml), segments(xml, xml).texts());
    }

    @Test
    void streamJoinedWithinABodyWithoutLineEndIsFoundAgain() {
        for (String tail : List.of("hello", "hello world", "</xml>", "}", "x\r")) {
            Wire wire = segments(tail, text("a", "5"), text("b", "5"));
            assertEquals(List.of(text("a", "5"), text("b", "5")), wire.texts(), tail);
        }
    }

    @Test
    void methodsAreNotTakenApart() {
        for (String method : List.of("PRACK", "xACK", "UNACK")) {
            String a = bare("a").replaceFirst("MESSAGE", method);
            for (int at = 1; at < method.length(); at++) {
                Wire wire = segments(a.substring(0, at), a.substring(at));
                boolean isMeant = method.startsWith("PR") || !a.startsWith("ACK", at);
                assertEquals(List.of(isMeant ? a : a.substring(at)), wire.texts());
            }
        }
    }

    @Test
    void streamsOfOtherProtocolsAreReported() {
        Wire wire = segments("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n", "more");
        assertEquals(List.of(), wire.texts());
        assertEquals(Map.of("TCP stream that is not SIP", 2L), wire.account());
        Wire binary = segments("\1\2\3".repeat(2_000), "more", response("late"));
        assertEquals(Map.of("TCP stream that is not SIP", 3L), binary.account());
        Wire text = segments("x".repeat(65_000), "x".repeat(2_000), response("late"));
        assertEquals(Map.of("TCP stream that is not SIP", 3L), text.account());
    }

    @Test
    void messageThatTheCaptureEndsInIsOfItsLastFrame() {
        String a = request("a", SDP);
        Wire wire = segments(a.substring(0, 150), a.substring(150, a.length() - 1));
        assertEquals(List.of(a.substring(0, a.length() - 1)), wire.texts());
        assertEquals(List.of(2), wire.frameNumbers());
    }

    @Test
    void tooLongHeadersAndMessagesAreCut() {
        String header = Sample.header("a") + "X: " + "x".repeat(SipStream.MOST_HEADER_BYTES);
        Wire wire = new Wire();
        int sequence = sendAll(wire, 1, header + "\r\n\r\n" + response("b"));
        String body = "y".repeat(SipStream.MOST_MESSAGE_BYTES);
        sendAll(wire, sequence, request("c", body) + "\r\n" + response("d"));
        List<String> texts = wire.read().texts();
        assertEquals(4, texts.size());
        assertEquals(SipStream.MOST_HEADER_BYTES, texts.get(0).length());
        assertEquals(response("b"), texts.get(1));
        assertEquals(SipStream.MOST_MESSAGE_BYTES, texts.get(2).length());
        assertEquals(response("d"), texts.get(3));
    }

    private static int sendAll(Wire wire, int first, String text) {
        int sequence = first;
        for (int at = 0; at < text.length(); at += 30_000) {
            String part = text.substring(at, Math.min(text.length(), at + 30_000));
            wire.client(sequence, ACK, part);
            sequence += part.length();
        }
        return sequence;
    }

    @Test
    void messageInSegmentsOfOneByteIsReadInLittleTime() {
        String a = request("a", "v=0\r\n".repeat(12_000));
        Wire wire = new Wire();
        for (int i = 0; i < a.length(); i++) {
            wire.client(i, ACK, a.substring(i, i + 1));
        }
        wire.read();
        assertEquals(List.of(a), wire.texts());
        assertEquals(a.length(), wire.messages().getFirst().provenance().pieces().size());
    }

    @Test
    void streamKeepsABoundedAmountWhateverComes() {
        StreamMemory memory = new StreamMemory();
        SipStream stream = new SipStream(memory, new SipLayout(), (_, _, _, _, _, _) -> true);
        Arrival arrival = new Arrival();
        byte[] start = bytes("MESSAGE sip:b SIP/2.0\r\nContent-Length: 99999999\r\n\r\n");
        byte[] body = new byte[1000];
        for (int i = 0; i < 5_000; i++) {
            byte[] appended = i == 0 ? start : body;
            stream.data(arrival, appended, 0, appended.length, Provenance.of(0, i, appended.length, i, 0));
            assertTrue(memory.keptBytes() <= 3L * SipStream.MOST_MESSAGE_BYTES);
        }
        stream.end();
        assertEquals(0, memory.keptBytes());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
