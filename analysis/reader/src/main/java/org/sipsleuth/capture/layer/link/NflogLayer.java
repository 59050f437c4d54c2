package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// What Linux' netfilter log hands out (LINKTYPE_NFLOG): a list of values, one of which is the
/// packet, from the header of its network protocol on.
public final class NflogLayer implements Layer {

    private static final int HEADER_BYTES = 4;
    private static final int VALUE_HEADER_BYTES = 4;
    private static final int ETHER_TYPE_END = VALUE_HEADER_BYTES + Short.BYTES;
    private static final int ALIGNMENT = 4;
    private static final int PACKET_HEADER = 1; // NFULA_PACKET_HDR
    private static final int PAYLOAD = 9; // NFULA_PAYLOAD
    private static final int TYPE_MASK = 0x7fff; // the top bit says that values are nested

    /// The families of netfilter (`NFPROTO_…` of Linux) that hold IP, the last three among others.
    private static final int IPV4 = 2;

    private static final int IPV6 = 10;
    private static final int INET = 1;
    private static final int NETDEV = 5;
    private static final int BRIDGE = 7;

    private final Protocols protocols;
    private final Layer ip;

    /// @param ip reads IP of either version
    public NflogLayer(Protocols protocols, Layer ip) {
        this.protocols = protocols;
        this.ip = ip;
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
        int etherType = 0;
        while (packet.left() >= VALUE_HEADER_BYTES) {
            int length = number(packet, 0, little);
            int type = number(packet, 2, little) & TYPE_MASK;
            if (length < VALUE_HEADER_BYTES) {
                return packet.unread(UnreadReason.BAD_TUNNEL);
            }
            if (type == PAYLOAD) {
                packet.keep(length);
                packet.skip(VALUE_HEADER_BYTES);
                return ofFamily(family, etherType, packet);
            }
            if (type == PACKET_HEADER && Math.min(length, packet.left()) >= ETHER_TYPE_END) {
                etherType = packet.u16(VALUE_HEADER_BYTES); // in the order of the network
            }
            packet.skip(Math.min(length + ALIGNMENT - 1 & -ALIGNMENT, packet.left()));
        }
        return packet.unread(UnreadReason.TUNNEL_SIGNALLING);
    }

    private static int number(Packet packet, int at, boolean little) {
        int big = packet.u16(at);
        return little ? Short.toUnsignedInt(Short.reverseBytes((short) big)) : big;
    }

    /// @param etherType the EtherType of the packet, or 0; many families have none
    private @Nullable Layer ofFamily(int family, int etherType, Packet packet) {
        return switch (family) {
            case IPV4 -> protocols.ofEtherType(EtherTypes.IPV4, packet);
            case IPV6 -> protocols.ofEtherType(EtherTypes.IPV6, packet);
            case INET, NETDEV, BRIDGE -> etherType == 0 ? ip : ofEtherType(etherType, packet);
            default -> packet.unread(UnreadReason.NOT_IP);
        };
    }

    /// @param etherType below the smallest it is a number of Linux' own, for 802.3
    private @Nullable Layer ofEtherType(int etherType, Packet packet) {
        return etherType < EtherTypes.SMALLEST ? packet.unread(UnreadReason.NOT_IP)
                : protocols.ofEtherType(etherType, packet);
    }
}
