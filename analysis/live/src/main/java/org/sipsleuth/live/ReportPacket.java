package org.sipsleuth.live;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// The IP packet that a received report is stored in, so that a ring of reports is a capture like
/// others: UDP from the sender to this machine, whatever the report came by.
final class ReportPacket {

    /// The longest report that fits IPv4 with UDP.
    static final int LARGEST_REPORT_BYTES = 65_507;

    private static final int UDP = 17;
    private static final int UDP_BYTES = 8;
    private static final int IPV4_BYTES = 20;
    private static final int IPV6_BYTES = 40;
    private static final int HOP_LIMIT = 64;
    private static final int MAPPED_PREFIX_BYTES = 10;
    private static final int MASK_16 = 0xffff;

    private ReportPacket() {}

    /// @param to the address of this machine, which may be the one that stands for all
    /// @param report its bytes, at most [#LARGEST_REPORT_BYTES]
    static byte[] of(InetSocketAddress from, InetSocketAddress to, byte[] report) {
        boolean isIpv4 = from.getAddress() instanceof Inet4Address
                && (to.getAddress() instanceof Inet4Address || to.getAddress().isAnyLocalAddress());
        return isIpv4 ? ipv4(from, to, report) : ipv6(from, to, report);
    }

    private static byte[] ipv4(InetSocketAddress from, InetSocketAddress to, byte[] report) {
        int length = IPV4_BYTES + UDP_BYTES + report.length;
        ByteBuffer packet = ByteBuffer.allocate(length);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) length).putInt(0);
        packet.put((byte) HOP_LIMIT).put((byte) UDP).putShort((short) 0);
        packet.put(from.getAddress().getAddress());
        packet.put(to.getAddress() instanceof Inet4Address own ? own.getAddress() : new byte[Integer.BYTES]);
        packet.putShort(10, (short) ~sum(packet, 0, IPV4_BYTES, 0));
        udp(packet, from, to, report);
        return packet.array();
    }

    private static byte[] ipv6(InetSocketAddress from, InetSocketAddress to, byte[] report) {
        int udpBytes = UDP_BYTES + report.length;
        ByteBuffer packet = ByteBuffer.allocate(IPV6_BYTES + udpBytes);
        packet.putInt(0x60000000).putShort((short) udpBytes).put((byte) UDP).put((byte) HOP_LIMIT);
        packet.put(sixteenBytes(from.getAddress())).put(sixteenBytes(to.getAddress()));
        udp(packet, from, to, report);
        int sum = ~sum(packet, 8, packet.capacity(), UDP + udpBytes) & MASK_16;
        packet.putShort(IPV6_BYTES + 6, (short) (sum == 0 ? MASK_16 : sum));
        return packet.array();
    }

    private static void udp(ByteBuffer packet, InetSocketAddress from, InetSocketAddress to, byte[] report) {
        packet.putShort((short) from.getPort()).putShort((short) to.getPort());
        packet.putShort((short) (UDP_BYTES + report.length)).putShort((short) 0).put(report);
    }

    private static byte[] sixteenBytes(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 2 * Long.BYTES) {
            return bytes;
        }
        return ByteBuffer.allocate(2 * Long.BYTES)
                .position(MAPPED_PREFIX_BYTES)
                .putShort((short) MASK_16)
                .put(bytes)
                .array();
    }

    /// The sum that checksums of the Internet are the complement of (RFC 1071).
    private static int sum(ByteBuffer bytes, int from, int to, int start) {
        long sum = start;
        for (int at = from; at + 1 < to; at += 2) {
            sum += bytes.getShort(at) & MASK_16;
        }
        if ((to - from) % 2 != 0) {
            sum += (bytes.get(to - 1) & 0xff) << Byte.SIZE;
        }
        while (sum > MASK_16) {
            sum = (sum & MASK_16) + (sum >>> Short.SIZE);
        }
        return (int) sum;
    }
}
