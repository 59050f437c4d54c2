package org.sipsleuth.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.sipsleuth.sip.field.UriCheck;

/// That a header read by [PlainHeader] says the same as one read by [HeaderScan].
class PlainHeaderPropertyTest {

    private static final List<String> BEGINNINGS =
            List.of(Messages.INVITE, Messages.RINGING, plain(Messages.INVITE), register());

    /// What decides how a header is read.
    private static final String MARKS = "\r\n\t ,;:=<>\"\\@/[]?*0129aZ.\0\u007f\u00e9";

    private static final List<String> LINES = List.of("Via: SIP/2.0/TCP [2001:db8::1]:5060;branch=z9hG4bKa",
            "Via: SIP/2.0/UDP a.example;branch=z9hG4bKa, SIP/2.0/UDP b.example",
            "v: SIP / 2.0 / UDP a.example:123456;BRANCH=z9hG4bKa;branch=b;rport", "From: sip:alice@example.org;tag=1",
            "f: Alice B <sip:alice@example.org;x=y>;x;TAG=1;tag=2", "To: \"Bob <b>\" <tel:+1234?a=b>",
            "t:<sip:bob@example.com>;tag=\"a\"", "To: <sip:a%2f@[::ffff:192.0.2.1]:65535;lr?a=b>;tag=^",
            "Route: <sip:a.example;lr>, <sip:[::1]>;a=b", "Record-Route: sip:a.example;lr",
            "v: SIP/2.0/UDP a_b.example:65536;branch=z9hg4Bk", "Call-ID: a@b@c", "Subject: \"\\\u0007",
            "Server: (\\\u0007)\r", "m: *", "Contact: <sip:a@b>;expires=1, <sip:c@d>", "i: a<b>@c",
            "Call-ID: two words", "CSeq: 4294967296 INVITE", "CSeq: 1  BYE", "Max-Forwards: 256", "Content-Length: 7",
            "l: 99999999999", "Content-Length:", "c: application/sdp; charset=utf-8", "Content-Type: text", "Server: x",
            "User-Agent: y ", "Expires: 4294967296", "Date: Sat, 13 Nov 2010 23:29:00 GMT", "Date: yesterday",
            "X-Own: anything, at all;", "X Own: a", ": nameless", "no colon", " folded");

    @Property(tries = 20_000)
    void bothWaysOfReadingSayTheSame(@ForAll("messages") String text) {
        Statistics.collect(isPlain(text) ? "plain" : "general");
        compare(text);
    }

    private static boolean isPlain(String text) {
        byte[] bytes = Messages.bytes(text);
        SipLayout layout = new SipLayout();
        return SipParser.begin(bytes, 0, bytes.length, layout)
                && new PlainHeader(new UriCheck()).read(bytes, layout) >= 0;
    }

    private static void compare(String text) {
        byte[] bytes = Messages.bytes(text);
        SipLayout general = new SipLayout();
        SipLayout either = new SipLayout();
        boolean sip = SipParser.begin(bytes, 0, bytes.length, general);
        assertEquals(sip, SipParser.begin(bytes, 0, bytes.length, either));
        if (!sip) {
            return;
        }
        SipParser.complete(bytes, general);
        SipParser.completeParts(bytes, either);
        assertEquals(reported(general), reported(either), text);
    }

    @Property(tries = 2_000)
    void anyBytesBehindAStartLineSayTheSame(@ForAll byte[] bytes) {
        byte[] line = Messages.bytes("SIP/2.0 200 OK\r\n");
        byte[] message = Arrays.copyOf(line, line.length + bytes.length);
        System.arraycopy(bytes, 0, message, line.length, bytes.length);
        compare(new String(message, StandardCharsets.ISO_8859_1));
    }

    @Example
    void usualMessagesArePlain() {
        for (String text : List.of(Messages.RINGING, plain(Messages.INVITE), register())) {
            assertTrue(isPlain(text), text);
        }
    }

    @Example
    void moreFieldsThanAreListedAreADefectEitherWay() {
        String fields = "X-Own: a\r\n".repeat(SipLayout.MAX_FIELDS);
        compare(register().replaceFirst("\r\n", "\r\n" + Matcher.quoteReplacement(fields)));
    }

    @Example
    void aBlankInsteadOfADatesFirstLetterIsADefectEitherWay() {
        compare(register().replace("Sat, 13", " at, 13"));
    }

    /// What chance alone would seldom come to.
    @Example
    void everyMarkAtEveryPlaceSaysTheSame() {
        for (String text : BEGINNINGS) {
            changeEverywhere(text, 0, text.length());
        }
        int second = register().indexOf("\r\n") + 2;
        for (String line : LINES) {
            String text = new StringBuilder(register()).insert(second, line + "\r\n").toString();
            changeEverywhere(text, second, second + line.length());
        }
    }

    private static void changeEverywhere(String text, int from, int to) {
        StringBuilder changed = new StringBuilder(text);
        for (int at = from; at < to; at++) {
            for (char mark : MARKS.toCharArray()) {
                changed.insert(at, mark);
                compare(changed.toString());
                changed.deleteCharAt(at + 1);
                compare(changed.toString());
                changed.setCharAt(at, text.charAt(at));
            }
            changed.deleteCharAt(at);
            compare(changed.toString());
            changed.insert(at, text.charAt(at));
        }
    }

    /// All but the list of fields.
    private static List<String> reported(SipLayout layout) {
        List<String> reported = new ArrayList<>();
        for (Part part : Part.values()) {
            reported.add(part + " " + layout.from(part) + " " + layout.to(part));
        }
        for (int i = 0; i < layout.defectCount(); i++) {
            String range = " " + layout.defectFrom(i) + " " + layout.defectTo(i);
            reported.add(layout.defectKind(i) + range);
        }
        reported.add("Via " + layout.viaCount());
        reported.add("CSeq " + layout.cseqNumber() + " length " + layout.contentLength());
        reported.add(layout.messageFrom() + " " + layout.messageTo() + " " + layout.statusCode());
        return reported;
    }

    @Provide
    Arbitrary<String> messages() {
        return Combinators
                .combine(Arbitraries.of(BEGINNINGS), Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 4), Arbitraries.longs())
                .as((text, lines, marks, seed) -> changed(text, lines, marks, new Random(seed)));
    }

    /// The message with some lines put in, left out or moved, and some bytes changed.
    private static String changed(String text, int lines, int marks, Random random) {
        List<String> all = new ArrayList<>(List.of(text.split("\r\n", -1)));
        for (int i = 0; i < lines; i++) {
            int at = 1 + random.nextInt(Math.max(1, Math.min(12, all.size() - 1)));
            switch (random.nextInt(3)) {
                case 0 -> all.add(at, LINES.get(random.nextInt(LINES.size())));
                case 1 -> all.set(at, LINES.get(random.nextInt(LINES.size())));
                default -> Collections.swap(all, at, 1);
            }
        }
        StringBuilder changed = new StringBuilder(String.join("\r\n", all));
        for (int i = 0; i < marks; i++) {
            int at = random.nextInt(changed.length());
            char mark = MARKS.charAt(random.nextInt(MARKS.length()));
            switch (random.nextInt(3)) {
                case 0 -> changed.setCharAt(at, mark);
                case 1 -> changed.insert(at, mark);
                default -> changed.deleteCharAt(at);
            }
        }
        return changed.toString();
    }

    private static String plain(String invite) {
        return invite.replace(", sip:alice@192.0.2.9", "");
    }

    private static String register() {
        return """
        REGISTER sip:example.org SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK7;rport
        v: SIP/2.0/UDP proxy.example.org;branch=z9hG4bK8;received=192.0.2.7
        Max-Forwards: 70
        From: Alice <sip:alice@example.org>;tag=1
        To: <sip:alice@example.org>
        Call-ID: 1@192.0.2.1
        CSeq: 2 REGISTER
        Contact: <sip:alice@192.0.2.1>;expires=60
        Expires: 60
        Date: Sat, 13 Nov 2010 23:29:00 GMT
        Authorization: Digest username="alice", realm="example.org"
        User-Agent: Softphone 1.0
        Server: Both
        Content-Length: 0

        """.replace("\n", "\r\n");
    }
}
