package org.sipsleuth.capture.layer.tunnel;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// The authentication header of IPsec (RFC 4302) in IPv4; it hides nothing.
public final class AuthenticationLayer implements Layer {

    private static final int LEAST_BYTES = 12;
    private static final int WORDS_NOT_COUNTED = 2;

    private final Protocols protocols;

    public AuthenticationLayer(Protocols protocols) {
        this.protocols = protocols;
    }

    @Override
    public String name() {
        return "AH";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < LEAST_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int next = packet.u8(0);
        int bytes = (packet.u8(1) + WORDS_NOT_COUNTED) * Integer.BYTES;
        if (packet.left() < bytes) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        packet.skip(bytes);
        return protocols.ofIpProtocol(next, packet);
    }
}
