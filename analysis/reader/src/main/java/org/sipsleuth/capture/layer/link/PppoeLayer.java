package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;

/// PPP over Ethernet, session stage (RFC 2516 §6).
public final class PppoeLayer implements Layer {

    private static final int HEADER_BYTES = 6;
    private static final int VERSION_AND_TYPE = 0x11;
    private static final int LENGTH_AT = 4;

    private final Layer ppp;

    public PppoeLayer(Layer ppp) {
        this.ppp = ppp;
    }

    @Override
    public String name() {
        return "PPPoE";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        if (packet.u8(0) != VERSION_AND_TYPE || packet.u8(1) != 0) {
            return packet.unread(UnreadReason.BAD_TUNNEL);
        }
        int length = packet.u16(LENGTH_AT);
        packet.skip(HEADER_BYTES);
        packet.keep(length);
        return ppp;
    }
}
