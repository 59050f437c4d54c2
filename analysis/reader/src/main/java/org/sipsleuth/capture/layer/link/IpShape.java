package org.sipsleuth.capture.layer.link;

import org.sipsleuth.capture.packet.Packet;

/// Whether bytes are an IP packet, for layers that do not say so: its lengths must fit the bytes
/// that are there.
public final class IpShape {

    private static final int IPV4_HEADER_BYTES = 20;
    private static final int IPV6_HEADER_BYTES = 40;

    private IpShape() {}

    /// Whether a packet of this version of IP lies this far from here, as long as all that is left.
    public static boolean isVersion(Packet packet, int at, int version) {
        return isPacket(packet, at, packet.left() - at, version);
    }

    /// Whether a packet of this version of IP and of this length lies this far from here.
    public static boolean isPacket(Packet packet, int at, long bytes, int version) {
        return version == 4 ? isIpv4(packet, at, bytes) : isIpv6(packet, at, bytes);
    }

    private static boolean isIpv4(Packet packet, int at, long bytes) {
        return bytes >= IPV4_HEADER_BYTES && packet.u8(at) >> 4 == 4
                && (packet.u8(at) & 0xf) * Integer.BYTES >= IPV4_HEADER_BYTES && packet.u16(at + 2) == bytes;
    }

    private static boolean isIpv6(Packet packet, int at, long bytes) {
        return bytes >= IPV6_HEADER_BYTES && packet.u8(at) >> 4 == 6 && packet.u16(at + 4) + IPV6_HEADER_BYTES == bytes;
    }
}
