package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.fault.FailedConnection;
import org.sipsleuth.capture.fault.FailedConnection.Kind;
import org.sipsleuth.capture.fault.IcmpError;
import org.sipsleuth.capture.fault.IcmpKind;
import org.sipsleuth.capture.fault.IncompletePacket;
import org.sipsleuth.capture.fault.NetworkFaults;
import org.sipsleuth.run.RunMonitor;

/// What frames show of faults of the network.
class NetworkFaultsTest {

    private static final String A = "192.0.2.10";
    private static final String B = "198.51.100.20";
    private static final String A6 = "2001:db8::10";
    private static final String B6 = "2001:db8::20";
    private static final String INVITE = "INVITE sip:b@example.com SIP/2.0\r\nCall-ID: one\r\nX: " + "x".repeat(40);
    private static final int SYN = 2;
    private static final int RST_ACK = 0x14;
    private static final int ACK = 0x10;

    @TempDir private Path folder;

    private final PcapWriter pcap = new PcapWriter(101);
    private int seconds = 1_700_000_000;

    private NetworkFaultsTest frame(byte[] ip) {
        pcap.frame(seconds++, 0, ip);
        return this;
    }

    private CaptureSummary summary() throws Exception {
        return CaptureIndexer.read(List.of(pcap.write(folder.resolve("a.pcap"))), RunMonitor.NONE).files().getFirst();
    }

    private NetworkFaults faults() throws Exception {
        return summary().faults();
    }

    private static byte[] udp(String payload) {
        return Packets.udp(5060, 5070, payload.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] fragment(String payload, int id, int from, int to, boolean more) {
        byte[] packet = Packets.ipv4(A, B, 17, Arrays.copyOfRange(udp(payload), from, to));
        packet[5] = (byte) id;
        packet[6] = (byte) (more ? 0x20 : 0);
        packet[7] = (byte) (from / 8);
        return packet;
    }

    private static byte[] fragment6(String payload, int from, int to, boolean more) {
        byte[] header = {17, 0, 0, (byte) (from | (more ? 1 : 0)), 0, 0, 0, 9};
        byte[] part = Arrays.copyOfRange(udp(payload), from, to);
        return Packets.ipv6(A6, B6, 44, Packets.join(header, part));
    }

    @Test
    void firstFragmentOfAMessageAloneIsKept() throws Exception {
        NetworkFaults faults = frame(fragment(INVITE, 1, 0, 72, true)).frame(fragment(INVITE, 2, 0, 72, true)).faults();
        assertEquals(2, faults.incomplete().size());
        IncompletePacket first = faults.incomplete().getFirst();
        assertEquals(new FrameNumber(0, 1), first.frame());
        assertEquals(1_700_000_000_000_000_000L, first.atNanos());
        assertEquals("192.0.2.10:5060 198.51.100.20:5070", first.source() + " " + first.destination());
        assertEquals(INVITE.substring(0, 64), first.beginning());
    }

    @Test
    void firstFragmentOfIpv6IsKept() throws Exception {
        assertEquals("[2001:db8::10]:5060",
                frame(fragment6(INVITE, 0, 72, true)).faults().incomplete().getFirst().source().toString());
    }

    @Test
    void fragmentInATunnelIsKept() throws Exception {
        byte[] inner = fragment(INVITE, 1, 0, 72, true);
        assertEquals("192.0.2.10:5060",
                frame(Packets.ipv4("203.0.113.1", "203.0.113.2", 4, inner)).faults()
                        .incomplete()
                        .getFirst()
                        .source()
                        .toString());
    }

    @Test
    void completePacketsAndOtherPayloadsAreNoFault() throws Exception {
        int length = udp(INVITE).length;
        String other = "x".repeat(80);
        frame(fragment(INVITE, 1, 0, 72, true)).frame(fragment(INVITE, 1, 72, length, false));
        frame(fragment(INVITE, 1, 0, 72, true)); // the same again, after it was complete
        frame(fragment(INVITE, 2, 72, length, false)); // without its first one nothing shows that it is SIP
        frame(fragment(other, 3, 0, 72, true));
        assertEquals(NetworkFaults.NONE, faults());
    }

    @Test
    void manyIncompleteMessagesAreCountedOnly() throws Exception {
        for (int i = 0; i < 1_200; i++) {
            byte[] packet = fragment(INVITE, i, 0, 72, true);
            packet[4] = (byte) (i >> 8);
            frame(packet);
        }
        NetworkFaults faults = faults();
        assertEquals(1_000, faults.incomplete().size());
        assertEquals(200, faults.leftOut());
    }

    private static byte[] icmp(int type, int code, int mtu, byte[] quoted) {
        byte[] header = {(byte) type, (byte) code, 0, 0, 0, 0, (byte) (mtu >> 8), (byte) mtu};
        return Packets.ipv4("192.0.2.9", A, 1, Packets.join(header, quoted));
    }

    @Test
    void icmpErrorsOfOneMessageAreOneFault() throws Exception {
        byte[] quoted = Packets.ipv4(A, B, 17, udp(INVITE));
        CaptureSummary summary =
                frame(quoted).frame(icmp(3, 3, 0, quoted)).frame(quoted).frame(icmp(3, 3, 0, quoted)).summary();
        IcmpError error = summary.faults().icmp().getFirst();
        assertEquals(1, summary.faults().icmp().size());
        assertEquals(IcmpKind.PORT_UNREACHABLE, error.kind());
        assertEquals("192.0.2.9", error.reporter().getHostAddress());
        assertEquals(INVITE, error.quoted().beginning());
        assertEquals("198.51.100.20:5070", error.quoted().destination().toString());
        assertEquals(List.of(new FrameNumber(0, 2), new FrameNumber(0, 4)), error.sightings().frames());
        assertEquals(List.of("ICMP"), summary.unread().stream().map(UnreadFrames::reason).toList());
        assertEquals(2, summary.messages(), "what is quoted is no message");
    }

    @Test
    void eachKindOfErrorIsTold() throws Exception {
        byte[] quoted = Packets.ipv4(A, B, 17, Arrays.copyOf(udp(""), 8));
        frame(icmp(3, 0, 0, quoted)).frame(icmp(3, 1, 0, quoted)).frame(icmp(3, 4, 1400, quoted));
        frame(icmp(3, 13, 0, quoted)).frame(icmp(11, 0, 0, quoted)).frame(icmp(11, 1, 0, quoted));
        NetworkFaults faults = faults();
        assertEquals(
                List.of(IcmpKind.NETWORK_UNREACHABLE, IcmpKind.HOST_UNREACHABLE, IcmpKind.TOO_LARGE,
                        IcmpKind.PROHIBITED, IcmpKind.TIME_EXCEEDED, IcmpKind.REASSEMBLY_TIME_EXCEEDED),
                faults.icmp().stream().map(IcmpError::kind).toList());
        assertEquals(1400, faults.icmp().get(2).mtu());
        assertEquals(Transport.UDP, faults.icmp().getFirst().quoted().transport());
    }

    @Test
    void errorsOfIcmpv6AreRead() throws Exception {
        byte[] header = {2, 0, 0, 0, 0, 0, 5, 0};
        byte[] quoted = Packets.ipv6(A6, B6, 17, udp(INVITE));
        IcmpError error =
                frame(Packets.ipv6("2001:db8::1", A6, 58, Packets.join(header, quoted))).faults().icmp().getFirst();
        assertEquals(IcmpKind.TOO_LARGE, error.kind());
        assertEquals(1280, error.mtu());
        assertEquals(INVITE, error.quoted().beginning());
    }

    @Test
    void otherIcmpIsNoFault() throws Exception {
        byte[] quoted = Packets.ipv4(A, B, 17, udp(INVITE));
        byte[] later = quoted.clone();
        later[7] = 9; // not the first fragment: no ports
        frame(icmp(8, 0, 0, quoted)).frame(icmp(3, 3, 0, later)).frame(icmp(3, 3, 0, new byte[3]));
        frame(icmp(3, 3, 0, Packets.ipv4(A, B, 1, udp(INVITE))));
        for (int length = 0; length < quoted.length; length++) {
            frame(icmp(3, 3, 0, Arrays.copyOf(quoted, length)));
        }
        assertTrue(faults().icmp().stream().allMatch(error -> error.quoted().destination().port() == 5070));
    }

    private NetworkFaultsTest tcp(boolean isBack, int sequence, int ack, int flags, String payload) {
        byte[] segment = Packets.tcp(isBack ? 5060 : 40000, isBack ? 40000 : 5060, sequence, ack, flags,
                payload.getBytes(StandardCharsets.ISO_8859_1));
        return frame(Packets.ipv4(isBack ? B : A, isBack ? A : B, 6, segment));
    }

    private Set<Kind> connections() throws Exception {
        return faults().connections().stream().map(FailedConnection::kind).collect(Collectors.toSet());
    }

    @Test
    void resetThatAnswersSynIsARefusal() throws Exception {
        NetworkFaults faults = tcp(false, 7, 0, SYN, "").tcp(true, 0, 8, RST_ACK, "").faults();
        FailedConnection refused = faults.connections().getFirst();
        assertEquals(Kind.REFUSED, refused.kind());
        assertEquals("192.0.2.10:40000 198.51.100.20:5060", refused.client() + " " + refused.server());
        assertEquals(List.of(new FrameNumber(0, 2)), refused.sightings().frames());
    }

    @Test
    void synSentThreeTimesIsUnanswered() throws Exception {
        assertEquals(Set.of(Kind.UNANSWERED),
                tcp(false, 7, 0, SYN, "").tcp(false, 7, 0, SYN, "").tcp(false, 7, 0, SYN, "").connections());
    }

    @Test
    void synThatIsAnsweredIsNone() throws Exception {
        tcp(false, 7, 0, SYN, "").tcp(false, 7, 0, SYN, "").tcp(true, 99, 8, SYN | ACK, "").tcp(false, 7, 0, SYN, "");
        assertEquals(Set.of(), connections());
    }

    @Test
    void resetOfAConnectionWithDataIsKept() throws Exception {
        tcp(false, 7, 0, SYN, "").tcp(true, 99, 8, SYN | ACK, "").tcp(false, 8, 100, ACK, "x".repeat(20));
        assertEquals(Set.of(Kind.RESET), tcp(true, 100, 28, RST_ACK, "").connections());
    }

    @Test
    void portScanLeavesRoomForSip() throws Exception {
        for (int port = 1; port <= 3_000; port++) {
            byte[] scan = Packets.tcp(40000, port == 3_000 ? 5060 : 10_000 + port, 7, 0, SYN, new byte[0]);
            byte[] back = Packets.tcp(port == 3_000 ? 5060 : 10_000 + port, 40000, 0, 8, RST_ACK, new byte[0]);
            frame(Packets.ipv4(A, B, 6, scan)).frame(Packets.ipv4(B, A, 6, back));
        }
        NetworkFaults faults = faults();
        assertEquals(1_001, faults.connections().size());
        assertEquals(1_999, faults.leftOut());
        assertEquals(5060, faults.connections().getLast().server().port());
    }
}
