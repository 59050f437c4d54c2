package org.sipsleuth.capture.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.Packets;

class FrameDecoderTest {

    private static final byte[] PAYLOAD = "OPTIONS".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] IPV4 =
            Packets.ipv4("192.0.2.1", "192.0.2.2", 17, Packets.udp(5060, 5070, PAYLOAD));
    private static final byte[] IPV6 =
            Packets.ipv6("2001:db8::1", "2001:db8::2", 17, Packets.udp(5060, 5070, PAYLOAD));

    private final Packet packet = new Packet();

    private boolean decode(int linkType, byte[] bytes) {
        Frame frame = new Frame();
        frame.begin(1, 0, linkType);
        frame.lieAt(0, bytes.length);
        return new FrameDecoder(MemorySegment.ofArray(bytes)).decode(frame, packet);
    }

    private void assertPayload(int linkType, byte[] bytes) {
        assertTrue(decode(linkType, bytes), () -> reason(packet));
        byte[] payload =
                packet.bytes()
                        .asSlice(packet.payloadOffset(), packet.payloadBytes())
                        .toArray(ValueLayout.JAVA_BYTE);
        assertEquals("OPTIONS", new String(payload, StandardCharsets.US_ASCII));
        assertEquals(5060, packet.sourcePort());
        assertEquals(5070, packet.destinationPort());
    }

    private static String reason(Packet packet) {
        FrameAccount account = new FrameAccount(0);
        account.countUndecoded(packet, 1);
        return account.unread().getFirst().reason();
    }

    private void assertUnread(String reason, int linkType, byte[] bytes) {
        assertFalse(decode(linkType, bytes));
        assertEquals(reason, reason(packet));
    }

    @Test
    void ethernetCarriesBothVersionsOfIp() {
        assertPayload(1, Packets.ethernet(0x0800, IPV4));
        assertPayload(1, Packets.ethernet(0x86dd, IPV6));
    }

    @Test
    void ethernetPaddingIsLeftOut() {
        assertPayload(1, Packets.join(Packets.ethernet(0x0800, IPV4), new byte[20]));
    }

    @Test
    void snapCarriesAnEthernetType() {
        byte[] snap = {(byte) 0xaa, (byte) 0xaa, 3, 0, 0, 0, 8, 0};
        byte[] inside = Packets.join(snap, IPV4);
        assertPayload(1, Packets.ethernet(inside.length, inside));
        assertUnread(
                "IEEE 802.3 frame without Ethernet type (LLC)",
                1,
                Packets.ethernet(60, new byte[60]));
    }

    @Test
    void vlanTagsNest() {
        byte[] inner = Packets.join(new byte[] {0, 7, 8, 0}, IPV4);
        byte[] outer = Packets.join(new byte[] {0, 5, (byte) 0x81, 0}, inner);
        assertPayload(1, Packets.ethernet(0x8100, inner));
        assertPayload(1, Packets.ethernet(0x8100, outer));
    }

    @Test
    void tagsWithoutEndAreGivenUp() {
        byte[] tags = new byte[4 * 100];
        for (int i = 0; i < 100; i++) {
            tags[4 * i + 2] = (byte) 0x81;
        }
        assertUnread("more than 32 nested layers", 1, Packets.ethernet(0x8100, tags));
    }

    @Test
    void linuxCookedCarriesIpInBothVersions() {
        byte[] v1 = ByteBuffer.allocate(16).putShort(14, (short) 0x0800).array();
        byte[] v2 = ByteBuffer.allocate(20).putShort(0, (short) 0x86dd).array();
        assertPayload(113, Packets.join(v1, IPV4));
        assertPayload(276, Packets.join(v2, IPV6));
    }

    @Test
    void loopbackAndRawIpGoByTheVersion() {
        byte[] family = {2, 0, 0, 0};
        for (int linkType : List.of(0, 108)) {
            assertPayload(linkType, Packets.join(family, IPV4));
            assertPayload(linkType, Packets.join(family, IPV6));
        }
        for (int linkType : List.of(12, 14, 101)) {
            assertPayload(linkType, IPV4);
            assertPayload(linkType, IPV6);
        }
        assertPayload(228, IPV4);
        assertPayload(229, IPV6);
        assertUnread("packet that is neither IPv4 nor IPv6", 101, new byte[40]);
    }

    @Test
    void ipv6ExtensionHeadersArePassed() {
        byte[] udp = Packets.udp(5060, 5070, PAYLOAD);
        byte[] destination = Packets.join(new byte[] {17, 0, 1, 4, 0, 0, 0, 0}, udp);
        byte[] atomic = Packets.join(new byte[] {60, 0, 0, 0, 0, 0, 0, 9}, destination);
        byte[] routing =
                Packets.join(new byte[] {44, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, atomic);
        byte[] authentication =
                Packets.join(new byte[] {43, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, routing);
        byte[] hopByHop = Packets.join(new byte[] {51, 0, 1, 4, 0, 0, 0, 0}, authentication);
        assertPayload(101, Packets.ipv6("2001:db8::1", "2001:db8::2", 0, hopByHop));
    }

    @Test
    void fragmentsAreCountedAndNotTakenForMessages() {
        byte[] first = IPV4.clone();
        first[6] = 0x20; // more fragments
        assertUnread("IP fragment, not put together", 101, first);
        byte[] later = IPV4.clone();
        later[7] = 3;
        assertUnread("IP fragment, not put together", 101, later);
        byte[] six = Packets.join(new byte[] {17, 0, 0, 1, 0, 0, 0, 9}, new byte[20]);
        assertUnread(
                "IP fragment, not put together",
                101,
                Packets.ipv6("2001:db8::1", "2001:db8::2", 44, six));
    }

    @Test
    void whatIsNotReadIsCalledByItsName() {
        assertUnread("ARP", 1, Packets.ethernet(0x0806, new byte[28]));
        assertUnread("Ethernet type 0x1234", 1, Packets.ethernet(0x1234, new byte[28]));
        assertUnread(
                "TCP, not put together",
                101,
                Packets.ipv4("192.0.2.1", "192.0.2.2", 6, new byte[20]));
        assertUnread("link type 147, which is not read", 147, new byte[60]);
        assertUnread("link type 99999, which is not read", 99999, new byte[60]);
        byte[] version5 = IPV4.clone();
        version5[0] = 0x55;
        assertUnread("damaged IPv4 header", 1, Packets.ethernet(0x0800, version5));
    }

    @Test
    void addressesAreKeptAsIpv6() {
        assertTrue(decode(101, IPV4));
        assertEquals(0x0000ffff_c0000201L, packet.sourceLow());
        assertEquals(0, packet.sourceHigh());
        assertTrue(decode(101, IPV6));
        assertEquals(0x20010db8_00000000L, packet.destinationHigh());
        assertEquals(2, packet.destinationLow());
    }

    @Property
    void anyBytesEndInAPayloadOrAReason(
            @ForAll @IntRange(max = 300) int linkType, @ForAll @Size(max = 200) byte[] bytes) {
        boolean read = decode(linkType, bytes);
        assertEquals(read, packet.unreadReason() == null);
        assertTrue(!read || packet.payloadBytes() >= 0);
        assertTrue(!read || packet.payloadOffset() + packet.payloadBytes() <= bytes.length);
    }

    @Property
    void aPacketCutAnywhereNeverGivesBytesThatAreNotThere(
            @ForAll boolean six, @ForAll @IntRange(max = 90) int cut) {
        byte[] whole = Packets.ethernet(six ? 0x86dd : 0x0800, six ? IPV6 : IPV4);
        byte[] bytes = Arrays.copyOf(whole, Math.min(cut, whole.length));
        if (decode(1, bytes)) {
            assertTrue(packet.payloadOffset() + packet.payloadBytes() <= bytes.length);
        }
    }
}
