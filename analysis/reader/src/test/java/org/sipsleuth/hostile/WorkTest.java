package org.sipsleuth.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sip.SdpParser;
import org.sipsleuth.sip.SessionDescription;

/// Input that would take hours if the work grew faster than the input. The time allowed is no
/// measure, only the end of such a wait.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WorkTest {

    private static final int LARGEST_PAYLOAD_BYTES = 65_507;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] udp(byte[] payload) {
        return Packets.ipv4("192.0.2.1", "192.0.2.2", 17, Packets.udp(5060, 5060, payload));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Via: ,",
        "Via: SIP/2.0/UDP h;",
        "From: \"",
        "Contact: <sip:a@b>,",
        "X: 1\r\n",
        "\t",
        "CSeq: 9",
        "i: @",
        "a:",
        "Route: <sip:a>,",
        "Content-Length: 9",
        "\r\n",
        " ",
        ":"})
    void largestDatagramsOfOneThingAreRead(String shape) {
        String begin = "INVITE sip:a SIP/2.0\r\n" + shape;
        String tail = shape.substring(shape.length() - 1);
        String again = shape.endsWith("\n") ? shape : tail;
        String text = begin + again.repeat((LARGEST_PAYLOAD_BYTES - begin.length()) / again.length());
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            frames.add(udp(bytes(text)));
        }
        assertEquals(50, Reader.index(101, frames).messages().size());
    }

    @Test
    void oneDialogOfVeryManyMessagesIsShownWithoutLookingBackEachTime() {
        int many = 200_000;
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            frames.add(udp(bytes("INVITE sip:a SIP/2.0\r\ni:a\r\nCSeq:" + i + " INVITE\r\n\r\n")));
        }
        SipIndex index = Reader.index(101, frames);
        assertEquals(many, index.messagesOf(0).length);
        assertEquals(7L * many - 1, index.dialogs().sequenceText(0).length());
    }

    @Test
    void sessionOfMillionMediaIsReadOnce() {
        byte[] session = bytes("v=0\r\n" + "m=audio 1 RTP/AVP 0\r\n".repeat(1_000_000));
        SessionDescription read = SdpParser.read(session, 0, session.length).orElseThrow();
        assertTrue(read.media().size() <= 64);
        String formats = "m=audio 1 RTP/AVP" + " 96".repeat(300_000) + "\r\n";
        byte[] wide = bytes("v=0\r\n" + formats + "a=rtpmap:96 x/8000\r\n".repeat(100_000));
        assertEquals("x", SessionDescription.codecs(wide, 0, wide.length));
    }

    @Test
    void numbersBeyondAllBoundsAreRead() {
        for (String number : List.of("-1", "9".repeat(60_000), "0".repeat(60_000), "1e9", "0x7f")) {
            for (String field : List.of("l", "CSeq", "Max-Forwards", "Expires", "Via: a;rport=")) {
                String text = "INVITE sip:a:%s SIP/2.0\r\n%s: %s\r\nc:a/sdp\r\n\r\nv=0\r\nm=a %s x 0"
                        .formatted(number.substring(0, 2), field, number, number);
                byte[] payload = bytes(text.substring(0, Math.min(text.length(), 65_000)));
                assertEquals(1, Reader.index(101, List.of(udp(payload))).messages().size());
            }
        }
    }

    @Test
    void fragmentsThatOverlapWithOtherBytesAreMarkedAndTheFirstCount() throws IOException {
        byte[] datagram = Packets.udp(5060, 5060, bytes("OPTIONS sip:b SIP/2.0\r\ni:real\r\n\r\n"));
        byte[] other = new String(datagram, StandardCharsets.ISO_8859_1).replace("real", "fake")
                .getBytes(StandardCharsets.ISO_8859_1);
        SipIndex index = Reader.index(101, List.of(fragment(datagram, 8, datagram.length, false),
                fragment(other, 8, other.length, false), fragment(datagram, 0, 8, true)));
        assertEquals("real", index.dialogs().callId(0));
        assertTrue(index.messages().hasOverlap(0) && index.messages().isDefective(0));
    }

    @Test
    void manyOverlappingFragmentsAreNotComparedWithEachOther() {
        List<byte[]> frames = new ArrayList<>();
        byte[] datagram = new byte[65_000];
        for (int to = 8; to < 8_000; to++) {
            frames.add(fragment(datagram, 0, to, true));
        }
        for (int from = 8_000; from < 64_000; from += 8) {
            frames.add(fragment(datagram, from, from + 8, true));
        }
        assertEquals(frames.size(), Reader.unread(Reader.index(101, frames)).values().iterator().next());
    }

    private static byte[] fragment(byte[] datagram, int from, int to, boolean more) {
        byte[] packet = Packets.ipv4("192.0.2.1", "192.0.2.2", 17, Arrays.copyOfRange(datagram, from, to));
        int place = (more ? 0x2000 : 0) | from / 8;
        ByteBuffer.wrap(packet).putShort(4, (short) 9).putShort(6, (short) place);
        return packet;
    }
}
