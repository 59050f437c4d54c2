package org.sipsleuth.capture.layer;

import org.jspecify.annotations.Nullable;

/// IPv4 (RFC 791).
final class Ipv4Layer implements Layer {

    private static final int LEAST_HEADER_BYTES = 20;
    private static final int FRAGMENT_MASK = 0x3fff; // "more fragments" and the offset
    private static final long MAPPED_PREFIX = 0xffffL << Integer.SIZE; // ::ffff:0:0/96

    private final Layers layers;

    Ipv4Layer(Layers layers) {
        this.layers = layers;
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < LEAST_HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int headerBytes = (packet.u8(0) & 0xf) * Integer.BYTES;
        int totalBytes = packet.u16(2);
        if (packet.u8(0) >> 4 != 4 || headerBytes < LEAST_HEADER_BYTES) {
            return packet.unread(UnreadReason.BAD_IPV4);
        }
        if (totalBytes != 0) { // zero where the network card was to cut the packet (offloading)
            if (totalBytes < headerBytes) {
                return packet.unread(UnreadReason.BAD_IPV4);
            }
            packet.keep(totalBytes);
        }
        if (packet.left() < headerBytes) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        packet.sourceHigh = 0;
        packet.sourceLow = MAPPED_PREFIX | Integer.toUnsignedLong(packet.s32(12));
        packet.destinationHigh = 0;
        packet.destinationLow = MAPPED_PREFIX | Integer.toUnsignedLong(packet.s32(16));
        int protocol = packet.u8(9);
        boolean fragment = (packet.u16(6) & FRAGMENT_MASK) != 0;
        packet.skip(headerBytes);
        return fragment
                ? packet.unread(UnreadReason.FRAGMENT)
                : layers.ofIpProtocol(protocol, packet);
    }
}
