package org.sipsleuth.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sipsleuth.fuzz.MessageCheck;

class SipParserPropertyTest {

    private static final List<Part> HEADER_PARTS = List.of(Part.CALL_ID, Part.CSEQ_METHOD, Part.FROM_URI, Part.FROM_TAG,
            Part.TO_URI, Part.TO_TAG, Part.BRANCH, Part.USER_AGENT, Part.CONTENT_TYPE);

    /// A message that begins well and goes on with anything.
    @Property(tries = 2_000)
    void anyBytesNeverThrowAndLayoutsStayInRange(@ForAll("hostile") byte[] bytes) {
        MessageCheck.isSound(bytes);
    }

    @Property(tries = 2_000)
    void anyBytesAtAllNeverThrow(@ForAll byte[] bytes) {
        MessageCheck.isSound(bytes);
    }

    @Property(tries = 500)
    void bytesOutsideOfTheRangeAreNeverRead(@ForAll("hostile") byte[] bytes) {
        byte[] wider = new byte[bytes.length + 40];
        Arrays.fill(wider, (byte) '"');
        System.arraycopy(bytes, 0, wider, 20, bytes.length);
        SipLayout alone = new SipLayout();
        SipLayout within = new SipLayout();
        boolean sip = SipParser.parse(bytes, 0, bytes.length, alone);
        assertEquals(sip, SipParser.parse(wider, 20, 20 + bytes.length, within));
        if (!sip) {
            return;
        }
        assertEquals(alone.defectCount(), within.defectCount());
        assertEquals(alone.fieldCount(), within.fieldCount());
        for (Part part : Part.values()) {
            int shift = alone.has(part) ? 20 : 0;
            assertEquals(alone.from(part) + shift, within.from(part));
            assertEquals(alone.to(part) + shift, within.to(part));
        }
    }

    @Property(tries = 500)
    void wayOfWritingChangesNoPart(@ForAll("variants") String text) {
        for (Part part : Part.values()) {
            String expected = Messages.part(Messages.INVITE, part);
            assertEquals(expected, Messages.part(text, part), () -> part + " in " + text);
        }
        assertEquals(314159, Messages.layout(text).cseqNumber());
        assertEquals(Set.of(), Messages.defects(text), text);
    }

    @Property(tries = 100)
    void cuttingAMessageChangesNothingBeforeTheCut(@ForAll("variants") String text) {
        SipLayout whole = Messages.layout(text);
        int lineTo = text.indexOf("\r\n");
        for (int cut = 0; cut < text.length(); cut++) {
            byte[] bytes = Messages.bytes(text.substring(0, cut));
            SipLayout layout = new SipLayout();
            boolean sip = SipParser.parse(bytes, 0, cut, layout);
            assertEquals(cut >= lineTo, sip);
            MessageCheck.isSound(bytes);
            if (sip) {
                checkSameBefore(whole, layout, cut);
                assertTrue(layout.defectCount() > 0, "a cut is told");
            }
        }
    }

    /// What lies in fields that end before the cut has to be found as in the whole message.
    private static void checkSameBefore(SipLayout whole, SipLayout layout, int cut) {
        for (int i = 0; i < layout.fieldCount(); i++) {
            if (whole.fieldTo(i) <= cut) {
                assertEquals(whole.fieldName(i), layout.fieldName(i));
                assertEquals(whole.valueFrom(i), layout.valueFrom(i));
                assertEquals(whole.valueTo(i), layout.valueTo(i));
            }
        }
        for (Part part : HEADER_PARTS) {
            if (whole.has(part) && fieldEnd(whole, part) <= cut) {
                assertEquals(whole.from(part), layout.from(part));
                assertEquals(whole.to(part), layout.to(part));
            }
        }
    }

    private static int fieldEnd(SipLayout layout, Part part) {
        for (int i = 0; i < layout.fieldCount(); i++) {
            if (layout.fieldFrom(i) <= layout.from(part) && layout.to(part) <= layout.fieldTo(i)) {
                return layout.fieldTo(i);
            }
        }
        throw new AssertionError(part);
    }

    @Provide
    Arbitrary<byte[]> hostile() {
        Arbitrary<String> snippets = Arbitraries.of("\r\n", "\n", "\r", " ", "\t", ":", ";", ",", "\"", "\\", "<", ">",
                "=", "[", "]", "@", "?", "/", "*", "\u0000", "\u007f", "\u00c3\u00a9", "\u00ff", "tag", "branch",
                "sip:a@b", "SIP/2.0", "UDP", "h", "1", "INVITE", "\r\nVia:", "\r\nv:", "\r\nFrom:", "\r\nt:",
                "\r\nContact:", "\r\nCSeq:", "\r\nl:", "\r\nContent-Length: 5", "\r\nContent-Type:application/sdp",
                "\r\nDate:", "\r\nExpires:", "\r\ni:", "\r\n\r\n", "\r\nv=0", "\r\nm=", "\r\nc=IN IP4", "audio",
                " 4000", "a=rtpmap:0", "\r\n--b");
        Arbitrary<String> begin = Arbitraries.of("", "\r\n", "INVITE sip:a@b SIP/2.0", "SIP/2.0 200 OK", "x y:z sip/1");
        return Combinators.combine(begin, snippets.list().ofMaxSize(60))
                .as((first, rest) -> Messages.bytes(first + String.join("", rest)));
    }

    /// The same request with its fields in another order, case, compactness and folding.
    @Provide
    Arbitrary<String> variants() {
        return Arbitraries.longs().map(seed -> variant(new Random(seed)));
    }

    private static String variant(Random random) {
        int headerTo = Messages.INVITE.indexOf("\r\n\r\n");
        String[] lines = Messages.INVITE.substring(0, headerTo).split("\r\n");
        List<String> fields = new ArrayList<>(List.of(lines).subList(1, lines.length));
        fields.add("Subject: second");
        fields.add("X-Own:");
        Collections.shuffle(fields, random);
        StringBuilder text = new StringBuilder(lines[0]).append("\r\n");
        for (String field : fields) {
            text.append(field(field, random)).append("\r\n");
        }
        return text + Messages.INVITE.substring(headerTo + 2);
    }

    private static String field(String field, Random random) {
        int colon = field.indexOf(':');
        String written = field.substring(0, colon);
        String name = switch (random.nextInt(4)) {
            case 0 -> written.toUpperCase(Locale.ROOT);
            case 1 -> written.toLowerCase(Locale.ROOT);
            case 2 -> HeaderName.of(written).flatMap(HeaderName::compactForm).orElse(written);
            default -> written;
        };
        String value = field.substring(colon + 1).strip();
        if (random.nextBoolean() && !value.contains("Softphone")) {
            // A quoted string is left as it is: white space in it counts.
            int from = value.lastIndexOf('"') + 1;
            String folded = value.substring(from).replaceFirst(" ", space(random));
            value = value.substring(0, from) + folded.replace(";tag", space(random) + ";\r\n tag");
        }
        return name + blank(random) + ":" + space(random) + value + blank(random);
    }

    private static String blank(Random random) {
        return List.of("", "", " ", "\t", "  ").get(random.nextInt(5));
    }

    private static String space(Random random) {
        return List.of(" ", "\t ", "\r\n ", " \r\n\t", "   ").get(random.nextInt(5));
    }
}
