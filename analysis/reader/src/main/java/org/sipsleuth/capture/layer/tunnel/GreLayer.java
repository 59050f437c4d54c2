package org.sipsleuth.capture.layer.tunnel;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.layer.link.EtherTypes;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;
import org.sipsleuth.capture.packet.UdpTunnel;

/// Generic routing encapsulation: version 0 with its optional fields (RFC 2784, RFC 2890, RFC
/// 1701), version 1 as PPTP uses it (RFC 2637 §4.1), also in UDP (RFC 8086).
public final class GreLayer implements UdpTunnel {

    private static final int HEADER_BYTES = 4;
    private static final int FIELD_BYTES = 4;

    private static final int CHECKSUM = 0x8000;
    private static final int ROUTING = 0x4000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    private static final int ACKNOWLEDGEMENT = 0x0080; // version 1 only
    private static final int VERSION = 0x0007;
    private static final int RESERVED_IN_UDP = 0x4fff; // of version 0: routing and all that follows

    private static final int PPP = 0x880b;
    private static final int WCCP = 0x883e; // Cisco's web cache redirection
    private static final int WCCP_HEADER_BYTES = 4;

    private final Protocols protocols;
    private final Layer ppp;
    private final Layer firstErspan;
    private final Layer laterErspan;

    /// @param ethernet reads mirrored frames
    /// @param ip reads mirrored packets
    public GreLayer(Protocols protocols, Layer ppp, Layer ethernet, Layer ip) {
        this.protocols = protocols;
        this.ppp = ppp;
        this.firstErspan = ErspanLayer.first(ethernet, ip);
        this.laterErspan = ErspanLayer.later(ethernet, ip);
    }

    @Override
    public String name() {
        return "GRE";
    }

    @Override
    public boolean fits(Packet packet) {
        return packet.left() > HEADER_BYTES && (packet.u16(0) & RESERVED_IN_UDP) == 0
                && protocols.knowsEtherType(packet.u16(2));
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int flags = packet.u16(0);
        int type = packet.u16(2);
        int version = flags & VERSION;
        if (version > 1) {
            return packet.unread(UnreadReason.BAD_TUNNEL);
        }
        int bytes = HEADER_BYTES;
        bytes += has(flags, version == 0 ? CHECKSUM | ROUTING : 0);
        bytes += has(flags, KEY);
        bytes += has(flags, SEQUENCE);
        bytes += has(flags, version == 1 ? ACKNOWLEDGEMENT : 0);
        if (packet.left() < bytes) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        if (version == 1 && (flags & KEY) != 0) {
            packet.keep(bytes + packet.u16(HEADER_BYTES)); // the key's first half: payload bytes
        }
        packet.skip(bytes);
        if (version == 0 && (flags & ROUTING) != 0 && !skipRouting(packet)) {
            return packet.unread(UnreadReason.BAD_TUNNEL);
        }
        if (packet.left() == 0) {
            return packet.unread(UnreadReason.TUNNEL_SIGNALLING); // acknowledges, keeps alive
        }
        return payload(packet, type, (flags & SEQUENCE) != 0);
    }

    private static int has(int flags, int field) {
        return (flags & field) != 0 ? FIELD_BYTES : 0;
    }

    /// Goes past the source routes (RFC 1701); each is at least four bytes long.
    private static boolean skipRouting(Packet packet) {
        while (packet.left() >= FIELD_BYTES) {
            boolean last = packet.u16(0) == 0 && packet.u8(3) == 0;
            int octets = FIELD_BYTES + packet.u8(3);
            if (packet.left() < octets) {
                return false;
            }
            packet.skip(octets);
            if (last) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Layer payload(Packet packet, int type, boolean sequenced) {
        return switch (type) {
            case PPP -> ppp;
            case EtherTypes.ERSPAN -> sequenced ? laterErspan : firstErspan;
            case EtherTypes.ERSPAN_III -> laterErspan;
            case WCCP -> {
                boolean bare = packet.u8(0) >> 4 == 4; // its first version had no header
                if (!bare) {
                    packet.skip(Math.min(WCCP_HEADER_BYTES, packet.left()));
                }
                yield protocols.ofEtherType(EtherTypes.IPV4, packet);
            }
            default -> protocols.ofEtherType(type, packet);
        };
    }
}
