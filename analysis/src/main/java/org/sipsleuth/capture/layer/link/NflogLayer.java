package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// What Linux' netfilter log hands out (LINKTYPE_NFLOG): a list of values, one of which is the
/// packet.
public final class NflogLayer implements Layer {

    private static final int HEADER_BYTES = 4;
    private static final int VALUE_HEADER_BYTES = 4;
    private static final int ALIGNMENT = 4;
    private static final int PAYLOAD = 9; // NFULA_PAYLOAD
    private static final int TYPE_MASK = 0x7fff; // the top bit says that values are nested
    private static final int IPV4 = 2; // AF_INET and AF_INET6 of Linux
    private static final int IPV6 = 10;

    private final Protocols protocols;

    public NflogLayer(Protocols protocols) {
        this.protocols = protocols;
    }

    @Override
    public String name() {
        return "NFLOG";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES + VALUE_HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int family = packet.u8(0);
        packet.skip(HEADER_BYTES);
        // Values are in the capturing host's byte order: the one in which the first is shorter.
        int first = packet.u16(0);
        boolean little = Short.toUnsignedInt(Short.reverseBytes((short) first)) < first;
        while (packet.left() >= VALUE_HEADER_BYTES) {
            int length = number(packet, 0, little);
            int type = number(packet, 2, little) & TYPE_MASK;
            if (length < VALUE_HEADER_BYTES) {
                return packet.unread(UnreadReason.BAD_TUNNEL);
            }
            if (type == PAYLOAD) {
                packet.keep(length);
                packet.skip(VALUE_HEADER_BYTES);
                return ofFamily(family, packet);
            }
            packet.skip(Math.min(length + ALIGNMENT - 1 & -ALIGNMENT, packet.left()));
        }
        return packet.unread(UnreadReason.TUNNEL_SIGNALLING);
    }

    private static int number(Packet packet, int at, boolean little) {
        int big = packet.u16(at);
        return little ? Short.toUnsignedInt(Short.reverseBytes((short) big)) : big;
    }

    private @Nullable Layer ofFamily(int family, Packet packet) {
        return switch (family) {
            case IPV4 -> protocols.ofEtherType(EtherTypes.IPV4, packet);
            case IPV6 -> protocols.ofEtherType(EtherTypes.IPV6, packet);
            default -> packet.unread(UnreadReason.NOT_IP);
        };
    }
}
