package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// Ethernet II, and IEEE 802.3 with a length in the place of the type.
public final class EthernetLayer implements Layer {

    private static final int HEADER_BYTES = 14;
    private static final int TYPE_AT = 12;

    private final Protocols protocols;

    public EthernetLayer(Protocols protocols) {
        this.protocols = protocols;
    }

    @Override
    public String name() {
        return "Ethernet";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int type = packet.u16(TYPE_AT);
        packet.skip(HEADER_BYTES);
        return protocols.ofEtherType(type, packet);
    }

    /// Whether an Ethernet header with a known type stands this far from here, before IP of the
    /// version that the type names. For tunnels that do not say what they carry.
    public boolean fits(Packet packet, int at) {
        if (packet.left() <= at + HEADER_BYTES) {
            return false;
        }
        int type = packet.u16(at + TYPE_AT);
        int version = packet.u8(at + HEADER_BYTES) >> 4;
        return switch (type) {
            case EtherTypes.IPV4 -> version == 4;
            case EtherTypes.IPV6 -> version == 6;
            default -> protocols.knowsEtherType(type);
        };
    }
}
