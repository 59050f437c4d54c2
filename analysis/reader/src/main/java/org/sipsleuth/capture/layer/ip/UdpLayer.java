package org.sipsleuth.capture.layer.ip;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// UDP (RFC 768), on any port. Its payload is what is looked for, or another tunnel.
public final class UdpLayer implements Layer {

    private static final int HEADER_BYTES = 8;

    private final Protocols protocols;

    public UdpLayer(Protocols protocols) {
        this.protocols = protocols;
    }

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
        packet.arrival().withUdp(length);
        if (length != 0) { // zero where the length did not fit (RFC 2675) or was left to the card
            if (length < HEADER_BYTES) {
                return packet.unread(UnreadReason.BAD_UDP);
            }
            packet.keep(length);
        }
        packet.skip(HEADER_BYTES);
        return protocols.ofUdpPayload(packet);
    }
}
