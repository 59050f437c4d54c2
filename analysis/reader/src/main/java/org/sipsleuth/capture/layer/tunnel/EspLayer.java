package org.sipsleuth.capture.layer.tunnel;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.layer.link.IpShape;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;
import org.sipsleuth.capture.packet.UdpTunnel;

/// ESP of IPsec (RFC 4303) with the NULL cipher (RFC 2410), also in UDP (RFC 3948). Nothing in it
/// says which cipher it has, so it is read where padding, next header and the packet inside all fit
/// with one of the usual lengths of the check value (RFC 4301 calls the sum of it a trailer).
public final class EspLayer implements UdpTunnel {

    private static final int HEADER_BYTES = 8;
    private static final int TRAILER_BYTES = 2; // padding length, next header
    private static final int ALIGNMENT = 4;

    /// HMAC-SHA1-96 and -MD5-96, HMAC-SHA-256-128, none, HMAC-SHA-384-192, HMAC-SHA-512-256.
    private static final int[] CHECK_VALUE_BYTES = {12, 16, 0, 24, 32};

    private static final int IPV4 = 4;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int IPV6 = 41;

    private static final int GRE = 47;
    private static final int GRE_HEADER_BYTES = 4;
    private static final int GRE_RESERVED = 0x0fff; // of version 0
    private static final int UDP_HEADER_BYTES = 8;
    private static final int TCP_HEADER_BYTES = 20;
    private static final int TCP_DATA_AT = 12; // the data offset, and reserved bits
    private static final int TCP_RESERVED = 0x0f;
    private static final int TCP_FLAGS_AT = 13;
    private static final int TCP_SYN_FIN = 0x03; // never together

    private final Protocols protocols;

    public EspLayer(Protocols protocols) {
        this.protocols = protocols;
    }

    @Override
    public String name() {
        return "ESP";
    }

    @Override
    public boolean fits(Packet packet) {
        return checkValueBytes(packet) >= 0;
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        int checkValueBytes = checkValueBytes(packet);
        if (checkValueBytes < 0) {
            return packet.unread(UnreadReason.ESP_ENCRYPTED);
        }
        long trailer = packet.left() - checkValueBytes - TRAILER_BYTES;
        int padding = packet.u8(trailer);
        int next = packet.u8(trailer + 1);
        packet.keep(trailer - padding);
        packet.skip(HEADER_BYTES);
        return protocols.ofIpProtocol(next, packet);
    }

    /// The length of the check value with which all fits, or -1.
    private int checkValueBytes(Packet packet) {
        for (int bytes : CHECK_VALUE_BYTES) {
            if (isPlain(packet, bytes)) {
                return bytes;
            }
        }
        return -1;
    }

    private boolean isPlain(Packet packet, int checkValueBytes) {
        long trailer = packet.left() - checkValueBytes - TRAILER_BYTES;
        if (trailer < HEADER_BYTES || (trailer + TRAILER_BYTES) % ALIGNMENT != 0) {
            return false;
        }
        int padding = packet.u8(trailer);
        long end = trailer - padding;
        if (end <= HEADER_BYTES) {
            return false;
        }
        for (int i = 0; i < padding; i++) { // RFC 4303 §2.4: 1, 2, 3 …
            if (packet.u8(end + i) != i + 1) {
                return false;
            }
        }
        return hasInside(packet, packet.u8(trailer + 1), end - HEADER_BYTES);
    }

    private boolean hasInside(Packet packet, int protocol, long bytes) {
        return switch (protocol) {
            case UDP -> bytes >= UDP_HEADER_BYTES && packet.u16(HEADER_BYTES + Integer.BYTES) == bytes;
            case TCP -> bytes >= TCP_HEADER_BYTES && isTcp(packet, bytes);
            case IPV4 -> IpShape.isPacket(packet, HEADER_BYTES, bytes, 4);
            case IPV6 -> IpShape.isPacket(packet, HEADER_BYTES, bytes, 6);
            case GRE -> bytes > GRE_HEADER_BYTES && (packet.u16(HEADER_BYTES) & GRE_RESERVED) == 0
                    && protocols.knowsEtherType(packet.u16(HEADER_BYTES + 2));
            default -> false;
        };
    }

    private static boolean isTcp(Packet packet, long bytes) {
        int data = packet.u8(HEADER_BYTES + TCP_DATA_AT);
        int header = (data >> 4) * Integer.BYTES;
        int flags = packet.u8(HEADER_BYTES + TCP_FLAGS_AT);
        return header >= TCP_HEADER_BYTES && header <= bytes && (data & TCP_RESERVED) == 0 && flags != 0
                && (flags & TCP_SYN_FIN) != TCP_SYN_FIN;
    }
}
