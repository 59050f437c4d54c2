package org.sipsleuth.capture.layer.tunnel;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;
import org.sipsleuth.capture.packet.UdpTunnel;

/// Geneve (RFC 8926 §3.4), its options passed over.
public final class GeneveLayer implements UdpTunnel {

    private static final int HEADER_BYTES = 8;
    private static final int VERSION = 0xc0;
    private static final int OPTION_WORDS = 0x3f;
    private static final int CONTROL = 0x80;
    private static final int RESERVED = 0x3f; // of the second byte
    private static final int TYPE_AT = 2;
    private static final int RESERVED_AT = 7;

    private final Protocols protocols;

    public GeneveLayer(Protocols protocols) {
        this.protocols = protocols;
    }

    @Override
    public String name() {
        return "Geneve";
    }

    @Override
    public boolean fits(Packet packet) {
        return packet.left() > HEADER_BYTES && (packet.u8(0) & VERSION) == 0 && (packet.u8(1) & RESERVED) == 0
                && packet.u8(RESERVED_AT) == 0 && protocols.knowsEtherType(packet.u16(TYPE_AT));
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int bytes = HEADER_BYTES + (packet.u8(0) & OPTION_WORDS) * Integer.BYTES;
        boolean control = (packet.u8(1) & CONTROL) != 0;
        int type = packet.u16(TYPE_AT);
        if (packet.left() < bytes) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        packet.skip(bytes);
        return control ? packet.unread(UnreadReason.TUNNEL_SIGNALLING) : protocols.ofEtherType(type, packet);
    }
}
