package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// Ethernet II, and IEEE 802.3 with SNAP (RFC 1042).
public final class EthernetLayer implements Layer {

    private static final int HEADER_BYTES = 14;
    private static final int TYPE_AT = 12;
    private static final int SMALLEST_TYPE = 0x0600; // below it the field is a length
    private static final int SNAP_BYTES = 8;
    private static final int SNAP_SAPS = 0xaaaa;
    private static final int SNAP_TYPE_AT = 6;

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
        if (type >= SMALLEST_TYPE) {
            return protocols.ofEtherType(type, packet);
        }
        packet.keep(type);
        if (packet.left() < SNAP_BYTES || packet.u16(0) != SNAP_SAPS) {
            return packet.unread(UnreadReason.LLC);
        }
        int snapType = packet.u16(SNAP_TYPE_AT);
        packet.skip(SNAP_BYTES);
        return protocols.ofEtherType(snapType, packet);
    }
}
