package org.sipsleuth.capture.layer.ip;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// An IP packet of either version, identified by its first four bits.
public final class RawIpLayer implements Layer {

    private static final int ETHER_TYPE_IPV4 = 0x0800;
    private static final int ETHER_TYPE_IPV6 = 0x86dd;

    private final Protocols protocols;

    public RawIpLayer(Protocols protocols) {
        this.protocols = protocols;
    }

    @Override
    public String name() {
        return "raw IP";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < 1) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        return switch (packet.u8(0) >> 4) {
            case 4 -> protocols.ofEtherType(ETHER_TYPE_IPV4, packet);
            case 6 -> protocols.ofEtherType(ETHER_TYPE_IPV6, packet);
            default -> packet.unread(UnreadReason.NOT_IP);
        };
    }
}
