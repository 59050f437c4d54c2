package org.sipsleuth.export.anonymize.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.export.anonymize.pseudonym.Pseudonyms;
import org.sipsleuth.sip.SipMessage;

class MessageRewriterTest {

    private static final String LINE = "OPTIONS sip:alice@pbx.example.org SIP/2.0\r\n";

    private final Pseudonyms pseudonyms = TestKeys.pseudonyms(1);
    private final MessageRewriter rewriter = new MessageRewriter(pseudonyms, Set.of());

    private String copy(String message) {
        return rewriter.rewrite(message.getBytes(StandardCharsets.UTF_8)).orElseThrow().text();
    }

    private String field(String field) {
        String copy = copy(LINE + field + "\r\n\r\n");
        return copy.substring(copy.indexOf("\r\n") + 2, copy.length() - 4);
    }

    private String word(String word) {
        return pseudonyms.word(word);
    }

    @Test
    void aUserIsTheSameInUrisAndInAuthorization() {
        String from = field("From: <sip:alice@pbx.example.org>;tag=1928301774");
        String user = from.substring(from.indexOf(':', 6) + 1, from.indexOf('@'));
        assertEquals(word("alice"), user);
        assertTrue(field("Authorization: Digest username=\"alice\", realm=\"pbx.example.org\"")
                .contains("Digest username=\"" + user + "\", realm=\"" + word("pbx.example.org")));
        assertTrue(field("X-User: alice").endsWith(": " + user));
    }

    @Test
    void callIdsAndTagsAreTheSameWhereverTheyStand() {
        String callId = field("Call-ID: a84b4c76e66710@192.0.2.1").substring("Call-ID: ".length());
        String tag = field("To: <sip:b@c>;tag=x7y8z9").replaceFirst(".*tag=", "");
        assertEquals("Replaces: " + callId + ";to-tag=" + tag + ";from-tag=" + word("q1w2"),
                field("Replaces: a84b4c76e66710@192.0.2.1;to-tag=x7y8z9;from-tag=q1w2"));
        assertTrue(field("Refer-To: <sip:b@c?Replaces=a84b4c76e66710%40192.0.2.1%3Bto-tag%3Dx7y8z9>")
                .contains("?Replaces=" + callId.replace("@", "%40") + "%3Bto-tag%3D" + tag));
        assertEquals("X-Call-ID: " + callId, field("X-Call-ID: a84b4c76e66710@192.0.2.1"));
    }

    @Test
    void addressesAreTheSameInViaAndInSdp() {
        String via = field("Via: SIP/2.0/UDP 85.10.20.30:5061;received=85.10.20.30;rport=5061");
        String address = via.replaceFirst("Via: SIP/2.0/UDP ([0-9.]+):5061;.*", "$1");
        assertEquals("Via: SIP/2.0/UDP %1$s:5061;received=%1$s;rport=5061".formatted(address), via);
        String body = "v=0\r\no=- 1 1 IN IP4 85.10.20.30\r\ns=-\r\nc=IN IP4 85.10.20.30\r\nt=0 0\r\n";
        String copy = copy(LINE + "Content-Type: application/sdp\r\n\r\n" + body);
        assertTrue(copy.contains("c=IN IP4 " + address + "\r\n"), copy);
        assertTrue(copy.contains(" 1 IN IP4 " + address + "\r\n"), copy);
    }

    @Test
    void headerBehindADoubledCarriageReturnIsReplacedAsAny() {
        String body = "v=0\r\ns=secret\r\n";
        String fields = "Content-Type: application/sdp\r\nCall-ID: a84b4c76e66710@192.0.2.1\r\n\r\n";
        String sound = copy(LINE + "Subject: x\r\n" + fields + body);
        String doubled = copy(LINE + "Subject: x\r\r\n" + fields + body);
        assertEquals(sound, doubled.replace("\r\r\n", "\r\n"));
        assertFalse(doubled.contains("a84b4c76e66710"), doubled);
    }

    @Test
    void contentLengthIsRightAgainAndWrongByAsMuch() {
        String body = "v=0\r\no=- 1 1 IN IP4 1.2.3.4\r\ns=a\r\n";
        for (int wrong : new int[]{-3, 0, 40}) {
            String head = LINE + "Content-Type: application/sdp\r\nContent-Length: ";
            String copy = copy(head + (body.length() + wrong) + "\r\n\r\n" + body);
            String[] parts = copy.split("\r\n\r\n", 2);
            int reported = Integer.parseInt(parts[0].substring(parts[0].lastIndexOf(' ') + 1));
            assertEquals(parts[1].length() + wrong, reported);
        }
    }

    @Test
    void whatBelongsToTheProtocolStays() {
        for (String field : new String[]{
            "Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY",
            "Supported: 100rel, timer, replaces",
            "CSeq: 4711 INVITE",
            "Expires: 3600",
            "Max-Forwards: 70",
            "Reason: Q.850;cause=16;text=\"Normal call clearing\"",
            "Content-Type: application/sdp",
            "Session-Expires: 1800;refresher=uac",
            "Date: Sat, 13 Nov 2010 23:29:00 GMT",
            "User-Agent: Asterisk PBX 18.4.0",
            "User-Agent: friendly-scanner",
            "Privacy: id;critical",
            "From: \"Anonymous\" <sip:anonymous@anonymous.invalid>",
            "Contact: *"}) {
            assertEquals(field, field(field));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "User-Agent: Yealink SIP-T46S 00:15:65:a1:b2:c3",
        "User-Agent: Yealink 001565a1b2c3",
        "User-Agent: Asterisk (555-123-4567)",
        "User-Agent: Asterisk Musterfirma",
        "Server: a1b2c3d4"})
    void whoOwnsAProductDoesNotStay(String field) {
        String copy = field(field);
        for (String piece : new String[]{"65:a1", "a1b2", "555-", "123-", "-4567", "Musterfirma", "00:15"}) {
            assertFalse(copy.contains(piece), copy);
        }
    }

    @Test
    void bodiesThatAreNotReadBecomeFillerOfTheirLength() {
        String xml = "<?xml version=\"1.0\"?><presence entity=\"pres:alice@example.org\"/>";
        String copy = copy(LINE + "Content-Type: application/pidf+xml\r\n\r\n" + xml);
        assertTrue(copy.endsWith("\r\n\r\n<x>" + "x".repeat(xml.length() - 7) + "</x>"), copy);
        String digits = copy(LINE + "Content-Type: application/dtmf-relay\r\n\r\nSignal=5\r\n");
        assertTrue(digits.endsWith("\r\n\r\nxxxxxxxx\r\n"), digits);
        assertEquals(Map.of("application/pidf+xml", 1L, "application/dtmf-relay", 1L), rewriter.filledBodies());
    }

    @Test
    void partsOfABodyAreRewrittenEach() {
        String body = """
                --frontier
                Content-Type: application/sdp

                v=0
                c=IN IP4 85.1.2.3

                --frontier
                Content-Type: text/plain

                to alice
                --frontier--
                """.replace("\n", "\r\n");
        String copy = copy(LINE + "Content-Type: multipart/mixed;boundary=\"frontier\"\r\n\r\n" + body);
        String boundary = word("frontier");
        assertTrue(copy.contains("boundary=\"" + boundary + "\""), copy);
        assertEquals(4, copy.split(boundary, -1).length - 1);
        assertTrue(copy.contains("\r\n\r\nv=0\r\nc=IN IP4 "), copy);
        assertTrue(copy.contains("\r\n\r\nxxxxxxxx\r\n--" + boundary + "--\r\n"), copy);
    }

    @Test
    void aFragmentOfAMessageKeepsItsStatus() {
        String copy = copy(LINE + "Content-Type: message/sipfrag\r\n\r\nSIP/2.0 180 Ringing\r\n");
        assertTrue(copy.endsWith("\r\n\r\nSIP/2.0 180 Ringing\r\n"), copy);
    }

    @Test
    void aVersionCountsOnInTheCopy() {
        String first = session("o=root 1788120 1788120 IN IP4 1.2.3.4");
        String second = session("o=root 1788120 1788123 IN IP4 1.2.3.4");
        long before = Long.parseLong(first.split(" ", -1)[2]);
        assertEquals(before + 3, Long.parseLong(second.split(" ", -1)[2]));
        assertEquals("2", session("o=- 987654321 2 IN IP4 1.2.3.4").split(" ", -1)[2]);
    }

    private String session(String origin) {
        String copy = copy(LINE + "Content-Type: application/sdp\r\n\r\nv=0\r\n" + origin + "\r\n");
        return copy.substring(copy.indexOf("o="));
    }

    @Test
    void sourcesAreThoseOfThePackets() {
        String body = "v=0\r\na=ssrc:3735928559 cname:alice@pc\r\n";
        String copy = copy(LINE + "Content-Type: application/sdp\r\n\r\n" + body);
        long source = Integer.toUnsignedLong(pseudonyms.number(0xdeadbeef));
        assertTrue(copy.contains("a=ssrc:" + source + " cname:" + word("alice") + "@"), copy);
    }

    @Test
    void damageIsKept() {
        for (String message : new String[]{
            "INVITE sip:a@b SIP/2.0\nFrom: \"x <sip:a@b>;tag=1\nno colon\nVia: \nVia: /\n\n",
            "INVITE  <sip:a@b> SIP/7.0\r\nTo: a b c\r\nCSeq: 99999999999 ACK\r\n: x\r\n",
            "SIP/2.0 4294967301 strange\r\nContent-Length: -1\r\nMax-Forwards: 300\r\n\r\nx",
            "OPTIONS a:b SIP/2.0\r\nSubject: \u0001\u0002\r\nCall-ID: a b\r\nCall-ID: c\r\n\r\n"}) {
            byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
            SipMessage before = SipMessage.of(bytes);
            SipMessage after = SipMessage.of(rewriter.rewrite(bytes).orElseThrow().bytes());
            assertEquals(before.defects().stream().map(defect -> defect.kind()).toList(),
                    after.defects().stream().map(defect -> defect.kind()).toList(), after.text());
        }
    }
}
