package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// Logical link control with SNAP (IEEE 802.2, RFC 1042): carries an Ethernet type over links whose
/// own header has none.
public final class LlcLayer implements Layer {

    private static final int HEADER_BYTES = 8;
    private static final int SNAP_SAPS = 0xaaaa;
    private static final int ORGANISATION_AT = 3;
    private static final int TYPE_AT = 6;

    private static final int ENCAPSULATED_ETHERNET = 0x000000; // RFC 1042
    private static final int BRIDGED_ETHERNET = 0x0000f8; // IEEE 802.1H

    private final Protocols protocols;

    public LlcLayer(Protocols protocols) {
        this.protocols = protocols;
    }

    @Override
    public String name() {
        return "LLC";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES || packet.u16(0) != SNAP_SAPS) {
            return packet.unread(UnreadReason.LLC);
        }
        int organisation = packet.s32(ORGANISATION_AT) >>> Byte.SIZE;
        int type = packet.u16(TYPE_AT);
        boolean carriesType = organisation == ENCAPSULATED_ETHERNET || organisation == BRIDGED_ETHERNET;
        if (!carriesType) {
            return packet.unread(UnreadReason.LLC);
        }
        packet.skip(HEADER_BYTES);
        return protocols.ofEtherType(type, packet);
    }
}
