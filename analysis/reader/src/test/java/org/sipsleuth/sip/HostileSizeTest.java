package org.sipsleuth.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Messages of a megabyte that would take hours if a byte were looked at as often as there are
/// bytes before it. The time allowed is no measure, only the end of such a wait.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileSizeTest {

    private static final int SIZE = 1 << 20;

    static List<String> shapes() {
        return List.of("Via: @,", "Via: SIP/2.0/UDP h;@;", "Via: SIP/2.0/UDP h@;a=\"", "Via: SIP/@/",
                "Via: SIP/2.0/UDP h:@1", "v: SIP/2.0/UDP h@, SIP/2.0/UDP h", "v: SIP/2.0/UDP [@[", "From: @\"",
                "From: \"@\\\"", "From: @<", "From: \"a\" @<", "From: \"@<", "From: @;", "From: sip:a@;tag", "From: @,",
                "From: @ a", "From: a:@:", "From: <a:@a", "Contact: @,", "Contact: @<a,", "Contact: @<a:b>,",
                "Contact: @\"\\\",", "Contact: sip:a@;x=\"\\\"", "Contact: <a:b>@;x=\"y\",<a:b>", "Contact: @*,",
                "CSeq: @1", "CSeq: 1 @A", "CSeq: @ ", "Call-ID: @x", "l: @9", "Max-Forwards: @0", "Date: @,",
                "Expires: @1", "c: @/", "Subject: @x", "@a", "@a:\r\n", "@:\r\n", "X: @\r\n ", "X: @\t", "X: @\u0000",
                "X: @\u00e9", "X: @\u00c3\u00a9", "@\u0000", "@(\r\n", "@ \r\n", "X: a@\r", "X: a@\n", "Via@ ",
                "v: x@ x", "s: @\r\n \r\n", "\r\n@v=0\n", "c: application/sdp\r\n\r\n@v=0\r\n",
                "c: application/sdp\r\n\r\n@\n", "c: application/sdp\r\n\r\nv=0\r\n@\r\n",
                "c: application/sdp\r\n\r\nv=0@\r\nm=", "c: application/sdp\r\n\r\nv=0@\r\nm=audio 1 RTP/AVP 0",
                "c: application/sdp\r\n\r\nv=0\r\nm=audio 1 RTP/AVP@ 7", "\r\n\r\n@--",
                "c: application/sdp\r\n\r\nv=0\r\nm=a 1 R 0@\r\na=rtpmap:7 x",
                "c: application/sdp\r\n\r\nv=0\r\nm=audio 1 R 0@\r\nc=IN IP4 x", "c: multipart/mixed\r\n\r\n@--\r\n",
                "c: multipart/mixed\r\n\r\n--\r\n@v=0\r\n");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void megabyteOfOneThingIsReadInOneWay(String shape) {
        int at = shape.indexOf('@');
        String again = shape.substring(at + 1);
        String text =
                "INVITE sip:a@b SIP/2.0\r\n" + shape.substring(0, at) + again.repeat(SIZE / again.length()) + "!\r\n";
        byte[] bytes = Messages.bytes(text);
        SipMessage message = SipMessage.of(bytes);
        assertEquals(text.length(), message.text().length());
        assertTrue(message.headerFields().size() <= SipLayout.MAX_FIELDS);
        assertTrue(message.vias().size() <= 1_000 * SipLayout.MAX_FIELDS);
        assertTrue(message.contacts().size() <= 1_000 * SipLayout.MAX_FIELDS);
        message.from().ifPresent(address -> address.sipUri().isPresent());
        SessionDescription.codecs(bytes, message.bodyOffset(), bytes.length);
    }

    @Test
    void megabyteInTheStartLineIsReadInOneWay() {
        for (String piece : List.of(" ", "\t", "a", ":", "<", "[", "@", "?", "\u0000", "\u00e9", "a b:")) {
            String many = piece.repeat(SIZE / piece.length());
            assertTrue(Messages.isSip("INVITE sip:a" + many + "b SIP/2.0\r\n\r\n"), piece);
            assertTrue(Messages.isSip("SIP/2.0 200 " + many + "\r\n\r\n"), piece);
            Messages.isSip("INVITE" + many + "sip:a SIP/2.0");
            Messages.isSip(many);
        }
        assertTrue(Messages.isSip("\r\n".repeat(SIZE) + Messages.RINGING));
    }

    @Test
    void headerFieldOfSixtyThousandBytesIsKeptWhole() {
        String value = "x".repeat(60_000);
        String text = Messages.RINGING.replace("Proxy/2", value);
        assertEquals(value, SipMessage.of(Messages.bytes(text)).header("server").orElseThrow());
        assertEquals(value, Messages.part(text, Part.USER_AGENT));
        assertEquals(Set.of(), Messages.defects(text));
    }
}
