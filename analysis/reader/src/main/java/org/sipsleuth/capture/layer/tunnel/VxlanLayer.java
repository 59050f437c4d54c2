package org.sipsleuth.capture.layer.tunnel;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.layer.link.EtherTypes;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;
import org.sipsleuth.capture.packet.UdpTunnel;

/// VXLAN (RFC 7348), with the group policy and generic protocol extensions.
public final class VxlanLayer implements UdpTunnel {

    private static final int HEADER_BYTES = 8;
    private static final int HAS_NETWORK = 0x08;
    private static final int HAS_PROTOCOL = 0x04; // generic protocol extension
    private static final int HAS_POLICY = 0x80; // group policy extension
    private static final int NO_MEANING = 0x73;
    private static final int RESERVED_AT = 7;

    private static final int IPV4 = 1; // next protocols of the generic extension
    private static final int IPV6 = 2;
    private static final int ETHERNET = 3;

    private final Protocols protocols;
    private final Layer ethernet;

    public VxlanLayer(Protocols protocols, Layer ethernet) {
        this.protocols = protocols;
        this.ethernet = ethernet;
    }

    @Override
    public String name() {
        return "VXLAN";
    }

    @Override
    public boolean fits(Packet packet) {
        if (packet.left() <= HEADER_BYTES || packet.u8(RESERVED_AT) != 0) {
            return false;
        }
        int flags = packet.u8(0);
        boolean extended = (flags & (HAS_PROTOCOL | HAS_POLICY)) != 0;
        return (flags & HAS_NETWORK) != 0 && (flags & NO_MEANING) == 0 && (extended || packet.s32(0) << Byte.SIZE == 0);
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int next = (packet.u8(0) & HAS_PROTOCOL) != 0 ? packet.u8(3) : ETHERNET;
        packet.skip(HEADER_BYTES);
        return switch (next) {
            case IPV4 -> protocols.ofEtherType(EtherTypes.IPV4, packet);
            case IPV6 -> protocols.ofEtherType(EtherTypes.IPV6, packet);
            case ETHERNET -> ethernet;
            default -> packet.unread(UnreadReason.TUNNEL_SIGNALLING);
        };
    }
}
