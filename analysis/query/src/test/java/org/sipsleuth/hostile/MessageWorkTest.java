package org.sipsleuth.hostile;

import static org.sipsleuth.hostile.Linear.assertLinear;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;

/// The work with messages, session descriptions and dialogs grows as they do.
@Tag("long")
class MessageWorkTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] datagrams(int count, IntFunction<String> message) {
        PcapWriter capture = new PcapWriter(BigCapture.RAW_IP);
        for (int i = 0; i < count; i++) {
            byte[] datagram = Packets.udp(5060, 5060, bytes(message.apply(i)));
            capture.frame(1_700_000_000, i, Packets.ipv4("192.0.2.1", "192.0.2.2", 17, datagram));
        }
        return capture.bytes();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Via: |,",
        "Via: SIP/2.0/UDP h|;",
        "Via: |SIP/2.0/UDP h;branch=z,",
        "v: a|\r\n ",
        "From: \"|\\\"",
        "From: |\"",
        "From: |<",
        "From: <sip:a@b>|;a=",
        "f: sip:|%41",
        "To: |(",
        "t: <sip:a?|b=c&",
        "Contact: |<sip:a@b>,",
        "m: |\"a\",",
        "Contact: <sip:[|:",
        "|X: 1\r\n",
        "|i: 1\r\n",
        "|\r\n",
        "|\t",
        "|\t\r\n",
        "CSeq: |9",
        "CSeq: 1 |A",
        "i: |@",
        "a|:",
        "a| ",
        "Route: |<sip:a>,",
        "Content-Length: |9",
        "Date: |,",
        "User-Agent: |\u00ff",
        "c: multipart/mixed;boundary=b\r\n\r\n--b\r\n|--c\r\n",
        "c: multipart/mixed;|boundary=",
        "c: application/sdp\r\n\r\n|--\r\n",
        "c: application/sdp\r\n\r\n--|v=0\r\n"})
    void headersOfOneThing(String shape) {
        String begin = "INVITE sip:a SIP/2.0\r\n" + shape.substring(0, shape.indexOf('|'));
        String again = shape.substring(shape.indexOf('|') + 1);
        IntFunction<String> text = size -> begin + again.repeat(size / again.length());
        assertLinear(Job.MESSAGE, 50_000, size -> bytes(text.apply(size)));
        assertLinear(Job.CAPTURE, 16_000, size -> datagrams(1, _ -> text.apply(size)));
    }

    @Test
    void boundariesAndBodiesThatLookAlike() {
        assertLinear(Job.MESSAGE, 50_000,
                size -> bytes("INVITE sip:a SIP/2.0\r\nc: multipart/mixed;boundary=%s\r\n\r\n%s"
                        .formatted("-".repeat(size), "-".repeat(size))));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "v=0\r\n|m=audio 1 RTP/AVP 0\r\n",
        "v=0\r\nm=audio 1 RTP/AVP| 96",
        "v=0\r\nm=audio 1 RTP/AVP 96\r\n|a=rtpmap:96 x/8000\r\n",
        "v=0\r\nm=audio 1 RTP/AVP 96\r\na=rtpmap:|9",
        "v=0\r\n|c=IN IP4 192.0.2.1\r\n",
        "v=0\r\n|a=sendonly\r\n",
        "v=0\r\no=|- ",
        "v=0\r\n|\n",
        "v=|0",
        "|--b\r\n",
        "--b\r\n|v=0\r\n"})
    void sessionsOfOneThing(String shape) {
        String begin = shape.substring(0, shape.indexOf('|'));
        String again = shape.substring(shape.indexOf('|') + 1);
        assertLinear(Job.SESSION, 50_000, size -> bytes(begin + again.repeat(size / again.length())));
    }

    @Test
    void formatsWithTheirNames() {
        assertLinear(Job.SESSION, 2_000, size -> {
            StringBuilder formats = new StringBuilder("v=0\r\nm=audio 1 RTP/AVP");
            StringBuilder names = new StringBuilder("\r\n");
            for (int i = 0; i < size; i++) {
                formats.append(' ').append(i);
                names.append("a=rtpmap:%d x%d/8000\r\n".formatted(i, i));
            }
            return bytes(formats.append(names).toString());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "INVITE sip:a SIP/2.0\r\ni:a\r\nCSeq:%d INVITE\r\n\r\n",
        "INVITE sip:a SIP/2.0\r\ni:a\r\nv:SIP/2.0/UDP h;branch=z%d\r\n\r\n",
        "INVITE sip:a SIP/2.0\r\ni:a\r\nCSeq:1 INVITE\r\n\r\n",
        "INVITE sip:a SIP/2.0\r\ni:a\r\nc:application/sdp\r\nCSeq:%d INVITE\r\n\r\nv=0\r\n",
        "ACK sip:a SIP/2.0\r\ni:a\r\nCSeq:%d ACK\r\n\r\n",
        "SIP/2.0 200 OK\r\ni:a\r\nCSeq:1 INVITE\r\nt:<sip:a>;tag=%d\r\n\r\n",
        "SIP/2.0 180 Ringing\r\ni:a\r\nCSeq:1 INVITE\r\n\r\n%d",
        "SIP/2.0 %d OK\r\ni:a\r\nCSeq:1 INVITE\r\n\r\n",
        "M%d sip:a SIP/2.0\r\ni:a\r\n\r\n",
        "OPTIONS sip:a SIP/2.0\r\ni:%d\r\n\r\n",
        "OPTIONS sip:a SIP/2.0\r\ni:%1$d\r\nf:<sip:%1$d>\r\nUser-Agent:%1$d\r\n\r\n",
        "M%1$d sip:a SIP/2.0\r\ni:%1$d\r\n\r\n"})
    void messagesOfDialogs(String message) {
        assertLinear(Job.CAPTURE, 4_000, size -> datagrams(size, i -> message.formatted(i)));
    }
}
