package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// Frame relay with IP as RFC 2427 carries it, or with Cisco's Ethernet types.
public final class FrameRelayLayer implements Layer {

    private static final int LONGEST_ADDRESS_BYTES = 4;
    private static final int LAST_ADDRESS_BYTE = 1; // the bit that ends the address
    private static final int UNNUMBERED = 0x03;
    private static final int IPV4 = 0xcc; // network layer protocol identifiers
    private static final int IPV6 = 0x8e;

    private final Protocols protocols;

    public FrameRelayLayer(Protocols protocols) {
        this.protocols = protocols;
    }

    @Override
    public String name() {
        return "Frame Relay";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        int address = 2;
        while (address < LONGEST_ADDRESS_BYTES && packet.left() > address
                && (packet.u8(address - 1) & LAST_ADDRESS_BYTE) == 0) {
            address++;
        }
        packet.skip(Math.min(address, packet.left()));
        if (packet.left() < 2) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        if (packet.u8(0) != UNNUMBERED) {
            int type = packet.u16(0);
            packet.skip(2);
            return protocols.ofEtherType(type, packet);
        }
        int protocol = packet.u8(1);
        packet.skip(2);
        return switch (protocol) {
            case IPV4 -> protocols.ofEtherType(EtherTypes.IPV4, packet);
            case IPV6 -> protocols.ofEtherType(EtherTypes.IPV6, packet);
            default -> packet.unread(UnreadReason.LLC);
        };
    }
}
