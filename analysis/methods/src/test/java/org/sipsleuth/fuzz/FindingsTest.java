package org.sipsleuth.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapngWriter;

/// What fuzzing found, each as small as it can be; the checks of `CaptureCheck` failed on it once.
class FindingsTest {

    private static final byte[] DATAGRAM =
            Packets.udp(5060, 5060, "OPTIONS sip:b SIP/2.0\r\ni:1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    @TempDir Path folder;

    private long messages(int linkType, byte[]... frames) throws IOException {
        PcapngWriter writer = new PcapngWriter(ByteOrder.LITTLE_ENDIAN).capturesOn(linkType);
        for (byte[] frame : frames) {
            writer.packet(0, 1, frame);
        }
        return CaptureCheck.run(List.of(writer.bytes()), folder);
    }

    /// A part of the datagram, repeated if the datagram ends before.
    private static byte[] fragment(int from, int to, boolean more) {
        byte[] long1 = Arrays.copyOf(DATAGRAM, 4_000);
        byte[] packet = Packets.ipv4("192.0.2.1", "192.0.2.2", 17, Arrays.copyOfRange(long1, from, to));
        int place = (more ? 0x2000 : 0) | from / 8;
        ByteBuffer.wrap(packet).putShort(4, (short) 9).putShort(6, (short) place);
        return packet;
    }

    @Test
    void lastFragmentsOfDifferentEndsDoNotCloseAHole() throws IOException {
        byte[] begin = fragment(0, 16, true);
        byte[] far = fragment(256, 272, false);
        byte[] near = fragment(24, 32, false); // sixteen, sixteen and no more would be 32 bytes
        assertEquals(0, messages(101, begin, far, near));
        assertEquals(0, messages(101, fragment(256, 272, true), begin, near));
    }

    @Test
    void fragmentsBehindTheEndAreLeftOut() throws IOException {
        int end = DATAGRAM.length;
        byte[] last = fragment(24, end, false);
        assertEquals(1, messages(101, last, fragment(64, 72, true), fragment(0, 24, true)));
    }

    @Test
    void packetsInOneWifiFrameThatMeetDifferentFatesCountOnce() throws IOException {
        byte[] waits = fragment(0, 16, true);
        byte[] sip = Packets.ipv4("192.0.2.1", "192.0.2.2", 17, DATAGRAM);
        byte[] other = Packets.ipv4("192.0.2.1", "192.0.2.2", 17, Packets.udp(1, 2, new byte[9]));
        assertEquals(0, messages(105, wifi(waits, waits)));
        assertEquals(1, messages(105, wifi(waits, sip)));
        assertEquals(1, messages(105, wifi(sip, waits)));
        assertEquals(1, messages(105, wifi(fragment(0, 24, true), fragment(24, 40, true), sip)));
        assertEquals(0, messages(105, wifi(other, waits), wifi(waits, other)));
        byte[] all = wifi(fragment(0, 24, true), fragment(24, DATAGRAM.length, false));
        assertEquals(2, messages(105, all, all));
    }

    /// An 802.11 frame of several packets (IEEE 802.11 §9.3.2.2, A-MSDU).
    private static byte[] wifi(byte[]... packets) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(HexFormat.of().parseHex("8801000002000000000102000000000202000000000310008000"));
        for (byte[] packet : packets) {
            int length = 8 + packet.length;
            frame.writeBytes(new byte[12]);
            frame.write(length >> 8);
            frame.write(length);
            frame.writeBytes(HexFormat.of().parseHex("aaaa030000000800"));
            frame.writeBytes(packet);
            frame.writeBytes(new byte[-(14 + length) & 3]);
        }
        return frame.toByteArray();
    }

    @Test
    void messageThatBrokenTlsCutsOffBelongsToItsFrame() throws IOException {
        assertTrue(run("tls", "tls-breaks-within-a-message.bin") >= 0);
    }

    private long run(String target, String finding) throws IOException {
        try (InputStream in = FindingsTest.class.getResourceAsStream(finding)) {
            byte[] input = Objects.requireNonNull(in, finding).readAllBytes();
            return Targets.named(target, folder).check().run(List.of(input));
        }
    }
}
