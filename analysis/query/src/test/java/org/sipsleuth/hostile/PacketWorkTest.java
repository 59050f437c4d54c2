package org.sipsleuth.hostile;

import static org.sipsleuth.hostile.Linear.assertLinear;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;

/// The work with packets grows with them, whatever their headers say.
@Tag("long")
class PacketWorkTest {

    private static final int UDP = 17;
    private static final int SCTP = 132;

    /// As many fragments as a packet can have.
    private static final int MOST_FRAGMENTS = 8_000;

    private static byte[] capture(int count, IntFunction<byte[]> packet) {
        PcapWriter capture = new PcapWriter(BigCapture.RAW_IP);
        for (int i = 0; i < count; i++) {
            capture.frame(1_700_000_000, i, packet.apply(i));
        }
        return capture.bytes();
    }

    private static void assertLinearPackets(int count, IntFunction<byte[]> packet) {
        assertLinear(Job.CAPTURE, count, n -> capture(n, packet));
    }

    private static byte[] ipv4(int protocol, byte[] payload) {
        return Packets.ipv4("192.0.2.1", "192.0.2.2", protocol, payload);
    }

    private static byte[] fragment(int id, int from, int length, boolean more) {
        byte[] packet = ipv4(UDP, new byte[length]);
        int place = (more ? 0x2000 : 0) | from / 8;
        ByteBuffer.wrap(packet).putShort(4, (short) id).putShort(6, (short) place);
        return packet;
    }

    @Test
    void fragmentsOfOnePacket() {
        int few = MOST_FRAGMENTS / 4;
        assertLinearPackets(few, i -> fragment(1, 8 * i, 8, true));
        assertLinearPackets(few, i -> fragment(1, 8 * (MOST_FRAGMENTS - i), 8, true));
        assertLinearPackets(few, _ -> fragment(1, 8, 8, true));
        assertLinearPackets(few, i -> fragment(1, 8 * i, 24, true));
    }

    @Test
    void fragmentsOfManyPackets() {
        assertLinearPackets(5_000, i -> fragment(i, 8, 8, true));
        assertLinearPackets(5_000, i -> fragment(i / 2, i % 2 * 8, 8, i % 2 == 0));
    }

    @Test
    void longFragmentsOverManyShortOnes() {
        assertLinearPackets(1_000,
                i -> i % 100 == 99 ? fragment(1, 16 * (i - 99), 1_600, true) : fragment(1, 16 * i, 8, true));
    }

    @Test
    void fragmentsInAnyOrder() {
        Random random = new Random(4475);
        assertLinearPackets(5_000, _ -> fragment(random.nextInt(8), 8 * random.nextInt(MOST_FRAGMENTS),
                8 * random.nextInt(1, 20), random.nextInt(100) > 0));
    }

    /// A part of a message, in a chunk of its own.
    private static byte[] chunk(int number, int flags) {
        return ipv4(SCTP,
                ByteBuffer.allocate(12 + 20)
                        .putShort((short) 5060)
                        .position(12)
                        .put((byte) 0)
                        .put((byte) flags)
                        .putShort((short) 20)
                        .putInt(number)
                        .array());
    }

    @Test
    void chunksOfMessagesInSeveral() {
        assertLinearPackets(5_000, i -> chunk(i, i == 0 ? 2 : 0));
        assertLinearPackets(5_000, i -> chunk(-i, 0));
        assertLinearPackets(5_000, i -> chunk(i, i % 250 == 0 ? 2 : i % 250 == 249 ? 1 : 0));
    }

    @Test
    void chunksOfOnePacket() {
        String chunk = "0003001800000001" + "00".repeat(16);
        assertLinear(Job.CAPTURE, 600,
                n -> capture(1, _ -> ipv4(SCTP, Packets.join(new byte[12], repeated(chunk, n)))));
    }

    /// Of what comes again and again there is as much as fits into the largest packet.
    @ParameterizedTest
    @CsvSource({
        "0, 0000010400000000, 1800",
        "60, 3c00010400000000, 1800",
        "43, 2b00010400000000, 1800",
        "137, 00064040, 3500",
        "51, 3301000000000000, 1800"})
    void headersOfOneThing(int first, String again, int size) {
        String source = "2001:db8::1";
        assertLinear(Job.CAPTURE, size, n -> capture(1, _ -> Packets.ipv6(source, source, first, repeated(again, n))));
    }

    @ParameterizedTest
    @CsvSource({
        "2152, 34ffffff 00000000 00000085, 01000085, 3500",
        "9060, 48455033 ffff, 0000 0008 0008 0000, 2000",
        "9060, 48455033 ffff, 0000 0001 0007 00, 2000"})
    void tunnelHeadersOfOneThing(int port, String begin, String again, int size) {
        byte[] header = HexFormat.of().parseHex(begin.replace(" ", ""));
        assertLinear(Job.CAPTURE, size, n -> {
            byte[] payload = Packets.join(header, repeated(again.replace(" ", ""), n));
            return capture(1, _ -> ipv4(UDP, Packets.udp(port, port, payload)));
        });
    }

    @Test
    void packetsInOneWifiFrame() {
        byte[] header = HexFormat.of().parseHex("8801000002000000000102000000000202000000000310008000");
        String packet = "00".repeat(12) + "00020000";
        assertLinear(Job.CAPTURE, 4_000,
                n -> new PcapWriter(105).frame(1, 1, Packets.join(header, repeated(packet, n))).bytes());
    }

    @Test
    void connectionsOfOneSegment() {
        byte[] begin = {'A', ' ', 's'};
        assertLinearPackets(5_000, i -> Packets.ipv4("10.0.%d.%d".formatted(i >> 8, i & 255), "192.0.2.2", 6,
                Packets.tcp(i & 0xffff, 5060, i, 0x18, begin)));
    }

    private static byte[] repeated(String hex, int times) {
        byte[] one = HexFormat.of().parseHex(hex);
        byte[] all = new byte[one.length * times];
        for (int i = 0; i < all.length; i++) {
            all[i] = one[i % one.length];
        }
        return all;
    }
}
