package org.sipsleuth.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.sip.body.BodyScan;

/// Which session description of a body counts (RFC 5621, RFC 2046, RFC 3261 §20.11).
class BodyScanTest {

    /// A session description that asks for media at this port.
    private static String sdp(int port) {
        return "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n"
                + "m=audio %d RTP/AVP 0\r\n".formatted(port);
    }

    private static String sdpPart(int port, String... fields) {
        return part("application/sdp", sdp(port), fields);
    }

    private static String part(String type, String body, String... fields) {
        String more = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        return "Content-Type: " + type + "\r\n" + more + "\r\n" + body;
    }

    private static String parts(String boundary, String... parts) {
        StringBuilder body = new StringBuilder();
        for (String part : parts) {
            body.append("--").append(boundary).append("\r\n").append(part).append("\r\n");
        }
        return body + "--" + boundary + "--\r\n";
    }

    private static String invite(String type, String body, String... fields) {
        String head = Messages.INVITE.substring(0, Messages.INVITE.indexOf("Content-Type"));
        String more = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        return head + more + "Content-Type: %s\r\nContent-Length: %d\r\n\r\n%s".formatted(type, body.length(), body);
    }

    /// The ports of all media, and that nothing is wrong with the message.
    private static String ports(String message) {
        assertEquals(Set.of(), Messages.defects(message), message);
        return read(message);
    }

    private static String read(String message) {
        return Messages.message(message)
                .sdp()
                .stream()
                .flatMap(session -> session.media().stream())
                .map(medium -> String.valueOf(medium.port()))
                .reduce("", String::concat);
    }

    @Test
    void isupBesideTheSessionDescriptionIsNoObstacle() {
        String isup = part("application/ISUP;version=itu-t92+", "\u0001\u0000--x\r\n\u00ff",
                "Content-Disposition: signal;handling=required");
        String body = parts("ss7-boundary", sdpPart(4000), isup);
        assertEquals("4000", ports(invite("multipart/mixed;boundary=ss7-boundary", body)));
        String reversed = parts("ss7-boundary", isup, sdpPart(4000));
        assertEquals("4000", ports(invite("multipart/mixed; boundary=\"ss7-boundary\"", reversed)));
    }

    @Test
    void recordingMetadataIsNotTheSession() {
        String metadata = part("application/rs-metadata+xml", "<recording/>\r\nv=0\r\nm=audio 9 RTP/AVP 0",
                "Content-Disposition: recording-session");
        String body = parts("foobar", metadata, sdpPart(4000));
        assertEquals("4000", ports(invite("multipart/mixed;boundary=foobar", body)));
    }

    @Test
    void locationOfAnEmergencyCallIsNotTheSession() {
        String location = part("application/pidf+xml", "<presence/>", "Content-ID: <t@example.com>");
        String body = "preamble\r\n" + parts("b1", sdpPart(4000), location) + "epilogue";
        assertEquals("4000", ports(invite("Multipart/Related;\r\n boundary=b1;start=\"<a>\"", body)));
    }

    @Test
    void lastOfTheAlternativesCounts() {
        String body = parts("b", sdpPart(1000), sdpPart(2000), part("text/plain", "v=0"));
        assertEquals("2000", ports(invite("multipart/alternative;boundary=b", body)));
        assertEquals("1000", ports(invite("multipart/mixed;boundary=b", body)));
    }

    @Test
    void partsOfPartsAreLookedInto() {
        String inner = parts("in", part("text/plain", "--out-not"), sdpPart(4000));
        String body = parts("out", part("text/html", "x"), part("multipart/alternative;boundary=in", inner));
        assertEquals("4000", ports(invite("multipart/mixed;boundary=out", body)));
    }

    @ParameterizedTest
    @CsvSource({"session,4000", "Session;handling=optional,4000", "early-session,''", "render,''", "'',4000"})
    void dispositionDecides(String disposition, String ports) {
        String[] field = disposition.isEmpty() ? new String[0] : new String[]{"Content-Disposition: " + disposition};
        assertEquals(ports, ports(invite("application/sdp", sdp(4000), field)));
        String body = parts("b", sdpPart(4000, field), sdpPart(5000));
        assertEquals(ports.isEmpty() ? "5000" : "4000", ports(invite("multipart/mixed;boundary=b", body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Encoding: gzip", "e: deflate"})
    void encodedBodyIsNotReadAndSaid(String field) {
        SipMessage message = Messages.message(invite("application/sdp", sdp(4000), field));
        assertTrue(message.sdp().isEmpty() && message.body().isEncoded());
        String body = parts("b", sdpPart(4000, field));
        SipMessage part = Messages.message(invite("multipart/mixed;boundary=b", body));
        assertTrue(part.sdp().isEmpty() && part.body().isEncoded());
        assertEquals("4000", ports(invite("application/sdp", sdp(4000), "Content-Encoding: identity")));
        String base64 = parts("b", sdpPart(4000, "Content-Transfer-Encoding: base64"));
        assertTrue(Messages.message(invite("multipart/mixed;boundary=b", base64)).body().isEncoded());
        String binary = parts("b", sdpPart(4000, "Content-Transfer-Encoding: binary"));
        assertEquals("4000", ports(invite("multipart/mixed;boundary=b", binary)));
        assertFalse(Messages.message(Messages.INVITE).body().isEncoded());
    }

    @Test
    void messagesInMessagesAreNotTheSession() {
        String inside = Messages.RINGING + sdp(4000);
        assertEquals("", ports(invite("message/sipfrag;version=2.0", inside)));
        assertEquals("", ports(invite("text/plain", sdp(4000))));
    }

    @Test
    void damagedMultipartIsReadAsFarAsItCanBe() {
        String body = parts("b", sdpPart(4000));
        assertEquals("4000", read(invite("multipart/mixed", body)), "no boundary named");
        String open = body.replace("--b--\r\n", "");
        assertEquals("4000", read(invite("multipart/mixed;boundary=b", open)));
        assertEquals(Set.of(DefectKind.MULTIPART), Messages.defects(invite("multipart/mixed;boundary=b", open)));
        String other = invite("multipart/mixed;boundary=other", body);
        assertEquals(Set.of(DefectKind.MULTIPART), Messages.defects(other));
        String bare = "--b\r\n" + sdp(4000) + "--b--";
        assertEquals("4000", read(invite("multipart/mixed;boundary=b", bare)), "no part header");
    }

    @Test
    void partsAndDepthAreBounded() {
        String[] many = new String[BodyScan.MOST_PARTS];
        Arrays.fill(many, part("text/plain", "x"));
        String[] more = Arrays.copyOf(many, many.length + 1);
        more[many.length] = sdpPart(4000);
        assertEquals("", read(invite("multipart/mixed;boundary=b", parts("b", more))));
        more[many.length - 1] = sdpPart(5000);
        assertEquals("5000", read(invite("multipart/mixed;boundary=b", parts("b", more))));
        String nested = sdpPart(4000);
        for (int depth = 1; depth <= BodyScan.MOST_NESTED + 1; depth++) {
            String boundary = "b" + depth;
            String type = "multipart/mixed;boundary=" + boundary;
            String body = parts(boundary, nested);
            assertEquals(depth <= BodyScan.MOST_NESTED ? "4000" : "", read(invite(type, body)), "depth " + depth);
            nested = part(type, body);
        }
    }
}
