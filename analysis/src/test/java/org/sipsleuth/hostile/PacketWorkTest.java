package org.sipsleuth.hostile;

import static org.sipsleuth.hostile.Linear.assertLinear;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.PcapngWriter;

/// The work with files, packets and fragments grows as they do.
class PacketWorkTest {

    private static byte[] capture(int count, IntFunction<byte[]> packet) {
        PcapWriter capture = new PcapWriter(BigCapture.RAW_IP);
        for (int i = 0; i < count; i++) {
            capture.frame(1_700_000_000, i, packet.apply(i));
        }
        return capture.bytes();
    }

    private static byte[] fragment(int id, int from, int length, boolean more) {
        byte[] packet = Packets.ipv4("192.0.2.1", "192.0.2.2", 17, new byte[length]);
        int place = (more ? 0x2000 : 0) | from / 8;
        ByteBuffer.wrap(packet).putShort(4, (short) id).putShort(6, (short) place);
        return packet;
    }

    @Test
    void fragments() {
        int most = 8_000;
        assertLinear(Job.CAPTURE, most / 4, n -> capture(n, i -> fragment(1, 8 * i, 8, true)));
        assertLinear(
                Job.CAPTURE, most / 4, n -> capture(n, i -> fragment(1, 8 * (most - i), 8, true)));
        assertLinear(Job.CAPTURE, most / 4, n -> capture(n, i -> fragment(1, 8, 8, true)));
        assertLinear(Job.CAPTURE, most / 4, n -> capture(n, i -> fragment(1, 8 * i, 24, true)));
        assertLinear(Job.CAPTURE, 5_000, n -> capture(n, i -> fragment(i, 8, 8, true)));
        assertLinear(
                Job.CAPTURE,
                5_000,
                n -> capture(n, i -> fragment(i / 2, i % 2 * 8, 8, i % 2 == 0)));
    }

    @Test
    void longFragmentsOverManyShortOnes() {
        assertLinear(
                Job.CAPTURE,
                2_000,
                n ->
                        capture(
                                n,
                                i ->
                                        i % 100 == 99
                                                ? fragment(1, 16 * (i - 99), 1_600, true)
                                                : fragment(1, 16 * i % 64_000, 8, true)));
    }

    @Test
    void fragmentsInAnyOrder() {
        Random random = new Random(4475);
        assertLinear(
                Job.CAPTURE,
                5_000,
                n ->
                        capture(
                                n,
                                i ->
                                        fragment(
                                                random.nextInt(8),
                                                8 * random.nextInt(8_000),
                                                8 * random.nextInt(1, 20),
                                                random.nextInt(100) > 0)));
    }

    /// A chunk of a message in several; 256 at most belong together.
    private static byte[] chunk(int number, int flags, int length) {
        return ByteBuffer.allocate(16 + length)
                .put((byte) 0)
                .put((byte) flags)
                .putShort((short) (16 + length))
                .putInt(number)
                .array();
    }

    private static byte[] sctp(byte[] chunks) {
        byte[] header = ByteBuffer.allocate(12).putShort((short) 5060).array();
        return Packets.ipv4("192.0.2.1", "192.0.2.2", 132, Packets.join(header, chunks));
    }

    @Test
    void chunks() {
        assertLinear(Job.CAPTURE, 5_000, n -> capture(n, i -> sctp(chunk(i, i == 0 ? 2 : 0, 4))));
        assertLinear(Job.CAPTURE, 5_000, n -> capture(n, i -> sctp(chunk(-i, 0, 4))));
        assertLinear(
                Job.CAPTURE,
                5_000,
                n -> capture(n, i -> sctp(chunk(i, i % 250 == 0 ? 2 : i % 250 == 249 ? 1 : 0, 4))));
        assertLinear(
                Job.CAPTURE,
                800,
                n -> capture(1, _ -> sctp(repeated("0003001000000001" + "00".repeat(8), n))));
    }

    /// Of what comes again and again is as much as fits into the largest packet.
    @ParameterizedTest
    @CsvSource({
        "0, 0000010400000000, 1800",
        "60, 3c00010400000000, 1800",
        "43, 2b00010400000000, 1800",
        "47, 00000000, 3500",
        "137, 00064040, 3500",
        "51, 3301000000000000, 1800"
    })
    void headersOfOneThing(int first, String again, int size) {
        assertLinear(
                Job.CAPTURE,
                size,
                n ->
                        capture(
                                1,
                                _ ->
                                        Packets.ipv6(
                                                "2001:db8::1",
                                                "2001:db8::2",
                                                first,
                                                repeated(again, n))));
    }

    @ParameterizedTest
    @CsvSource({
        "2152, 34ff000000000000000000, 01000085, 3500",
        "9060, 48455033fff0, 000000080000, 2000",
        "9060, 48455033fff0, 0000000100060a, 2000",
        "6081, 3f00080000000000, 0102000100000000, 1800",
        "1701, c802ffff0001000200030004, 8008000000010001, 1800",
        "5247, 0010020000000000, 00100200, 3500"
    })
    void tunnelsOfOneThing(int port, String begin, String again, int size) {
        assertLinear(
                Job.CAPTURE,
                size,
                n ->
                        capture(
                                1,
                                _ ->
                                        Packets.ipv4(
                                                "192.0.2.1",
                                                "192.0.2.2",
                                                17,
                                                Packets.udp(
                                                        port,
                                                        port,
                                                        Packets.join(
                                                                HexFormat.of().parseHex(begin),
                                                                repeated(again, n))))));
    }

    private static byte[] repeated(String hex, int times) {
        byte[] one = HexFormat.of().parseHex(hex);
        byte[] all = new byte[one.length * times];
        for (int i = 0; i < all.length; i++) {
            all[i] = one[i % one.length];
        }
        return all;
    }

    @Test
    void blocks() {
        IntFunction<PcapngWriter> file =
                _ -> new PcapngWriter(ByteOrder.LITTLE_ENDIAN).capturesOn(1);
        assertLinear(
                Job.CAPTURE,
                5_000,
                n -> {
                    PcapngWriter writer = file.apply(n);
                    for (int i = 0; i < n; i++) {
                        writer.capturesOn(i);
                    }
                    return writer.bytes();
                });
        assertLinear(
                Job.CAPTURE,
                5_000,
                n -> {
                    PcapngWriter writer = file.apply(n);
                    for (int i = 0; i < n; i++) {
                        writer.section(ByteOrder.BIG_ENDIAN)
                                .capturesOn(1, i, i)
                                .packet(0, i, new byte[14]);
                    }
                    return writer.bytes();
                });
        assertLinear(
                Job.CAPTURE,
                5_000,
                n -> {
                    PcapngWriter writer = file.apply(n);
                    for (int i = 0; i < n; i++) {
                        writer.block(
                                4,
                                writer.buffer(16)
                                        .putShort((short) 1)
                                        .putShort((short) 6)
                                        .putInt(i));
                        writer.block(5, writer.buffer(12).putInt(i));
                        writer.tlsSecrets("CLIENT_RANDOM %064x %096x\n".formatted(i % 2, i));
                    }
                    return writer.bytes();
                });
        assertLinear(
                Job.CAPTURE,
                50_000,
                n -> {
                    PcapngWriter writer = file.apply(n);
                    return writer.block(1, writer.buffer(8 + 4 * n).put(8, new byte[0]))
                            .block(6, packetWithComments(writer, n))
                            .bytes();
                });
    }

    private static ByteBuffer packetWithComments(PcapngWriter writer, int count) {
        ByteBuffer body = writer.buffer(20 + 8 * count).position(20);
        while (body.remaining() >= 8) {
            body.putShort((short) 1).putShort((short) 4).putInt(0x61616161);
        }
        return body;
    }

    @Test
    void emptyFrames() {
        assertLinear(Job.CAPTURE, 10_000, n -> capture(n, _ -> new byte[0]));
    }

    @Test
    void packetsInOneWifiFrame() {
        byte[] header =
                HexFormat.of()
                        .parseHex("88010000020000000001020000000002020000000003" + "1000" + "8000");
        assertLinear(
                Job.CAPTURE,
                4_000,
                n ->
                        new PcapWriter(105)
                                .frame(
                                        1,
                                        1,
                                        Packets.join(
                                                header,
                                                repeated("00".repeat(12) + "0002" + "0000", n)))
                                .bytes());
    }

    @Test
    void connections() {
        assertLinear(
                Job.CAPTURE,
                5_000,
                n ->
                        capture(
                                n,
                                i ->
                                        Packets.ipv4(
                                                "10.%d.%d.%d"
                                                        .formatted(i >> 16, i >> 8 & 255, i & 255),
                                                "192.0.2.2",
                                                6,
                                                Packets.tcp(
                                                        i & 0xffff,
                                                        5060,
                                                        i,
                                                        0x18,
                                                        Arrays.copyOf(new byte[] {'A', ' '}, 3)))));
    }
}
