package org.sipsleuth.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.sip.Messages.INVITE;
import static org.sipsleuth.sip.Messages.RINGING;
import static org.sipsleuth.sip.Messages.defectText;
import static org.sipsleuth.sip.Messages.defects;
import static org.sipsleuth.sip.Messages.layout;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DefectsTest {

    /// What is changed in a sound message, the defect that this makes, and the text it covers.
    static List<Arguments> faults() {
        return List.of(fault("Max-Forwards: 70\r\n", "Max-Forwards: 70\n", DefectKind.BARE_LF, "\n"),
                fault("Max-Forwards: 70\r\n", "Max-Forwards: 70\r", DefectKind.BARE_CR, "\r"),
                fault("User-Agent:", "User-Agent", DefectKind.NO_COLON, "User-Agent Softphone 1.0"),
                fault("User-Agent", "User Agent", DefectKind.HEADER_NAME, "User Agent"),
                fault("User-Agent", "User\u00e9", DefectKind.HEADER_NAME, "User\u00e9"),
                fault("User-Agent", "", DefectKind.HEADER_NAME, ""),
                fault("phone 1", "phone\u00001", DefectKind.CONTROL_CHARACTER, "\u0000"),
                fault("Softphone", "Soft\u00c3phone", DefectKind.INVALID_UTF8, "\u00c3"),
                fault("Max-Forwards: 70\r\n", "", DefectKind.MISSING_MAX_FORWARDS, ""),
                fault("Via: ", "X: ", DefectKind.MISSING_VIA, ""), fault("From: ", "X: ", DefectKind.MISSING_FROM, ""),
                fault("To: ", "X: ", DefectKind.MISSING_TO, ""),
                fault("Call-ID: ", "X: ", DefectKind.MISSING_CALL_ID, ""),
                fault("CSeq: ", "X: ", DefectKind.MISSING_CSEQ, ""),
                fault("CSeq:", "i: x@y\r\nCSeq:", DefectKind.REPEATED_FIELD, "i: x@y"),
                fault("a84b4c76e66710@", "a84 b@", DefectKind.CALL_ID, "a84 b@192.0.2.1"),
                fault("314159 INVITE", "INVITE", DefectKind.CSEQ, "INVITE"),
                fault("314159 INVITE", "314159INVITE", DefectKind.CSEQ, "314159INVITE"),
                fault("314159 INVITE", "-1 INVITE", DefectKind.CSEQ, "-1 INVITE"),
                fault("314159", "2147483648", DefectKind.CSEQ_NUMBER, "2147483648"),
                fault("314159", "36893488147419103232", DefectKind.CSEQ_NUMBER, "36893488147419103232"),
                fault("314159 INVITE", "314159 BYE", DefectKind.CSEQ_METHOD, "BYE"),
                fault("314159 INVITE", "314159 invite", DefectKind.CSEQ_METHOD, "invite"),
                fault("Forwards: 70", "Forwards: 256", DefectKind.MAX_FORWARDS, "256"),
                fault("Forwards: 70", "Forwards: -1", DefectKind.MAX_FORWARDS, "-1"),
                fault("User-Agent: Softphone 1.0", "Expires: soon", DefectKind.EXPIRES, "soon"),
                fault("User-Agent: Softphone 1.0", "Expires: 4294967296", DefectKind.EXPIRES, "4294967296"),
                fault("User-Agent: Softphone 1.0", "Date: now", DefectKind.DATE, "now"),
                fault("Length: 132", "Length: -999", DefectKind.CONTENT_LENGTH, "-999"),
                fault("Length: 132", "Length: ", DefectKind.CONTENT_LENGTH, ""),
                fault("Length: 132", "Length: 133", DefectKind.BODY_CUT, ""),
                fault("Length: 132", "Length: 99999999999999999999", DefectKind.BODY_CUT, ""),
                fault("Length: 132", "Length: 130", DefectKind.BODY_SURPLUS, "\r\n"),
                fault("application/sdp", "text", DefectKind.CONTENT_TYPE, "text"),
                fault("Content-Type: application/sdp\r\n", "", DefectKind.NO_CONTENT_TYPE, null),
                fault(";tag=1928301774", "", DefectKind.NO_FROM_TAG, null),
                fault("Ms\" <", "Ms <", DefectKind.FROM, null),
                fault("Bob <sip:bob@example.com>\r", "Bob, B <sip:b@c>\r", DefectKind.TO, "Bob, B <sip:b@c>"),
                fault("Bob <sip:bob@example.com>\r", "Bob <sip:b@c\r", DefectKind.TO, "<sip:b@c"),
                fault("Bob <sip:bob@example.com>\r", "<bob>\r", DefectKind.TO, "bob>"),
                fault("Bob <sip:bob@example.com>\r", "< sip:b@c>\r", DefectKind.TO, " sip:b@c>"),
                fault("Bob <sip:bob@example.com>\r", "sip:b@c;\r", DefectKind.TO, ";"),
                fault("Bob <sip:bob@example.com>\r", "sip:b@c?X=y\r", DefectKind.TO, "?X=y"),
                fault("Bob <sip:bob@example.com>\r", "\r", DefectKind.TO, ""),
                fault("sip:alice@192.0.2.9", "alice", DefectKind.CONTACT, "alice"),
                fault("expires=60,", "expires=60;;,", DefectKind.CONTACT, ";;"),
                fault(", sip:alice@192.0.2.9", ",", DefectKind.CONTACT, ""),
                fault("SIP/2.0/UDP 192.0.2.1:5060", "SIP/2.0/UDP ", DefectKind.VIA, null),
                fault("SIP/2.0/UDP", "SIP/UDP", DefectKind.VIA, null),
                fault("192.0.2.1:5060", "fe80:0:1", DefectKind.VIA, null),
                fault("192.0.2.1:5060", "[fe80::1", DefectKind.VIA, null),
                fault(";rport", ";;,;,,", DefectKind.VIA, ";;"),
                fault("70\r\n", "70\r\r\n", DefectKind.DOUBLED_CR, "\r\r\n"),
                fault("phone 1", "\\\u00001", DefectKind.CONTROL_CHARACTER, "\u0000"),
                fault("User-Agent: S", "Subject: \"\\\0", DefectKind.CONTROL_CHARACTER, "\0"),
                fault("<sip:bob@example.com>\r", "<sip:>\r", DefectKind.TO, "sip:"),
                fault("<sip:bob@example.com>\r", "<sip:bob@>\r", DefectKind.TO, "sip:bob@"),
                fault("<sip:bob@example.com>\r", "<sip:@b>\r", DefectKind.TO, "@b"),
                fault("<sip:bob@example.com>\r", "<sip:a@{x}>\r", DefectKind.TO, "{x}"),
                fault("<sip:bob@example.com>\r", "<sip:a@x:abc>\r", DefectKind.TO, "abc"),
                fault("<sip:bob@example.com>\r", "<sip:a@[::1>\r", DefectKind.TO, "[::1"),
                fault("<sip:bob@example.com>\r", "<sip:a@[1::2::3]>\r", DefectKind.TO, "[1::2::3]"),
                fault("<sip:bob@example.com>\r", "<sip:a@x:99999>\r", DefectKind.TO, "99999"),
                fault("<sip:bob@example.com>\r", "<sip:a@x..y>\r", DefectKind.TO, ".y"),
                fault("<sip:bob@example.com>\r", "<sip:a#1@x>\r", DefectKind.TO, "#1@x"),
                fault("<sip:bob@example.com>\r", "<sip:a%2@x>\r", DefectKind.TO, "%2@x"),
                fault("<sip:bob@example.com>\r", "<sip:a@b@c>\r", DefectKind.TO, "@c"),
                fault("<sip:bob@example.com>\r", "<sip:x;;lr>\r", DefectKind.TO, ";;lr"),
                fault("<sip:bob@example.com>\r", "<sip:x;a=>\r", DefectKind.TO, ";a="),
                fault("<sip:bob@example.com>\r", "<sip:x?>\r", DefectKind.TO, "?"),
                fault("<sip:bob@example.com>\r", "<tel:>\r", DefectKind.TO, "tel:"),
                fault("<sip:bob@example.com>\r", "<tel:+1x>\r", DefectKind.TO, "x"),
                fault("<sip:bob@example.com>\r", "<urn:a|b>\r", DefectKind.TO, "|b"),
                fault("org;user=phone>", "org:70000>", DefectKind.FROM, "70000"),
                fault("alice@192.0.2.1;", "alice@192.0.2.1:99999;", DefectKind.CONTACT, null),
                fault("alice@192.0.2.9", "alice@{}", DefectKind.CONTACT, "{}"),
                fault("sip:bob@example.com S", "sip:a@x:abc S", DefectKind.REQUEST_URI, "abc"),
                fault("sip:bob@example.com S", "sip:a@[::1 S", DefectKind.REQUEST_URI, "[::1"),
                fault("sip:bob@example.com S", "sip:b@x:65536 S", DefectKind.REQUEST_URI, "65536"),
                fault("192.0.2.1:5060", "{x}", DefectKind.VIA, null),
                fault("192.0.2.1:5060", "192.0.2.1:99999", DefectKind.VIA, ":99999;branch=z9hG4bKnashds8;rport"),
                fault("192.0.2.1:5060", "[1:2]", DefectKind.VIA, null),
                fault("Softphone 1.0", "x\r\nRoute: <sip:a>, <sip:b:x>", DefectKind.ROUTE, "x"),
                fault("Softphone 1.0", "x\r\nRoute: sip:a;lr", DefectKind.ROUTE, null),
                fault("Softphone 1.0", "x\r\nRecord-Route: <a>", DefectKind.RECORD_ROUTE, null),
                fault("66710@192.0.2.1", "1@b@c", DefectKind.CALL_ID, "@c"),
                fault("66710@192.0.2.1", "1@", DefectKind.CALL_ID, "@"),
                fault("a84b4c76e66710@192.0.2.1", "@1", DefectKind.CALL_ID, "@1"),
                fault("66710@192.0.2.1", "1;x", DefectKind.CALL_ID, ";x"),
                fault("tag=1928301774", "tag=a/b", DefectKind.TAG, "a/b"),
                fault("tag=1928301774", "tag=\"a\"", DefectKind.TAG, "\"a\""),
                fault("z9hG4bKnashds8", "z9hG4bK", DefectKind.BRANCH, "z9hG4bK"),
                fault("z9hG4bKnashds8", "Z9Hg4bk", DefectKind.BRANCH, "Z9Hg4bk"),
                fault("z9hG4bKnashds8", "z9hG4bK@x", DefectKind.BRANCH, "z9hG4bK@x"),
                fault("v=0", "v=1", DefectKind.SDP_VERSION, "v=1"), fault("s=-", "s -", DefectKind.SDP_LINE, "s -"),
                fault("application/sdp", "multipart/mixed", DefectKind.MULTIPART, null),
                fault("audio 4000", "audio 400x", DefectKind.SDP_MEDIA, "m=audio 400x RTP/AVP 8 0 101"),
                fault("audio 4000 RTP/AVP 8 0 101", "audio 4000 RTP/AVP        ", DefectKind.SDP_MEDIA, null),
                fault("c=IN IP4 192.0.2.1", "c=IN IPX 192.0.2.1", DefectKind.SDP_CONNECTION, "c=IN IPX 192.0.2.1"),
                fault("c=IN", "b=IN", DefectKind.SDP_NO_CONNECTION, "m=audio 4000 RTP/AVP 8 0 101"));
    }

    private static Arguments fault(String from, String to, DefectKind kind, String covered) {
        return Arguments.of(from, to, kind, covered);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultGivesItsDefectAtItsPlace(String from, String to, DefectKind kind, String covered) {
        assertTrue(INVITE.contains(from));
        String text = INVITE.replace(from, to);
        assertEquals(Set.of(kind), defects(text));
        if (covered != null) {
            assertEquals(covered, defectText(text));
        }
    }

    @Test
    void everyKindHasItsFault() {
        Set<DefectKind> kinds = EnumSet.noneOf(DefectKind.class);
        faults().forEach(fault -> kinds.add((DefectKind) fault.get()[2]));
        Set<DefectKind> elsewhere = EnumSet.range(DefectKind.START_LINE, DefectKind.STATUS_CODE); // StartLineTest
        elsewhere.add(DefectKind.NO_EMPTY_LINE);
        elsewhere.add(DefectKind.TOO_MANY_FIELDS);
        kinds.addAll(elsewhere);
        assertEquals(EnumSet.allOf(DefectKind.class), kinds);
    }

    @Test
    void soundMessagesHaveNoDefect() {
        assertEquals(Set.of(), defects(INVITE));
        assertEquals(Set.of(), defects(RINGING));
    }

    static Stream<String> soundFields() {
        return Stream.of("Contact: *",
                "Contact: \"Joe, <a> ; \\\" \" <sip:j@h?a=b>;q=0.7;+sip.instance=\"<urn:uuid:1>\"",
                "Contact: Joe  Doe <sip:j@h>, <tel:+12>;a , sips:k@[::1]:5061;a=b", "m: Joe<sip:j@h>",
                "Date: Sat, 13 Nov 2010 23:29:00 GMT", "Expires: 4294967295",
                "Via  : SIP  /   2.0\r\n /UDP\r\n    192.0.2.2;branch=390skdjuw",
                "v: SIP/2.0/TCP spindle.example ;\r\n branch = z9 ,SIP/2.0/UDP [::1]:5060 ; rport",
                "Via: SIP/2.0/UDP [2001:db8::9:1];received=[2001:db8::9:255];branch=z9hG4bKas3",
                "Via: SIP/2.0/UDP h : 5060", "Subject:", "s :\r\n", "s: \u00c3\u00a9t\u00c3\u00a9\tnow",
                "Warning: 370 h \"BEL:\\\u0007 NUL:\\\u0000\"", "UnknownHeaderWithUnusualValue: ;;,,;;,;",
                "x-1!%*_+`'~.: :", "Contact: <sip:a:p&=+$,%2f@b_c.example.:65535;x=[]/:&+$;lr?a=b&c=>",
                "Contact: <sip:;:@[::ffff:192.0.2.1]>, <sip:[2001:db8:::192.0.2.1]:0>",
                "Contact: <tel:+1-(2).3;isub=1>, <tel:911;phone-context=+1>, <mailto:a@b#c>",
                "Route: <sip:a.example;lr>;x,N <sips:b>\r\nRecord-Route: <sip:c;lr>", "User-Agent: a/1 (\"\\\u0001\")");
    }

    @Test
    void doubledCarriageReturnsLoseNoField() {
        String text = INVITE.replace("\r\n", "\r\r\n");
        assertEquals(Set.of(DefectKind.DOUBLED_CR),
                defects(text.substring(0, text.indexOf("v=0")).replace("132", "0")));
        String header = INVITE.replace("70\r\n", "70\r\r\n");
        assertEquals("a84b4c76e66710@192.0.2.1", Messages.part(header, Part.CALL_ID));
        assertEquals(Messages.part(INVITE, Part.BODY), Messages.part(header, Part.BODY));
    }

    /// CR alone ends a line too, so that CR CR LF may be the end of the header.
    @Test
    void carriageReturnBeforeTheEmptyLineEndsTheHeader() {
        String body = "a: b\r\n";
        String text = RINGING.replace("Length: 0\r\n\r\n", "Length: 6\r\nc: text/plain\r\r\n");
        assertEquals(Set.of(DefectKind.BARE_CR), defects(text + body));
        assertEquals(body, Messages.part(text + body, Part.BODY));
    }

    @Test
    void reasonNamesTheSection() {
        assertEquals("malformed tag (RFC 3261 §19.3)", DefectKind.TAG.reason());
        assertEquals("too many header fields", DefectKind.TOO_MANY_FIELDS.reason());
    }

    @ParameterizedTest
    @MethodSource("soundFields")
    void soundFieldsGiveNoDefect(String field) {
        String text = INVITE.replace("User-Agent: Softphone 1.0", field.strip());
        assertEquals(Set.of(), defects(text));
    }

    @Test
    void branchWithoutMagicCookieIsNoDefect() {
        assertEquals(Set.of(), defects(INVITE.replace("z9hG4bKnashds8", "1")));
    }

    @Test
    void messageCutInItsHeaderHasNoEmptyLine() {
        String text = RINGING.substring(0, RINGING.length() - 2);
        assertEquals(Set.of(DefectKind.NO_EMPTY_LINE), defects(text));
        String cut = text.substring(0, text.length() - 1);
        assertEquals(Set.of(DefectKind.NO_EMPTY_LINE), defects(cut));
    }

    @Test
    void bareLineEndsAreRecordedOnce() {
        assertEquals(Set.of(DefectKind.BARE_LF), defects(RINGING.replace("\r", "")));
        assertEquals(1, layout(RINGING.replace("\r", "")).defectCount());
        assertEquals(1, layout(RINGING.replace("\n", "")).defectCount());
    }

    @Test
    void fieldsBeyondTheBoundAreReadButNotListed() {
        String many = "X: 1\r\n".repeat(SipLayout.MAX_FIELDS);
        String text = RINGING.replace("Via:", many + "Via:");
        assertEquals(Set.of(DefectKind.TOO_MANY_FIELDS), defects(text));
        assertEquals(SipLayout.MAX_FIELDS, layout(text).fieldCount());
        assertEquals("a84b4c76e66710@192.0.2.1", Messages.part(text, Part.CALL_ID));
        assertEquals(SipLayout.MAX_FIELDS, SipMessage.of(Messages.bytes(text)).headerFields().size());
    }

    @Test
    void defectsAreBoundedAndNoKindHidesTheOthers() {
        String text = INVITE.replace("Softphone", "\u0000a".repeat(10_000)).replace("70", "x");
        assertEquals(Set.of(DefectKind.CONTROL_CHARACTER, DefectKind.MAX_FORWARDS), defects(text));
        assertEquals(SipLayout.MAX_DEFECTS_OF_A_KIND + 1, layout(text).defectCount());
        String all = "x sip:a SIP/2.0\r\n" + "\u0000\u00ff:\r\n(\r\nExpires:\r\nDate:\r\n".repeat(99);
        String more = all + "From:\r\nTo: x\r\nVia:\r\nContact: ;\r\nCSeq: x\r\n".repeat(99);
        assertTrue(layout(more).defectCount() <= SipLayout.MAX_DEFECTS);
    }

    @Test
    void textsOfDefectsAreDistinctWords() {
        List<String> texts = Stream.of(DefectKind.values()).map(DefectKind::text).toList();
        assertEquals(texts.size(), Set.copyOf(texts).size());
        texts.forEach(text -> assertTrue(text.matches("[A-Za-z=08 -]{6,40}"), text));
        assertEquals("missing call-id", DefectKind.MISSING_CALL_ID.text().toLowerCase(Locale.ROOT));
    }
}
