package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// PPP (RFC 1661), with or without the address and control fields of HDLC framing (RFC 1662), with
/// or without a compressed protocol field.
public final class PppLayer implements Layer {

    private static final int HDLC_ADDRESS_AND_CONTROL = 0xff03;

    private final Protocols protocols;
    private final int prefixBytes;

    /// @param prefixBytes what stands before it, such as the direction that pppd notes
    public PppLayer(Protocols protocols, int prefixBytes) {
        this.protocols = protocols;
        this.prefixBytes = prefixBytes;
    }

    @Override
    public String name() {
        return "PPP";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < prefixBytes + 2) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        packet.skip(prefixBytes);
        if (packet.u16(0) == HDLC_ADDRESS_AND_CONTROL) {
            packet.skip(2);
        }
        if (packet.left() < 2) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int first = packet.u8(0);
        boolean compressed = (first & 1) != 0; // RFC 1661 §2: the last octet is odd, others even
        int protocol = compressed ? first : packet.u16(0);
        packet.skip(compressed ? 1 : 2);
        return protocols.ofPppProtocol(protocol, packet);
    }
}
