package org.sipsleuth.capture.layer.ip;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;

/// UDP (RFC 768), on any port: the end of the way, its payload is what is looked for.
public final class UdpLayer implements Layer {

    private static final int HEADER_BYTES = 8;

    @Override
    public String name() {
        return "UDP";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        packet.arrival().over(Transport.UDP, packet.u16(0), packet.u16(2));
        int length = packet.u16(4);
        if (length != 0) { // zero where the length did not fit (RFC 2675) or was left to the card
            if (length < HEADER_BYTES) {
                return packet.unread(UnreadReason.BAD_UDP);
            }
            packet.keep(length);
        }
        packet.skip(HEADER_BYTES);
        return null;
    }
}
