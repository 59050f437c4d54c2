package org.sipsleuth.capture.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.account.FrameAccount;

class FrameDecoderTest {

    private static final byte[] PAYLOAD = "OPTIONS".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] IPV4 =
            Packets.ipv4("192.0.2.1", "192.0.2.2", 17, Packets.udp(5060, 5070, PAYLOAD));
    private static final byte[] IPV6 =
            Packets.ipv6("2001:db8::1", "2001:db8::2", 17, Packets.udp(5060, 5070, PAYLOAD));

    private final List<byte[]> payloads = new ArrayList<>();
    private final Arrival arrival = new Arrival();
    private int cutBytes;
    private FrameAccount account = new FrameAccount(0);

    private void decode(int linkType, byte[]... frames) {
        payloads.clear();
        account = new FrameAccount(0);
        ByteBuffer capture =
                ByteBuffer.allocate(Arrays.stream(frames).mapToInt(f -> f.length).sum());
        Arrays.stream(frames).forEach(capture::put);
        FrameDecoder decoder =
                new FrameDecoder(
                        0,
                        MemorySegment.ofArray(capture.array()),
                        account,
                        packet -> {
                            payloads.add(packet.copy());
                            cutBytes = packet.cutBytes();
                            arrival.copy(packet.arrival());
                            return true;
                        },
                        _ -> {
                            throw new AssertionError("no stream here");
                        });
        int offset = 0;
        for (int i = 0; i < frames.length; i++) {
            Frame frame = new Frame();
            frame.begin(i + 1, i, linkType);
            frame.lieAt(offset, frames[i].length);
            offset += frames[i].length;
            decoder.decode(frame);
        }
        decoder.finish();
    }

    private void assertPayload(int linkType, byte[]... frames) {
        decode(linkType, frames);
        assertEquals(1, payloads.size(), () -> account.unread(0).toString());
        assertEquals("OPTIONS", new String(payloads.getFirst(), StandardCharsets.US_ASCII));
        assertEquals(5060, arrival.sourcePort());
        assertEquals(5070, arrival.destinationPort());
    }

    private void assertUnread(String reason, int linkType, byte[]... frames) {
        decode(linkType, frames);
        assertEquals(List.of(), payloads);
        assertEquals(
                List.of(reason), account.unread(0).stream().map(UnreadFrames::reason).toList());
        assertEquals(frames.length, account.unread(0).getFirst().frames());
    }

    @Test
    void ethernetCarriesBothVersionsOfIp() {
        assertPayload(1, Packets.ethernet(0x0800, IPV4));
        assertPayload(1, Packets.ethernet(0x86dd, IPV6));
    }

    /// Frames that begin with Ethernet are read in one step where they are plain; behind any other
    /// link type, layer by layer.
    @Property
    void ethernetGivesWhatTheLayersGiveOneByOne(
            @ForAll @IntRange(max = 36) int place,
            @ForAll byte octet,
            @ForAll @IntRange(max = 40) int surplus,
            @ForAll boolean isChanged) {
        byte[] packet = Packets.join(IPV4, new byte[surplus]);
        if (isChanged && place < packet.length) {
            packet[place] = octet;
        }
        assertSame(packet);
    }

    private void assertSame(byte[] packet) {
        String once = told(1, Packets.ethernet(0x0800, packet));
        byte[] linuxCooked = new byte[16];
        linuxCooked[14] = 0x08; // IPv4
        assertEquals(told(113, Packets.join(linuxCooked, packet)), once);
    }

    /// What becomes of a frame, but for the names of its layers.
    private String told(int linkType, byte[] frame) {
        decode(linkType, frame);
        List<String> texts = payloads.stream().map(HexFormat.of()::formatHex).toList();
        String ends =
                payloads.isEmpty()
                        ? ""
                        : "%x:%d > %x:%d %s"
                                .formatted(
                                        arrival.sourceLow(),
                                        arrival.sourcePort(),
                                        arrival.destinationLow(),
                                        arrival.destinationPort(),
                                        arrival.transport());
        return texts + ends + account.unread(0);
    }

    @Test
    void plainFramesKeepTheNamesOfTheirLayers() {
        assertPayload(1, Packets.ethernet(0x0800, IPV4));
        assertEquals(List.of("Ethernet", "IPv4", "UDP"), arrival.layers());
    }

    @Test
    void plainFrameThatIsCutGivesWhatTheLayersGive() {
        for (int bytes = 0; bytes < IPV4.length; bytes++) {
            assertSame(Arrays.copyOf(IPV4, bytes));
        }
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

    private static byte[] fragment(int from, int to, boolean more) {
        byte[] udp = Packets.udp(5060, 5070, PAYLOAD);
        byte[] part = Arrays.copyOfRange(udp, from, Math.min(to, udp.length));
        byte[] packet = Packets.ipv4("192.0.2.1", "192.0.2.2", 17, part);
        packet[6] = (byte) (more ? 0x20 : 0);
        packet[7] = (byte) (from / 8);
        return packet;
    }

    private static byte[] fragment6(int from, int to, boolean more) {
        return fragment6(17, from, to, more);
    }

    private static byte[] fragment6(int next, int from, int to, boolean more) {
        byte[] udp = Packets.udp(5060, 5070, PAYLOAD);
        byte[] part = Arrays.copyOfRange(udp, from, Math.min(to, udp.length));
        byte[] header = {(byte) next, 0, 0, (byte) (from | (more ? 1 : 0)), 0, 0, 0, 9};
        return Packets.ipv6("2001:db8::1", "2001:db8::2", 44, Packets.join(header, part));
    }

    @Test
    void fragmentsBecomeWholeInAnyOrder() {
        assertPayload(101, fragment(0, 8, true), fragment(8, 99, false));
        assertPayload(101, fragment(8, 99, false), fragment(0, 8, true));
        assertPayload(101, fragment6(0, 8, true), fragment6(8, 99, false));
        assertEquals(
                "IP fragment of a packet that a later frame completes",
                account.unread(0).getFirst().reason());
        assertEquals(2, arrival.frame(), "the frame that completes it");
    }

    @Test
    void theFirstFragmentSaysWhatThePacketHolds() { // RFC 8200 §4.5
        assertPayload(101, fragment6(0, 8, true), fragment6(59, 8, 99, false));
        assertPayload(101, fragment6(59, 8, 99, false), fragment6(0, 8, true));
        byte[] first = fragment6(59, 0, 8, true);
        byte[] last = fragment6(8, 99, false);
        decode(101, first, last);
        assertEquals(
                List.of(
                        "IP fragment of a packet that a later frame completes",
                        "IPv6 without next header"),
                account.unread(0).stream().map(UnreadFrames::reason).toList());
    }

    @Test
    void whereFragmentsOverlapTheFirstCounts() {
        byte[] other = fragment(8, 99, false);
        other[other.length - 1] = 'X';
        assertPayload(101, fragment(8, 99, false), other, fragment(0, 8, true));
        assertTrue(arrival.hasOverlap());
        assertPayload(101, fragment(8, 99, false), fragment(8, 99, false), fragment(0, 8, true));
        assertFalse(arrival.hasOverlap(), "the same bytes again are no contradiction");
    }

    @Test
    void fragmentsWithoutTheRestAreCounted() {
        String reason = "IP fragment of a packet that never became whole";
        assertUnread(reason, 101, fragment(0, 8, true));
        assertUnread(reason, 101, fragment(8, 99, false), fragment(8, 99, false));
        assertUnread(reason, 101, fragment6(8, 99, false));
    }

    @Test
    void fragmentsThatComeAgainAreNoneThatLackTheRest() {
        byte[] first = fragment(0, 8, true);
        byte[] last = fragment(8, 99, false);
        decode(101, first, first, last, last);
        assertEquals(
                List.of(
                        "IP fragment of a packet that a later frame completes",
                        "IP fragment of a packet that was whole before"),
                account.unread(0).stream().map(UnreadFrames::reason).toList());
    }

    /// A fragment of a longer datagram; as much of it as is captured.
    private static byte[] fragment(byte[] datagram, int from, int to, int captured) {
        byte[] part = Arrays.copyOfRange(datagram, from, to);
        byte[] packet = Packets.ipv4("192.0.2.1", "192.0.2.2", 17, part);
        packet[6] = (byte) (to < datagram.length ? 0x20 : 0);
        packet[7] = (byte) (from / 8);
        return Arrays.copyOf(packet, 20 + captured);
    }

    private void assertBeginning(int bytes, byte[]... fragments) {
        decode(101, fragments);
        assertEquals(
                List.of("SIP with much behind it".substring(0, bytes)),
                payloads.stream().map(b -> new String(b, StandardCharsets.US_ASCII)).toList());
    }

    @Test
    void ofAPacketWithACutFragmentWhatLiesBeforeTheHoleIsGiven() {
        byte[] text = "SIP with much behind it".getBytes(StandardCharsets.US_ASCII);
        byte[] datagram = Packets.udp(5060, 5070, text); // 31 bytes
        byte[] first = fragment(datagram, 0, 16, 16);
        byte[] middle = fragment(datagram, 16, 24, 8);
        byte[] last = fragment(datagram, 24, 31, 7);
        byte[] cutFirst = fragment(datagram, 0, 16, 11);
        byte[] cutMiddle = fragment(datagram, 16, 24, 3);
        assertBeginning(23, first, middle, last);
        assertEquals(0, cutBytes);
        assertBeginning(3, cutFirst, middle, last);
        assertEquals(20, cutBytes);
        assertEquals(1, arrival.frame());
        assertEquals(
                List.of("IP fragment of a packet that was not captured whole"),
                account.unread(0).stream().map(UnreadFrames::reason).toList());
        assertBeginning(3, last, middle, cutFirst);
        assertEquals(
                List.of("IP fragment of a packet that was not captured whole"),
                account.unread(0).stream().map(UnreadFrames::reason).toList());
        assertBeginning(11, first, cutMiddle, last);
        assertBeginning(11, cutMiddle, last, first);
        assertBeginning(20, middle, first, fragment(datagram, 24, 31, 4));
        assertBeginning(23, middle, cutMiddle, first, last);
        assertBeginning(23, cutMiddle, middle, last, first);
    }

    @Test
    void cutFragmentsWithoutTheBeginningAreCounted() {
        byte[] datagram = Packets.udp(5060, 5070, new byte[30]);
        assertUnread(
                "IP fragment of a packet that never became whole",
                101,
                fragment(datagram, 8, 16, 3),
                fragment(datagram, 16, 38, 22));
        assertUnread(
                "IP fragment of a packet that was not captured whole",
                101,
                fragment(datagram, 0, 16, 0));
    }

    @Test
    void whatIsNotReadIsCalledByItsName() {
        assertUnread("ARP", 1, Packets.ethernet(0x0806, new byte[28]));
        assertUnread("Ethernet type 0x1234", 1, Packets.ethernet(0x1234, new byte[28]));
        assertUnread(
                "damaged TCP header", 101, Packets.ipv4("192.0.2.1", "192.0.2.2", 6, new byte[20]));
        assertUnread("link type private (147), which is not read", 147, new byte[60]);
        assertUnread("link type 99999, which is not read", 99999, new byte[60]);
        byte[] version5 = IPV4.clone();
        version5[0] = 0x55;
        assertUnread("damaged IPv4 header", 1, Packets.ethernet(0x0800, version5));
    }

    @Test
    void addressesAreKeptAsIpv6() {
        decode(101, IPV4);
        assertEquals(0x0000ffff_c0000201L, arrival.sourceLow());
        assertEquals(0, arrival.sourceHigh());
        assertEquals(List.of("raw IP", "IPv4", "UDP"), arrival.layers());
        decode(101, IPV6);
        assertEquals(0x20010db8_00000000L, arrival.destinationHigh());
        assertEquals(2, arrival.destinationLow());
    }

    @Property
    void anyBytesEndInAPayloadOrAReason(
            @ForAll @IntRange(max = 300) int linkType,
            @ForAll @Size(max = 200) byte[] first,
            @ForAll @Size(max = 200) byte[] second) {
        decode(linkType, first, second);
        assertEquals(
                2,
                payloads.size() + account.unread(0).stream().mapToLong(UnreadFrames::frames).sum());
    }

    @Property
    void aPacketCutAnywhereNeverGivesBytesThatAreNotThere(
            @ForAll boolean six, @ForAll @IntRange(max = 90) int cut) {
        byte[] whole = Packets.ethernet(six ? 0x86dd : 0x0800, six ? IPV6 : IPV4);
        byte[] bytes = Arrays.copyOf(whole, Math.min(cut, whole.length));
        decode(1, bytes);
        assertTrue(payloads.isEmpty() || payloads.getFirst().length <= bytes.length);
    }
}
