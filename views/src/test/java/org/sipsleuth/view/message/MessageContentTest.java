package org.sipsleuth.view.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageContentTest {

    private static final String REQUEST = """
            INVITE sip:bob@example.com SIP/2.0\r
            Via: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bKabc\r
            Max-Forwards: many\r
            f: "Älice" <sip:alice@example.com;transport=udp>;tag=77\r
            To: sip:bob@example.com;tag=88\r
            i: one@10.0.0.1\r
            CSeq: 1 INVITE\r
            Content-Type: application/sdp\r
            Content-Length: 24\r
            \r
            v=0\r
            m=audio 9 RTP/AVP\r
            """;

    @Test
    void partsHaveTheirStyles() {
        MessageContent content = of(REQUEST);
        assertEquals(List.of("INVITE"), parts(content, "start-line"));
        assertEquals(List.of("INVITE"), parts(content, "sipsleuth-request"));
        assertEquals(List.of("sip:bob@example.com", "sip:alice@example.com;transport=udp", "sip:bob@example.com"),
                parts(content, "uri"));
        assertEquals(List.of("77", "88"), parts(content, "tag"));
        assertEquals(List.of("z9hG4bKabc"), parts(content, "branch"));
        assertEquals(List.of("\"Älice\""), parts(content, "quoted"));
        assertEquals("one@10.0.0.1", parts(content, "call-id").getFirst().strip());
        assertEquals(List.of("v=", "m="), parts(content, "sdp-type"));
    }

    @Test
    void responsesAreColouredByTheirClass() {
        MessageContent content = of("SIP/2.0 486 Busy Here\r\nCall-ID: x\r\n\r\n");
        assertEquals(List.of("486 Busy Here"), parts(content, "sipsleuth-client-error"));
    }

    @Test
    void compactNamesShowTheLongOnes() {
        MessageContent content = of(REQUEST);
        assertEquals(List.of("From", "Call-ID"), content.compactNames().stream().map(Hint::words).toList());
        Hint from = content.compactNames().getFirst();
        assertEquals("f", content.text().substring(from.from(), from.to()));
    }

    @Test
    void defectsAreMarkedWhereTheyAreAlsoBehindUtf8() {
        String damaged = REQUEST.replace("Max-Forwards: many\r\n", "X: ÄÖÜ\r\nMax-Forwards: many\r\n");
        MessageContent content = of(damaged);
        assertTrue(parts(content, "defect").contains("many"), parts(content, "defect").toString());
        assertTrue(content.defects().stream().anyMatch(d -> d.words().contains("Max-Forwards")));
    }

    @Test
    void tooLongMessagesSaySo() {
        MessageContent content = of(REQUEST + "a=" + "x".repeat(70_000));
        assertTrue(content.note().contains("65,536"), content.note());
        assertEquals("", of(REQUEST).note());
    }

    @Test
    void anyDamageGivesRangesInsideTheText() {
        Random random = new Random(3);
        byte[] whole = REQUEST.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = whole.clone();
            for (int i = 0; i < 8; i++) {
                bytes[40 + random.nextInt(bytes.length - 40)] = (byte) random.nextInt();
            }
            MessageContent content = MessageContent.of(bytes, false, false, List.of());
            int length = content.text().length();
            assertTrue(content.styles().stream().allMatch(s -> s.from() >= 0 && s.to() <= length));
        }
    }

    private static MessageContent of(String message) {
        return MessageContent.of(message.getBytes(StandardCharsets.UTF_8), false, false, List.of());
    }

    private static List<String> parts(MessageContent content, String style) {
        return content.styles()
                .stream()
                .filter(range -> range.style().equals(style))
                .map(range -> content.text().substring(range.from(), range.to()))
                .toList();
    }
}
