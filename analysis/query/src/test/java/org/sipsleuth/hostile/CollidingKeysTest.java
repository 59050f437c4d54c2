package org.sipsleuth.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.PcapngWriter;
import org.sipsleuth.dialog.column.MessageTypes;

/// Addresses that were chosen so that fragments and connections fall into the same place of a
/// table are found about as fast as others. Counted, not timed.
@Tag("long")
class CollidingKeysTest {

    private static final int UDP = 17;
    private static final int SCTP = 132;
    private static final int TCP = 6;

    private static final int MANY = 100_000;

    /// As many connections as are kept, at most.
    private static final int CONNECTIONS = 1 << 14;

    /// A tree is gone through in some steps, a list of 4,096 in 4,096.
    private static final double MOST = 6;

    private static final int MAPPED_HASH = 0xffff; // of ::ffff:0:0 before the address

    private static long steps(int count, IntFunction<byte[]> packet) {
        PcapWriter capture = new PcapWriter(BigCapture.RAW_IP);
        for (int i = 0; i < count; i++) {
            capture.frame(1_700_000_000, i, packet.apply(i));
        }
        return Steps.of(Job.CAPTURE, capture.bytes()).taken();
    }

    private static void assertHardlyMore(int count, IntFunction<byte[]> odd, IntFunction<byte[]> usual) {
        steps(100, odd); // so that no class is loaded later
        double more = (double) steps(count, odd) / steps(count, usual);
        assertTrue(more < MOST, () -> "times as many steps: " + more);
    }

    private static byte[] ipv4(int source, int destination, int protocol, byte[] payload) {
        return ByteBuffer.allocate(20 + payload.length)
                .put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (20 + payload.length))
                .putInt(0x2000) // more fragments
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0)
                .putInt(source)
                .putInt(destination)
                .put(payload)
                .array();
    }

    private record Like(long one, long two, long three, long four, long five) {}

    /// The hash of a record is that of its parts, each times 31 more often than the next: a source
    /// larger by one is made up for by a destination smaller by 31².
    private static byte[] colliding(int number, int protocol, byte[] payload) {
        return ipv4(number ^ MAPPED_HASH, -961 * number ^ MAPPED_HASH, protocol, payload);
    }

    @Test
    void theseAddressesCollide() {
        int hash = 0;
        for (int i = 0; i < MANY; i++) {
            ByteBuffer packet = ByteBuffer.wrap(colliding(i, UDP, new byte[0]));
            long source = 0xffff_0000_0000L | Integer.toUnsignedLong(packet.getInt(12));
            long destination = 0xffff_0000_0000L | Integer.toUnsignedLong(packet.getInt(16));
            int its = new Like(0, source, 0, destination, 7).hashCode();
            hash = i == 0 ? its : hash;
            assertEquals(hash, its);
        }
    }

    @Test
    void fragmentsOfCollidingAddresses() {
        byte[] part = new byte[8];
        Random random = new Random(4475);
        assertHardlyMore(MANY, i -> colliding(i, UDP, part), _ -> ipv4(random.nextInt(), random.nextInt(), UDP, part));
    }

    @Test
    void chunksOfCollidingAddresses() {
        byte[] part = ByteBuffer.allocate(12 + 20).putInt(12, 0x00000014).putInt(16, 9).array();
        Random random = new Random(4475);
        assertHardlyMore(MANY, i -> whole(colliding(i, SCTP, part)),
                _ -> whole(ipv4(random.nextInt(), random.nextInt(), SCTP, part)));
    }

    /// Without the sign of more fragments.
    private static byte[] whole(byte[] packet) {
        ByteBuffer.wrap(packet).putInt(4, 0);
        return packet;
    }

    @Test
    void connectionsOfCollidingAddresses() {
        byte[] segment = tcp();
        Random random = new Random(4475);
        assertHardlyMore(CONNECTIONS, i -> whole(colliding(i, TCP, segment)),
                _ -> whole(ipv4(random.nextInt(), random.nextInt(), TCP, segment)));
    }

    /// The port of an endpoint stands beside the upper bits of its address.
    @Test
    void endpointsWhoseAddressesMakeUpForTheirPorts() {
        Random random = new Random(4475);
        assertHardlyMore(20_000, i -> message((long) i << 48, i), _ -> message(random.nextLong(), random.nextInt()));
    }

    private static byte[] message(long sourceHigh, int port) {
        byte[] text = "A a SIP/2.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        return ipv6(UDP, sourceHigh, Packets.udp(port, 5060, text));
    }

    /// Branches that a hash with a known key would put into one place of 1,024.
    @Test
    void transactionsThatCollideUnderAKnownKey() {
        int[] number = {0};
        IntFunction<byte[]> odd = _ -> {
            while (KnownHash.ofTransaction(0, 1, MessageTypes.INVITE, branch(number[0])) >>> (Long.SIZE - 10) != 0) {
                number[0]++;
            }
            return invite(number[0]++);
        };
        assertHardlyMore(10_000, odd, CollidingKeysTest::invite);
    }

    private static byte[] branch(int number) {
        return "z9hG4bK%x".formatted(number).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] invite(int number) {
        String text = "INVITE a SIP/2.0\r\nv:SIP/2.0/UDP h;branch=%s\r\ni:x\r\nCSeq:1 INVITE\r\n\r\n"
                .formatted(new String(branch(number), StandardCharsets.US_ASCII));
        return ipv6(UDP, 1, Packets.udp(5060, 5060, text.getBytes(StandardCharsets.US_ASCII)));
    }

    /// Secrets of sessions are found by what the client drew.
    @Test
    void secretsOfCollidingSessions() {
        Random random = new Random(4475);
        Steps.of(Job.CAPTURE, secrets(100, i -> i, i -> i));
        long odd = Steps.of(Job.CAPTURE, secrets(20_000, i -> i, i -> -31 * i)).taken();
        long usual = Steps.of(Job.CAPTURE, secrets(20_000, _ -> random.nextInt(), _ -> random.nextInt())).taken();
        assertTrue(odd < MOST * usual, () -> "steps: " + odd + ", " + usual);
    }

    private static byte[] secrets(int count, IntUnaryOperator third, IntUnaryOperator fourth) {
        PcapngWriter file = new PcapngWriter(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            file.tlsSecrets("CLIENT_RANDOM %048x%016x %096x\n".formatted(Integer.toUnsignedLong(third.applyAsInt(i)),
                    Integer.toUnsignedLong(fourth.applyAsInt(i)), i));
        }
        return file.bytes();
    }

    private static byte[] ipv6(int protocol, long sourceHigh, byte[] payload) {
        return ByteBuffer.allocate(40 + payload.length)
                .putInt(0x60000000)
                .putShort((short) payload.length)
                .put((byte) protocol)
                .put((byte) 64)
                .putLong(sourceHigh)
                .putLong(1)
                .putLong(1)
                .putLong(2)
                .put(payload)
                .array();
    }

    private static byte[] tcp() {
        return Packets.tcp(40_000, 5060, 1, 0x18, new byte[]{'A', ' ', 'a'});
    }
}
