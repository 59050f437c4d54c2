package org.sipsleuth.capture.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.UnreadFrames;

class FrameDecoderTest {

    private static final byte[] PAYLOAD = "OPTIONS".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] IPV4 = Packets.ipv4("192.0.2.1", "192.0.2.2", 17, Packets.udp(5060, 5070, PAYLOAD));
    private static final byte[] IPV6 = Packets.ipv6("2001:db8::1", "2001:db8::2", 17, Packets.udp(5060, 5070, PAYLOAD));

    private final DecodedFrames frames = new DecodedFrames();

    @Test
    void ethernetCarriesBothVersionsOfIp() {
        frames.assertPayload(1, Packets.ethernet(0x0800, IPV4));
        frames.assertPayload(1, Packets.ethernet(0x86dd, IPV6));
    }

    /// Frames that begin with Ethernet are read in one step where they are plain; behind any other
    /// link type, layer by layer.
    @Property
    void ethernetGivesWhatTheLayersGiveOneByOne(@ForAll @IntRange(max = 36) int place, @ForAll byte octet,
            @ForAll @IntRange(max = 40) int surplus, @ForAll boolean isChanged) {
        byte[] packet = Packets.join(IPV4, new byte[surplus]);
        if (isChanged && place < packet.length) {
            packet[place] = octet;
        }
        assertSame(packet);
    }

    private void assertSame(byte[] packet) {
        String once = reported(1, Packets.ethernet(0x0800, packet));
        byte[] linuxCooked = new byte[16];
        linuxCooked[14] = 0x08; // IPv4
        assertEquals(reported(113, Packets.join(linuxCooked, packet)), once);
    }

    /// What becomes of a frame, but for the names of its layers.
    private String reported(int linkType, byte[] frame) {
        frames.decode(linkType, frame);
        List<String> texts = frames.payloads.stream().map(HexFormat.of()::formatHex).toList();
        String ends = frames.payloads.isEmpty() ? ""
                : "%x:%d > %x:%d %s".formatted(frames.arrival.sourceLow(), frames.arrival.sourcePort(),
                        frames.arrival.destinationLow(), frames.arrival.destinationPort(), frames.arrival.transport());
        return texts + ends + frames.account.unread(0);
    }

    @Test
    void plainFramesKeepTheNamesOfTheirLayers() {
        frames.assertPayload(1, Packets.ethernet(0x0800, IPV4));
        assertEquals(List.of("Ethernet", "IPv4", "UDP"), frames.arrival.layers());
    }

    @Test
    void plainFrameThatIsCutGivesWhatTheLayersGive() {
        for (int bytes = 0; bytes < IPV4.length; bytes++) {
            assertSame(Arrays.copyOf(IPV4, bytes));
        }
    }

    @Test
    void ethernetPaddingIsLeftOut() {
        frames.assertPayload(1, Packets.join(Packets.ethernet(0x0800, IPV4), new byte[20]));
    }

    @Test
    void snapCarriesAnEthernetType() {
        byte[] snap = {(byte) 0xaa, (byte) 0xaa, 3, 0, 0, 0, 8, 0};
        byte[] inside = Packets.join(snap, IPV4);
        frames.assertPayload(1, Packets.ethernet(inside.length, inside));
        frames.assertUnread("IEEE 802.3 frame without Ethernet type (LLC)", 1, Packets.ethernet(60, new byte[60]));
    }

    @Test
    void vlanTagsNest() {
        byte[] inner = Packets.join(new byte[]{0, 7, 8, 0}, IPV4);
        byte[] outer = Packets.join(new byte[]{0, 5, (byte) 0x81, 0}, inner);
        frames.assertPayload(1, Packets.ethernet(0x8100, inner));
        frames.assertPayload(1, Packets.ethernet(0x8100, outer));
    }

    @Test
    void tagsWithoutEndAreGivenUp() {
        byte[] tags = new byte[4 * 100];
        for (int i = 0; i < 100; i++) {
            tags[4 * i + 2] = (byte) 0x81;
        }
        frames.assertUnread("more than 32 nested layers", 1, Packets.ethernet(0x8100, tags));
    }

    @Test
    void linuxCookedCarriesIpInBothVersions() {
        byte[] v1 = ByteBuffer.allocate(16).putShort(14, (short) 0x0800).array();
        byte[] v2 = ByteBuffer.allocate(20).putShort(0, (short) 0x86dd).array();
        frames.assertPayload(113, Packets.join(v1, IPV4));
        frames.assertPayload(276, Packets.join(v2, IPV6));
    }

    @Test
    void loopbackAndRawIpGoByTheVersion() {
        byte[] family = {2, 0, 0, 0};
        for (int linkType : List.of(0, 108)) {
            frames.assertPayload(linkType, Packets.join(family, IPV4));
            frames.assertPayload(linkType, Packets.join(family, IPV6));
        }
        for (int linkType : List.of(12, 14, 101)) {
            frames.assertPayload(linkType, IPV4);
            frames.assertPayload(linkType, IPV6);
        }
        frames.assertPayload(228, IPV4);
        frames.assertPayload(229, IPV6);
        frames.assertUnread("packet that is neither IPv4 nor IPv6", 101, new byte[40]);
    }

    @Test
    void ipv6ExtensionHeadersArePassed() {
        byte[] udp = Packets.udp(5060, 5070, PAYLOAD);
        byte[] destination = Packets.join(new byte[]{17, 0, 1, 4, 0, 0, 0, 0}, udp);
        byte[] atomic = Packets.join(new byte[]{60, 0, 0, 0, 0, 0, 0, 9}, destination);
        byte[] routing = Packets.join(new byte[]{44, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, atomic);
        byte[] authentication = Packets.join(new byte[]{43, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, routing);
        byte[] hopByHop = Packets.join(new byte[]{51, 0, 1, 4, 0, 0, 0, 0}, authentication);
        frames.assertPayload(101, Packets.ipv6("2001:db8::1", "2001:db8::2", 0, hopByHop));
    }

    @Test
    void whatIsNotReadIsCalledByItsName() {
        frames.assertUnread("ARP", 1, Packets.ethernet(0x0806, new byte[28]));
        frames.assertUnread("Ethernet type 0x1234", 1, Packets.ethernet(0x1234, new byte[28]));
        frames.assertUnread("damaged TCP header", 101, Packets.ipv4("192.0.2.1", "192.0.2.2", 6, new byte[20]));
        frames.assertUnread("unsupported link type private (147)", 147, new byte[60]);
        frames.assertUnread("unsupported link type 99999", 99999, new byte[60]);
        byte[] version5 = IPV4.clone();
        version5[0] = 0x55;
        frames.assertUnread("damaged IPv4 header", 1, Packets.ethernet(0x0800, version5));
    }

    @Test
    void addressesAreKeptAsIpv6() {
        frames.decode(101, IPV4);
        assertEquals(0x0000ffff_c0000201L, frames.arrival.sourceLow());
        assertEquals(0, frames.arrival.sourceHigh());
        assertEquals(List.of("raw IP", "IPv4", "UDP"), frames.arrival.layers());
        frames.decode(101, IPV6);
        assertEquals(0x20010db8_00000000L, frames.arrival.destinationHigh());
        assertEquals(2, frames.arrival.destinationLow());
    }

    @Property
    void anyBytesEndInAPayloadOrAReason(@ForAll @IntRange(max = 300) int linkType,
            @ForAll @Size(max = 200) byte[] first, @ForAll @Size(max = 200) byte[] second) {
        frames.decode(linkType, first, second);
        assertEquals(2,
                frames.payloads.size() + frames.account.unread(0).stream().mapToLong(UnreadFrames::frames).sum());
    }

    @Property
    void aPacketCutAnywhereNeverGivesBytesThatAreNotThere(@ForAll boolean six, @ForAll @IntRange(max = 90) int cut) {
        byte[] whole = Packets.ethernet(six ? 0x86dd : 0x0800, six ? IPV6 : IPV4);
        byte[] bytes = Arrays.copyOf(whole, Math.min(cut, whole.length));
        frames.decode(1, bytes);
        assertTrue(frames.payloads.isEmpty() || frames.payloads.getFirst().length <= bytes.length);
    }
}
