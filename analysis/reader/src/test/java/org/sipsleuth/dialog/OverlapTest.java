package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.run.RunMonitor;

class OverlapTest {

    private static final String MESSAGE =
            "OPTIONS sip:b@example.org SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\n"
                    + "Max-Forwards: 70\r\nFrom: <sip:a@example.org>;tag=1\r\nTo: <sip:b@example.org>\r\n"
                    + "Call-ID: one\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";

    @TempDir Path directory;

    @Test
    void piecesThatOverlapWithOtherBytesAreADefect() throws IOException {
        byte[] other = fragment(16, 999, false);
        other[other.length - 6] = '9';
        SipIndex index = read(fragment(16, 999, false), other, fragment(0, 16, true));
        assertTrue(index.messages().hasOverlap(0));
        assertTrue(index.messages().isDefective(0));
        assertEquals(Map.of("pieces overlap with different bytes", 1L), index.files().getFirst().defects());
        assertEquals(MESSAGE, new String(index.bytes(0), StandardCharsets.US_ASCII));
    }

    @Test
    void piecesThatRepeatTheSameBytesAreNone() throws IOException {
        SipIndex index = read(fragment(16, 999, false), fragment(16, 999, false), fragment(0, 16, true));
        assertFalse(index.messages().hasOverlap(0));
        assertEquals(Map.of(), index.files().getFirst().defects());
    }

    private SipIndex read(byte[]... packets) throws IOException {
        PcapWriter capture = new PcapWriter(1);
        for (int i = 0; i < packets.length; i++) {
            capture.frame(i, 0, Packets.ethernet(0x0800, packets[i]));
        }
        Path file = Files.write(directory.resolve("pieces.pcap"), capture.bytes());
        return CaptureIndexer.read(List.of(file), RunMonitor.NONE);
    }

    private static byte[] fragment(int from, int to, boolean more) {
        byte[] udp = Packets.udp(5060, 5060, MESSAGE.getBytes(StandardCharsets.US_ASCII));
        byte[] part = Arrays.copyOfRange(udp, from, Math.min(to, udp.length));
        byte[] packet = Packets.ipv4("192.0.2.1", "192.0.2.2", 17, part);
        packet[6] = (byte) (more ? 0x20 : 0);
        packet[7] = (byte) (from / 8);
        return packet;
    }
}
