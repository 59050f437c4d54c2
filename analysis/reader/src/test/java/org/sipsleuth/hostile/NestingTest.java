package org.sipsleuth.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.Tunnels;
import org.sipsleuth.dialog.SipIndex;

/// Layers within layers: what goes round in circles ends, and the frame is accounted for.
class NestingTest {

    private static final String TOO_DEEP = "more than 32 nested layers";
    private static final int LARGEST_PACKET_BYTES = 60_000;

    private static final byte[] MESSAGE = "OPTIONS sip:b SIP/2.0\r\ni:1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static byte[] packet() {
        return Packets.ipv4("192.0.2.1", "192.0.2.2", 17, Packets.udp(5060, 5060, MESSAGE));
    }

    private static Map<String, Long> unread(int linkType, byte[] frame) {
        SipIndex index = Reader.index(linkType, List.of(frame));
        assertEquals(0, index.messages().size());
        return Reader.unread(index);
    }

    static Collection<String> tunnels() {
        return Tunnels.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("tunnels")
    void tunnelWithinItselfManyTimesIsAccountedFor(String name) {
        UnaryOperator<byte[]> tunnel = Tunnels.all().get(name);
        List<byte[]> frames = new ArrayList<>();
        byte[] inside = packet();
        for (int i = 0; i < 80 && inside.length < LARGEST_PACKET_BYTES; i++) {
            inside = tunnel.apply(inside);
            frames.add(inside);
        }
        SipIndex index = Reader.index(101, frames);
        long unread = Reader.unread(index).values().stream().mapToLong(Long::longValue).sum();
        assertEquals(frames.size(), index.messages().size() + unread);
        assertTrue(index.messages().size() > 0);
    }

    @Test
    void tunnelsWithinOtherTunnelsAreAccountedFor() {
        List<UnaryOperator<byte[]>> tunnels = List.copyOf(Tunnels.all().values());
        Random random = new Random(4475);
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            byte[] inside = packet();
            for (int k = random.nextInt(40); k > 0 && inside.length < LARGEST_PACKET_BYTES; k--) {
                inside = tunnels.get(random.nextInt(tunnels.size())).apply(inside);
            }
            frames.add(inside);
        }
        SipIndex index = Reader.index(101, frames);
        long unread = Reader.unread(index).values().stream().mapToLong(Long::longValue).sum();
        assertEquals(frames.size(), index.messages().size() + unread);
    }

    @Test
    void ipInIpWithoutEndIsTooDeep() {
        byte[] inside = packet();
        for (int i = 0; i < 2_000; i++) {
            inside = Packets.ipv4("192.0.2.1", "192.0.2.2", 4, inside);
        }
        assertEquals(Map.of(TOO_DEEP, 1L), unread(101, inside));
    }

    @Test
    void vlanTagsWithoutEndAreTooDeep() {
        byte[] tags = Packets.ethernet(0x8100, repeated("0001 8100", 10_000));
        assertEquals(Map.of(TOO_DEEP, 1L), unread(1, tags));
    }

    @Test
    void mplsLabelsWithoutEndAreReadOnce() {
        byte[] labels = Packets.ethernet(0x8847, repeated("00064040", 15_000));
        assertEquals(1, unread(1, labels).size());
    }

    @Test
    void extensionHeadersWithoutEndAreReadOnce() {
        byte[] options = repeated("0000 010400000000", 7_000);
        byte[] packet = Packets.ipv6("2001:db8::1", "2001:db8::2", 0, options);
        assertEquals(1, unread(101, packet).size());
        byte[] message = Packets.join(repeated("3c00 010400000000", 900), new byte[0]);
        ByteBuffer.wrap(message).put(message.length - 8, (byte) 17);
        byte[] all = Packets.join(message, Packets.udp(5060, 5060, MESSAGE));
        byte[] long6 = Packets.ipv6("2001:db8::1", "2001:db8::2", 60, all);
        SipIndex index = Reader.index(101, List.of(long6));
        assertEquals(1, index.messages().size() + Reader.unread(index).size());
    }

    @Test
    void extensionHeaderThatIsLongerThanThePacketIsDamage() {
        byte[] options = repeated("11ff 010400000000", 2);
        byte[] packet = Packets.ipv6("2001:db8::1", "2001:db8::2", 0, options);
        assertEquals(1, unread(101, packet).size());
    }

    @Test
    void headersThatClaimNegativeOrHugeLengthsAreAccountedFor() {
        for (int claimed : new int[]{0, 1, 19, 20, 27, 28, 0x7fff, 0x8000, 0xffff}) {
            byte[] ip = packet();
            ByteBuffer.wrap(ip).putShort(2, (short) claimed);
            assertAccounted(ip);
            byte[] udp = packet();
            ByteBuffer.wrap(udp).putShort(24, (short) claimed);
            assertAccounted(udp);
        }
        for (int words = 0; words < 16; words++) {
            byte[] header = packet();
            header[0] = (byte) (0x40 | words);
            assertAccounted(header);
        }
    }

    private static void assertAccounted(byte[] packet) {
        SipIndex index = Reader.index(101, List.of(packet));
        assertEquals(1, index.messages().size() + Reader.unread(index).size());
    }

    private static byte[] repeated(String hex, int times) {
        byte[] one = HexFormat.of().parseHex(hex.replace(" ", ""));
        byte[] all = new byte[one.length * times];
        for (int i = 0; i < all.length; i++) {
            all[i] = one[i % one.length];
        }
        return all;
    }
}
