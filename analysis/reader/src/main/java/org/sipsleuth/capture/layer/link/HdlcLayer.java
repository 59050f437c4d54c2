package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// HDLC as routers frame it on serial lines: Cisco's, which carries an Ethernet type, or PPP's
/// (RFC 1662), identified by the first byte.
public final class HdlcLayer implements Layer {

    private static final int HEADER_BYTES = 4;
    private static final int UNICAST = 0x0f;
    private static final int BROADCAST = 0x8f;

    private final Protocols protocols;
    private final Layer ppp;

    public HdlcLayer(Protocols protocols, Layer ppp) {
        this.protocols = protocols;
        this.ppp = ppp;
    }

    @Override
    public String name() {
        return "HDLC";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int address = packet.u8(0);
        if (address != UNICAST && address != BROADCAST) {
            return ppp;
        }
        int type = packet.u16(2);
        packet.skip(HEADER_BYTES);
        return protocols.ofEtherType(type, packet);
    }
}
