package org.sipsleuth.capture.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Packets;

/// What becomes of packets in IP fragments.
class FragmentTest {

    private static final byte[] PAYLOAD = "OPTIONS".getBytes(StandardCharsets.US_ASCII);

    private final DecodedFrames frames = new DecodedFrames();

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
        frames.assertPayload(101, fragment(0, 8, true), fragment(8, 99, false));
        frames.assertPayload(101, fragment(8, 99, false), fragment(0, 8, true));
        frames.assertPayload(101, fragment6(0, 8, true), fragment6(8, 99, false));
        assertEquals("IP fragment of a packet that a later frame completes",
                frames.account.unread(0).getFirst().reason());
        assertEquals(2, frames.arrival.frame(), "the frame that completes it");
    }

    @Test
    void theFirstFragmentSaysWhatThePacketHolds() { // RFC 8200 §4.5
        frames.assertPayload(101, fragment6(0, 8, true), fragment6(59, 8, 99, false));
        frames.assertPayload(101, fragment6(59, 8, 99, false), fragment6(0, 8, true));
        byte[] first = fragment6(59, 0, 8, true);
        byte[] last = fragment6(8, 99, false);
        frames.decode(101, first, last);
        assertEquals(List.of("IP fragment of a packet that a later frame completes", "IPv6 without next header"),
                frames.reasons());
    }

    @Test
    void whereFragmentsOverlapTheFirstCounts() {
        byte[] other = fragment(8, 99, false);
        other[other.length - 1] = 'X';
        frames.assertPayload(101, fragment(8, 99, false), other, fragment(0, 8, true));
        assertTrue(frames.arrival.hasOverlap());
        frames.assertPayload(101, fragment(8, 99, false), fragment(8, 99, false), fragment(0, 8, true));
        assertFalse(frames.arrival.hasOverlap(), "the same bytes again are no contradiction");
    }

    @Test
    void fragmentsWithoutTheRestAreCounted() {
        String reason = "IP fragment of a packet that was never completed";
        frames.assertUnread(reason, 101, fragment(0, 8, true));
        frames.assertUnread(reason, 101, fragment(8, 99, false), fragment(8, 99, false));
        frames.assertUnread(reason, 101, fragment6(8, 99, false));
    }

    @Test
    void fragmentsThatComeAgainAreNoneThatLackTheRest() {
        byte[] first = fragment(0, 8, true);
        byte[] last = fragment(8, 99, false);
        frames.decode(101, first, first, last, last);
        assertEquals(List.of("IP fragment of a packet that a later frame completes",
                "IP fragment of a packet that was already complete"), frames.reasons());
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
        frames.decode(101, fragments);
        assertEquals(List.of("SIP with much behind it".substring(0, bytes)),
                frames.payloads.stream().map(b -> new String(b, StandardCharsets.US_ASCII)).toList());
    }

    @Test
    void aPacketWithATruncatedFragmentYieldsTheBytesBeforeTheGap() {
        byte[] text = "SIP with much behind it".getBytes(StandardCharsets.US_ASCII);
        byte[] datagram = Packets.udp(5060, 5070, text); // 31 bytes
        byte[] first = fragment(datagram, 0, 16, 16);
        byte[] middle = fragment(datagram, 16, 24, 8);
        byte[] last = fragment(datagram, 24, 31, 7);
        byte[] cutFirst = fragment(datagram, 0, 16, 11);
        byte[] cutMiddle = fragment(datagram, 16, 24, 3);
        assertBeginning(23, first, middle, last);
        assertEquals(0, frames.cutBytes);
        assertBeginning(3, cutFirst, middle, last);
        assertEquals(20, frames.cutBytes);
        assertEquals(1, frames.arrival.frame());
        assertEquals(List.of("IP fragment of a packet that was not captured completely"), frames.reasons());
        assertBeginning(3, last, middle, cutFirst);
        assertEquals(List.of("IP fragment of a packet that was not captured completely"), frames.reasons());
        assertBeginning(11, first, cutMiddle, last);
        assertBeginning(11, cutMiddle, last, first);
        assertBeginning(20, middle, first, fragment(datagram, 24, 31, 4));
        assertBeginning(23, middle, cutMiddle, first, last);
        assertBeginning(23, cutMiddle, middle, last, first);
    }

    @Test
    void cutFragmentsWithoutTheBeginningAreCounted() {
        byte[] datagram = Packets.udp(5060, 5070, new byte[30]);
        frames.assertUnread("IP fragment of a packet that was never completed", 101, fragment(datagram, 8, 16, 3),
                fragment(datagram, 16, 38, 22));
        frames.assertUnread("IP fragment of a packet that was not captured completely", 101,
                fragment(datagram, 0, 16, 0));
    }

    @Test
    void aCompleteCopyOfATruncatedFragmentFillsTheGap() {
        byte[] text = "SIP with much behind it".getBytes(StandardCharsets.US_ASCII);
        byte[] datagram = Packets.udp(5060, 5070, text);
        assertBeginning(23, fragment(datagram, 16, 24, 3), fragment(datagram, 16, 24, 8), fragment(datagram, 0, 16, 16),
                fragment(datagram, 24, 31, 7));
    }

    @Test
    void fragmentsThatComeMuchLaterAreOfAnotherPacket() {
        byte[] first = fragment(0, 8, true);
        byte[] last = fragment(8, 99, false);
        frames.lastAtNanos = 60_000_000_001L;
        frames.decode(101, first, last, last);
        assertEquals(
                List.of("IP fragment of a packet that a later frame completes",
                        "IP fragment of a packet that was already complete"),
                frames.reasons().stream().sorted().toList());
        frames.lastAtNanos++;
        frames.decode(101, first, last, last);
        assertEquals(
                List.of("IP fragment of a packet that a later frame completes",
                        "IP fragment of a packet that was never completed"),
                frames.reasons().stream().sorted().toList());
    }
}
