package org.sipsleuth.capture.layer.ip;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// IPv6 with its extension headers (RFC 8200; RFC 4302, RFC 6275, RFC 7401, RFC 5533).
public final class Ipv6Layer implements Layer {

    private static final int HEADER_BYTES = 40;
    private static final int EXTENSION_UNIT_BYTES = 8;
    private static final int FRAGMENT_MASK = 0xfff9; // the offset in bytes, and "more fragments"
    private static final int MORE = 1;

    /// Keeps the identifications of IPv6 apart from those of IPv4, which hold the protocol.
    private static final long IPV6_ID = 1L << 62;

    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION = 60;
    private static final int MOBILITY = 135;
    private static final int HOST_IDENTITY = 139;
    private static final int SHIM6 = 140;

    private final Protocols protocols;
    private final Fragments fragments;

    public Ipv6Layer(Protocols protocols, Fragments fragments) {
        this.protocols = protocols;
        this.fragments = fragments;
    }

    @Override
    public String name() {
        return "IPv6";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        if (packet.u8(0) >> 4 != 6) {
            return packet.unread(UnreadReason.BAD_IPV6);
        }
        int payloadBytes = packet.u16(4);
        if (payloadBytes != 0) { // zero for jumbograms and offloading: take what is there
            packet.keep((long) HEADER_BYTES + payloadBytes);
        }
        packet.arrival().from(packet.s64(8), packet.s64(16));
        packet.arrival().to(packet.s64(24), packet.s64(32));
        int service = packet.u16(0) >>> 4 & 0xff;
        packet.arrival().withIp(packet.u8(7), service, 0, payloadBytes);
        int next = packet.u8(6);
        packet.skip(HEADER_BYTES);
        return extensions(packet, next);
    }

    /// Each extension header is at least eight bytes long, so this ends with the packet.
    private @Nullable Layer extensions(Packet packet, int firstHeader) {
        int header = firstHeader;
        while (isExtension(header)) {
            if (packet.left() < EXTENSION_UNIT_BYTES) {
                return packet.unread(UnreadReason.SHORT_FRAME);
            }
            int octets = switch (header) {
                case FRAGMENT -> EXTENSION_UNIT_BYTES;
                case AUTHENTICATION -> (packet.u8(1) + 2) * Integer.BYTES;
                default -> (packet.u8(1) + 1) * EXTENSION_UNIT_BYTES;
            };
            if (packet.left() < octets) {
                return packet.unread(UnreadReason.SHORT_FRAME);
            }
            int fragment = header == FRAGMENT ? packet.u16(2) & FRAGMENT_MASK : 0;
            long identification = header == FRAGMENT ? packet.s32(4) : 0;
            header = packet.u8(0);
            packet.skip(octets);
            if (fragment != 0) {
                header = fragments.join(packet, header, IPV6_ID | Integer.toUnsignedLong((int) identification),
                        fragment & ~MORE, (fragment & MORE) != 0);
            }
            if (header == Fragments.NOT_WHOLE) {
                return null;
            }
        }
        return protocols.ofIpProtocol(header, packet);
    }

    private static boolean isExtension(int header) {
        return switch (header) {
            case HOP_BY_HOP, ROUTING, FRAGMENT, AUTHENTICATION, DESTINATION, MOBILITY, HOST_IDENTITY, SHIM6 -> true;
            default -> false;
        };
    }
}
