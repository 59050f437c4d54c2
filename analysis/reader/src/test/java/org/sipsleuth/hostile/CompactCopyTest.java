package org.sipsleuth.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Packets;

/// Few bytes that have to wait, each out of a packet of 60,000 that was put together in memory:
/// they wait without the packet. Read with less heap than all those packets would need.
@Tag("long")
class CompactCopyTest {

    private static final int PACKETS = 2_000;
    private static final int PACKET_BYTES = 60_000;
    private static final int HALF_BYTES = 30_000;
    private static final int HEAP_MEBIBYTES = 64;

    private static final int IP_IN_IP = 4;
    private static final int UDP = 17;
    private static final int TCP = 6;
    private static final int SCTP = 132;
    private static final int MORE_FRAGMENTS = 0x2000;

    @TempDir Path folder;

    @AfterEach
    void deleteTheCapture() throws IOException {
        Files.delete(folder.resolve("packets.pcap"));
    }

    /// Reads packets, each within one that comes in two fragments and is filled up with zeros.
    private SmallMachine.Reading read(IntFunction<byte[]> packet) throws IOException, InterruptedException {
        Path file = folder.resolve("packets.pcap");
        try (BigCapture capture = new BigCapture(file, BigCapture.RAW_IP)) {
            for (int i = 0; i < PACKETS; i++) {
                byte[] whole = Arrays.copyOf(packet.apply(i), PACKET_BYTES);
                capture.frame(fragment(i, 0, Arrays.copyOf(whole, HALF_BYTES)));
                capture.frame(fragment(i, HALF_BYTES, Arrays.copyOfRange(whole, HALF_BYTES, PACKET_BYTES)));
            }
        }
        return SmallMachine.read(file, HEAP_MEBIBYTES, SmallMachine.PATIENCE);
    }

    private static byte[] fragment(int number, int from, byte[] part) {
        byte[] packet = Packets.ipv4("192.0.2.1", "192.0.2.2", IP_IN_IP, part);
        int place = (from == 0 ? MORE_FRAGMENTS : 0) | from / 8;
        ByteBuffer.wrap(packet).putShort(4, (short) number).putShort(6, (short) place);
        return packet;
    }

    @Test
    void fragmentsWaitWithoutThePacketAroundThem() throws Exception {
        var reading = read(i -> {
            byte[] inside = Packets.ipv4("10.0.0.1", "10.0.0.2", UDP, new byte[8]);
            return ByteBuffer.wrap(inside).putShort(4, (short) i).putShort(6, (short) MORE_FRAGMENTS).array();
        });
        assertEquals(2 * PACKETS, reading.unread());
    }

    @Test
    void segmentsWaitWithoutThePacketAroundThem() throws Exception {
        var reading = read(i -> {
            byte[] begin = {'I', 'N', 'V', 'I', 'T', 'E', ' ', 's'};
            byte[] segment = Packets.tcp(40_000, 5060, 100 * i, 0x18, begin);
            return Packets.ipv4("10.0.0.1", "10.0.0.2", TCP, segment);
        });
        assertEquals(2 * PACKETS, reading.unread() + reading.messages());
    }

    @Test
    void chunksWaitWithoutThePacketAroundThem() throws Exception {
        var reading = read(i -> {
            byte[] chunk = ByteBuffer.allocate(12 + 24).putInt(12, 0x00020018).putInt(16, 10 * i).array();
            return Packets.ipv4("10.0.0.1", "10.0.0.2", SCTP, chunk);
        });
        assertEquals(2 * PACKETS, reading.unread());
    }
}
