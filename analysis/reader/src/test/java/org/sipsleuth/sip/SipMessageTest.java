package org.sipsleuth.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.sip.Messages.INVITE;
import static org.sipsleuth.sip.Messages.RINGING;
import static org.sipsleuth.sip.Messages.bytes;
import static org.sipsleuth.sip.Messages.part;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.sip.field.CSeq;
import org.sipsleuth.sip.field.CallId;
import org.sipsleuth.sip.field.NameAddr;

class SipMessageTest {

    @ParameterizedTest
    @CsvSource({
        "METHOD,INVITE",
        "REQUEST_URI,sip:bob@example.com",
        "CALL_ID,a84b4c76e66710@192.0.2.1",
        "CSEQ_METHOD,INVITE",
        "FROM_URI,sip:alice@example.org;user=phone",
        "FROM_TAG,1928301774",
        "TO_URI,sip:bob@example.com",
        "TO_TAG,-",
        "BRANCH,z9hG4bKnashds8",
        "USER_AGENT,Softphone 1.0",
        "CONTENT_TYPE,application/sdp"})
    void partsOfARequestLieWhereTheyStand(Part part, String text) {
        assertEquals(text, part(INVITE, part));
    }

    @Test
    void bodyLiesAfterTheEmptyLine() {
        assertTrue(part(INVITE, Part.BODY).startsWith("v=0"));
        assertEquals("", part(RINGING, Part.BODY));
        assertEquals(314159, Messages.layout(INVITE).cseqNumber());
        assertEquals(-1, Messages.layout("SIP/2.0 200 OK\r\n\r\n").cseqNumber());
    }

    @Test
    void viasAreCountedUnlessOneIsMalformed() {
        String start = "SIP/2.0 200 OK\r\n";
        String via = "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1";
        assertEquals(0, Messages.layout(start + "\r\n").viaCount());
        assertEquals(1, Messages.layout(start + via + "\r\n\r\n").viaCount());
        String two = start + via + ", SIP/2.0/TCP a.example\r\n";
        assertEquals(3, Messages.layout(two + "v: SIP/2.0/UDP b.example\r\n\r\n").viaCount());
        assertEquals(0, Messages.layout(two + "v: nothing\r\n\r\n").viaCount());
        assertEquals(0, Messages.layout(start + via + ",\r\n\r\n").viaCount());
    }

    @Test
    void viasAreNotCountedWhereNotAllFieldsAreListed() {
        String via = "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 192.0.2.1\r\n";
        String others = "X-Own: a\r\n".repeat(SipLayout.MAX_FIELDS);
        assertEquals(0, Messages.layout(via + others + "\r\n").viaCount());
    }

    @Test
    void userAgentGoesBeforeServerWhereverItStands() {
        String both = "SIP/2.0 200 OK\r\nServer: s\r\nUser-Agent: u\r\n\r\n";
        assertEquals("u", part(both, Part.USER_AGENT));
        assertEquals("u", part(both.replace("Server: s\r\n", ""), Part.USER_AGENT));
        assertEquals("s", part(both.replace("User-Agent: u\r\n", ""), Part.USER_AGENT));
        String other = "SIP/2.0 200 OK\r\nUser-Agent: u\r\nServer: s\r\n\r\n";
        assertEquals("u", part(other, Part.USER_AGENT));
        assertEquals("Proxy/2", part(RINGING, Part.USER_AGENT));
    }

    @Test
    void ofRepeatedFieldsTheFirstGivesTheParts() {
        String text = "SIP/2.0 200 OK\r\ni: 1\r\nCall-ID: 2\r\nf: <sip:a>;tag=1\r\nFrom: <sip:b>;tag=2\r\n"
                + "v: SIP/2.0/UDP h;branch=1, SIP/2.0/UDP h;branch=2\r\n"
                + "Via: SIP/2.0/UDP h;branch=3\r\nCSeq: 1 A\r\nCSeq: 2 B\r\n\r\n";
        assertEquals("1", part(text, Part.CALL_ID));
        assertEquals("sip:a", part(text, Part.FROM_URI));
        assertEquals("1", part(text, Part.FROM_TAG));
        assertEquals("1", part(text, Part.BRANCH));
        assertEquals("A", part(text, Part.CSEQ_METHOD));
        assertEquals(3, SipMessage.of(bytes(text)).vias().size());
    }

    @Test
    void requestIsReadWhole() {
        SipRequest request = assertInstanceOf(SipRequest.class, SipMessage.of(bytes(INVITE)));
        assertEquals("INVITE", request.method());
        assertEquals("sip:bob@example.com", request.requestUri());
        assertEquals("INVITE sip:bob@example.com SIP/2.0", request.startLine());
        assertEquals(10, request.headerFields().size());
        assertEquals(INVITE, request.text());
        assertEquals("v=0", request.text().substring(request.bodyOffset(), request.bodyOffset() + 3));
        assertEquals(List.of(), request.defects());
        assertEquals("192.0.2.1", request.sdp().orElseThrow().address());
        assertEquals(Optional.of(new CSeq(314159, "INVITE")), request.cSeq());
        assertEquals(Optional.of(new CallId("a84b4c76e66710@192.0.2.1")), request.callId());
        assertEquals("Alice \"A\" <x>, Ms", request.from().orElseThrow().displayName());
        assertEquals(Optional.of("1928301774"), request.from().orElseThrow().tag());
        assertEquals("Bob", request.to().orElseThrow().displayName());
        assertEquals("192.0.2.1", request.vias().getFirst().host());
        assertEquals(List.of("sip:alice@192.0.2.1;transport=udp", "sip:alice@192.0.2.9"),
                request.contacts().stream().map(NameAddr::uri).toList());
    }

    @Test
    void responseIsReadWhole() {
        SipResponse response = assertInstanceOf(SipResponse.class, SipMessage.of(bytes(RINGING)));
        assertEquals(180, response.statusCode());
        assertEquals("Ringing", response.reasonPhrase());
        assertEquals(RINGING.length(), response.bodyOffset());
        assertEquals(Optional.empty(), response.sdp());
        assertEquals(Optional.of("[2001:db8::1]"), response.vias().getFirst().received());
    }

    @Test
    void fieldsAreFoundByAnyNameAndKeepTheirPlace() {
        String text = "\r\n" + RINGING.replace("Call-ID:", "i \t:").replace("Server", "X-own");
        SipMessage message = SipMessage.of(bytes(text));
        for (String name : List.of("Call-ID", "call-id", "I", "i")) {
            assertEquals(Optional.of("a84b4c76e66710@192.0.2.1"), message.header(name));
        }
        assertEquals(Optional.of("Proxy/2"), message.header("x-OWN"));
        assertEquals(Optional.empty(), message.header("Date"));
        HeaderField field = message.headerFields().get(3);
        assertEquals("i", field.name());
        assertEquals("Call-ID", field.canonicalName());
        assertEquals("i \t: a84b4c76e66710@192.0.2.1\r\n",
                text.substring(field.offset(), field.offset() + field.length()));
        assertEquals("SIP/2.0 180 Ringing", message.startLine());
    }

    @Test
    void foldedLinesAreJoinedByOneSpace() {
        String text = RINGING.replace("Server: Proxy/2", "Subject: a  \r\n\t b\r\n  \r\n c  d  ");
        SipMessage message = SipMessage.of(bytes(text));
        assertEquals(Optional.of("a b c  d"), message.header("s"));
        assertEquals(List.of(), message.defects());
        String folded = RINGING.replace("CSeq: 314159 INVITE", "CSeq:\r\n 0009\r\n\tINVITE");
        assertEquals("INVITE", part(folded, Part.CSEQ_METHOD));
        assertEquals(9, Messages.layout(folded).cseqNumber());
    }

    @Test
    void valuesAreShownAsUtf8WhereTheyAre() {
        String text = RINGING.replace("Proxy/2", "\u00c3\u00a9").replace("Ringing", "\u00e9");
        SipResponse message = (SipResponse) SipMessage.of(bytes(text));
        assertEquals(Optional.of("\u00e9"), message.header("Server"));
        assertEquals("\ufffd", message.reasonPhrase(), "as Wireshark shows what is no UTF-8");
        assertEquals(text, message.text());
        assertEquals(text.length(), message.text().getBytes(StandardCharsets.ISO_8859_1).length);
    }

    @Test
    void aCallIdEndsAtANul() {
        String text = RINGING.replaceFirst("Call-ID: [^\r]*", "Call-ID: one\0two");
        assertEquals("one", part(text, Part.CALL_ID));
        assertEquals(List.of(DefectKind.CONTROL_CHARACTER, DefectKind.CALL_ID),
                SipMessage.of(bytes(text)).defects().stream().map(ParseDefect::kind).sorted().toList());
    }

    @Test
    void defectsStandInTheOrderOfTheirPlaces() {
        String text = "SIP/2.0 99 X\r\nCSeq: x\r\nExpires: x\r\n\r\nbody";
        List<ParseDefect> defects = SipMessage.of(bytes(text)).defects();
        assertEquals(DefectKind.STATUS_CODE, defects.getFirst().kind());
        assertEquals(new ParseDefect(DefectKind.NO_CONTENT_TYPE, 37, 4), defects.getLast());
        for (int i = 1; i < defects.size(); i++) {
            assertTrue(defects.get(i - 1).offset() <= defects.get(i).offset());
        }
    }

    @Test
    void sdpIsFoundWithoutContentTypeButNotUnderAnother() {
        assertTrue(SipMessage.of(bytes(INVITE.replaceFirst("Content-T.*\r\n", ""))).sdp().isPresent());
        String plain = INVITE.replace("application/sdp", "text/plain");
        assertEquals(Optional.empty(), SipMessage.of(bytes(plain)).sdp());
    }

    @Test
    void surplusBytesBelongToNoBody() {
        String text = RINGING + "SIP/2.0 200 OK\r\n\r\n";
        SipLayout layout = Messages.layout(text);
        assertEquals(RINGING.length(), layout.messageTo());
        assertEquals(0, layout.messageFrom());
        assertEquals("", part(text, Part.BODY));
    }

    @Test
    void otherBytesAreNoMessage() {
        byte[] http = bytes("GET / HTTP/1.1\r\n\r\n");
        assertThrows(IllegalArgumentException.class, () -> SipMessage.of(http));
        byte[] none = new byte[0];
        assertThrows(IllegalArgumentException.class, () -> SipMessage.of(none));
    }

    @Test
    void layoutForgetsTheMessageBefore() {
        byte[] first = bytes(INVITE);
        byte[] second = bytes("SIP/2.0 200 OK\r\n\r\n");
        SipLayout layout = new SipLayout();
        SipParser.parse(first, 0, first.length, layout);
        SipParser.parse(second, 0, second.length, layout);
        assertTrue(!layout.isRequest() && layout.fieldCount() == 0 && layout.cseqNumber() == -1);
        for (Part part : Part.values()) {
            boolean kept = part == Part.REASON || part == Part.BODY;
            assertEquals(kept, layout.has(part), part.name());
        }
    }

    @Test
    void fieldsAreFoundByTheirNamesHoweverTheyAreWritten() {
        SipLayout layout = Messages.layout("SIP/2.0 200 OK\r\nm: <sip:a@192.0.2.1>\r\nREASON: SIP;cause=503\r\n\r\n");
        assertTrue(layout.hasField(HeaderName.CONTACT) && layout.hasField(HeaderName.REASON));
        assertFalse(layout.hasField(HeaderName.VIA));
    }

    @Test
    void messageMayLieAnywhereInItsBuffer() {
        byte[] buffer = bytes("garbage" + RINGING + "garbage");
        SipLayout layout = new SipLayout();
        assertTrue(SipParser.parse(buffer, 7, 7 + RINGING.length(), layout));
        assertEquals(0, layout.defectCount());
        assertEquals(7, layout.messageFrom());
        assertEquals(7 + RINGING.length(), layout.messageTo());
        assertEquals(7 + RINGING.indexOf("a84b4"), layout.from(Part.CALL_ID));
    }
}
