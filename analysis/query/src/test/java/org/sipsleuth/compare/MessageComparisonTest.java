package org.sipsleuth.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MessageComparisonTest {

    private static final String INVITE = """
            INVITE sip:b@example.org SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKaa
            Max-Forwards: 70
            From: <sip:a@example.org>;tag=1
            To: <sip:b@example.org>
            Call-ID: one
            CSeq: 1 INVITE
            Content-Type: application/sdp

            v=0
            m=audio 4000 RTP/AVP 0 8
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            """;

    private static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<LinePair> different(String left, String right) {
        return MessageComparison.of(bytes(left), bytes(right)).pairs().stream().filter(LinePair::isDifferent).toList();
    }

    private static LinePair.Both both(LinePair pair) {
        return (LinePair.Both) pair;
    }

    @Test
    void aValueThatChangedIsMarkedWhereItDid() {
        List<LinePair> found = different(INVITE, INVITE.replace("bKaa", "bKzz9"));
        assertEquals(1, found.size());
        LinePair.Both via = both(found.getFirst());
        assertEquals("Via", via.left().name());
        Change change = via.changes().getFirst();
        assertEquals(1, via.changes().size());
        assertEquals("z9hG4bKaa", via.left().text().substring(change.leftFrom(), change.leftTo()));
        assertEquals("z9hG4bKzz9", via.right().text().substring(change.rightFrom(), change.rightTo()));
    }

    @Test
    void aViaThatAProxyPutOnTopIsTheOnlyOneThatIsNew() {
        String proxied = INVITE.replaceFirst("Via:", "Via: SIP/2.0/UDP 192.0.2.5;branch=p\nVia:");
        List<LinePair> found = different(INVITE, proxied);
        assertEquals(1, found.size(), found.toString());
        LinePair.OnlyRight added = (LinePair.OnlyRight) found.getFirst();
        assertTrue(added.right().text().contains("192.0.2.5"));
    }

    @Test
    void aViaThatAProxyAlsoCompletedIsStillTheSame() {
        String proxied = INVITE.replaceFirst("Via:", "Via: SIP/2.0/UDP 192.0.2.5;branch=p\nVia:")
                .replace("z9hG4bKaa", "z9hG4bKaa;received=192.0.2.1");
        List<LinePair> found = different(INVITE, proxied);
        assertEquals(2, found.size(), found.toString());
        assertTrue(found.getFirst() instanceof LinePair.OnlyRight);
        assertTrue(both(found.getLast()).right().text().contains("received"));
    }

    @Test
    void valuesOfOneFieldAreMatchedByTheirOrder() {
        String left = INVITE.replace("CSeq:", "Route: <sip:p1>\nRoute: <sip:p2>\nCSeq:");
        String right = INVITE.replace("CSeq:", "Route: <sip:q1>\nRoute: <sip:q2>\nCSeq:");
        List<LinePair> found = different(left, right);
        assertEquals(2, found.size());
        assertTrue(both(found.get(0)).left().text().contains("p1"));
        assertTrue(both(found.get(0)).right().text().contains("q1"));
        assertTrue(both(found.get(1)).right().text().contains("q2"));
    }

    @Test
    void aLineThatStandsElsewhereIsReportedAsMoved() {
        String moved =
                INVITE.replace("Max-Forwards: 70\n", "").replace("Content-Type", "Max-Forwards: 70\nContent-Type");
        List<LinePair> found = different(INVITE, moved);
        assertEquals(1, found.size(), found.toString());
        assertTrue(both(found.getFirst()).moved());
        assertTrue(both(found.getFirst()).changes().isEmpty());
        assertEquals("Max-Forwards", both(found.getFirst()).left().name());
    }

    @Test
    void compactAndLongNamesAreTheSameField() {
        List<LinePair> found = different(INVITE, INVITE.replace("Call-ID:", "i:"));
        assertEquals(1, found.size());
        assertEquals("Call-ID", both(found.getFirst()).right().name());
    }

    @Test
    void foldedLinesAreOneField() {
        String folded = INVITE.replace(";tag=1", "\n ;tag=1");
        List<LinePair> found = different(INVITE, folded);
        assertEquals(1, found.size());
        assertTrue(both(found.getFirst()).right().text().contains("\r\n ;tag=1"));
    }

    @Test
    void theBodyIsComparedByLines() {
        String right = INVITE.replace("AVP 0 8", "AVP 8").replace("a=rtpmap:0 PCMU/8000\n", "");
        List<LinePair> found = different(INVITE, right);
        assertEquals(2, found.size(), found.toString());
        assertEquals("m=", both(found.getFirst()).left().name());
        assertTrue(((LinePair.OnlyLeft) found.get(1)).left().text().contains("PCMU"));
    }

    @Test
    void requestAndResponseDifferInTheirFirstLineToo() {
        List<LinePair> found = different(INVITE, INVITE.replaceFirst("INVITE .*", "SIP/2.0 200 OK"));
        assertEquals(1, found.size());
        assertEquals(Line.Part.START, both(found.getFirst()).left().part());
    }

    @Property
    void anythingComparedWithItselfHasNoDifferences(@ForAll byte[] bytes) {
        assertEquals(0, MessageComparison.of(bytes, bytes).differences());
    }

    @Property
    void theDifferencesOfOneBytesToOthersGiveTheOthers(@ForAll byte[] left, @ForAll byte[] right) {
        assertArrayEquals(right, applied(left, MessageComparison.of(left, right)));
    }

    @Property
    void theDifferencesOfAMessageToAnotherGiveTheOther(@ForAll("messages") String left,
            @ForAll("messages") String right) {
        byte[] ours = left.getBytes(StandardCharsets.UTF_8);
        byte[] theirs = right.getBytes(StandardCharsets.UTF_8);
        MessageComparison comparison = MessageComparison.of(ours, theirs);
        assertArrayEquals(theirs, applied(ours, comparison));
        assertEquals(left.equals(right), comparison.differences() == 0);
    }

    @Provide
    Arbitrary<String> messages() {
        Arbitrary<String> lines = Arbitraries.of("Via: a;branch=1", "Via: b", "v: c;branch=2", "Route: é", "X:",
                " folded", "Allow: INVITE, ACK", "Allow: ACK, BYE", "no field", "", "a=rtpmap:0 x", "a=rtpmap:8 y",
                "m=audio 1", "m=audio 2", "v=0");
        Arbitrary<String> ends = Arbitraries.of("\r\n", "\n");
        return lines.flatMap(line -> ends.map(end -> line + end))
                .list()
                .ofMaxSize(14)
                .map(all -> "INVITE sip:b SIP/2.0\r\n" + String.join("", all));
    }

    @Test
    void hostileLengthsEndSoon() {
        byte[] left = "\n".repeat(60_000).getBytes(StandardCharsets.UTF_8);
        byte[] right = "a:b\n".repeat(15_000).getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(right, applied(left, MessageComparison.of(left, right)));
        byte[] words = "x,".repeat(30_000).getBytes(StandardCharsets.UTF_8);
        byte[] others = "y,".repeat(30_000).getBytes(StandardCharsets.UTF_8);
        MessageComparison comparison = MessageComparison.of(words, others);
        assertArrayEquals(others, applied(words, comparison));
        assertFalse(comparison.pairs().isEmpty());
    }

    /// The right message, made of the left one and what differs.
    private static byte[] applied(byte[] left, MessageComparison comparison) {
        String text = new String(left, StandardCharsets.ISO_8859_1);
        StringBuilder all = new StringBuilder();
        Map<Integer, String> lines = new TreeMap<>(Comparator.naturalOrder());
        for (LinePair pair : comparison.pairs()) {
            switch (pair) {
                case LinePair.OnlyLeft only -> all.append(only.left().text());
                case LinePair.OnlyRight only -> lines.put(only.right().number(), only.right().text());
                case LinePair.Both both -> {
                    all.append(both.left().text());
                    lines.put(both.right().number(), changed(both));
                }
            }
        }
        assertEquals(text, all.toString(), "the left message stands there whole");
        return String.join("", lines.values()).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String changed(LinePair.Both both) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        for (Change change : both.changes()) {
            line.append(both.left().text(), at, change.leftFrom());
            line.append(both.right().text(), change.rightFrom(), change.rightTo());
            at = change.leftTo();
        }
        return line.append(both.left().text().substring(at)).toString();
    }
}
