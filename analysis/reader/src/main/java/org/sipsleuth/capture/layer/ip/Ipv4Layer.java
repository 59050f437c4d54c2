package org.sipsleuth.capture.layer.ip;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// IPv4 (RFC 791).
public final class Ipv4Layer implements Layer {

    private static final int LEAST_HEADER_BYTES = 20;
    private static final int FRAGMENT_MASK = 0x3fff; // "more fragments" and the offset
    private static final int MORE = 0x2000;
    private static final int OFFSET_MASK = 0x1fff;
    private static final int OFFSET_UNIT_BYTES = 8;
    private static final long MAPPED_PREFIX = 0xffffL << Integer.SIZE; // ::ffff:0:0/96

    private final Protocols protocols;
    private final Fragments fragments;

    public Ipv4Layer(Protocols protocols, Fragments fragments) {
        this.protocols = protocols;
        this.fragments = fragments;
    }

    @Override
    public String name() {
        return "IPv4";
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
        packet.arrival().from(0, MAPPED_PREFIX | Integer.toUnsignedLong(packet.s32(12)));
        packet.arrival().to(0, MAPPED_PREFIX | Integer.toUnsignedLong(packet.s32(16)));
        int protocol = packet.u8(9);
        int fragment = packet.u16(6) & FRAGMENT_MASK;
        int identification = packet.u16(4);
        packet.arrival().withIp(packet.u8(8), packet.u8(1), identification, totalBytes);
        packet.skip(headerBytes);
        if (fragment != 0) {
            int offset = (fragment & OFFSET_MASK) * OFFSET_UNIT_BYTES;
            boolean more = (fragment & MORE) != 0;
            // RFC 791: the identification is that of one protocol between two hosts.
            long id = ((long) protocol << Integer.SIZE) | identification;
            if (fragments.join(packet, protocol, id, offset, more) == Fragments.NOT_WHOLE) {
                return null;
            }
        }
        return protocols.ofIpProtocol(protocol, packet);
    }
}
