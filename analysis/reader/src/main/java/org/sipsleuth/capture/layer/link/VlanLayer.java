package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// A VLAN tag: IEEE 802.1Q, or an outer one (802.1ad and its forerunners, "QinQ").
public final class VlanLayer implements Layer {

    private static final int TAG_BYTES = 4;
    private static final int TYPE_AT = 2;

    private final String name;
    private final Protocols protocols;

    public VlanLayer(String name, Protocols protocols) {
        this.name = name;
        this.protocols = protocols;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < TAG_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int type = packet.u16(TYPE_AT);
        packet.skip(TAG_BYTES);
        return protocols.ofEtherType(type, packet);
    }
}
