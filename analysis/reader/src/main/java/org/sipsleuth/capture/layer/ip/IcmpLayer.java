package org.sipsleuth.capture.layer.ip;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.fault.IcmpError;
import org.sipsleuth.capture.fault.IcmpKind;
import org.sipsleuth.capture.fault.QuotedPacket;
import org.sipsleuth.capture.fault.Sightings;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;

/// ICMP (RFC 792) and ICMPv6 (RFC 4443): records the errors and what they quote. Nothing of it is a
/// message; every frame of it is counted by its protocol.
public final class IcmpLayer implements Layer {

    /// The IP protocol of ICMP.
    public static final int ICMP = 1;

    /// That of ICMPv6.
    public static final int ICMP_6 = 58;

    private static final int HEADER_BYTES = 8;
    private static final int IPV4_BYTES = 20;
    private static final int IPV6_BYTES = 40;
    private static final int FRAGMENT_HEADER = 44;
    private static final int FRAGMENT_HEADER_BYTES = 8;
    private static final int OFFSET_MASK = 0x1fff;
    private static final int OFFSET_MASK_6 = 0xfff8;
    private static final int PORTS_BYTES = 4;
    private static final int UDP_HEADER_BYTES = 8;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int SCTP = 132;
    private static final long MAPPED_PREFIX = 0xffffL << Integer.SIZE; // ::ffff:0:0/96

    private final FrameAccounting account;
    private final int protocol;

    /// @param account receives the errors
    /// @param protocol [#ICMP] or [#ICMP_6]
    public IcmpLayer(FrameAccounting account, int protocol) {
        this.account = account;
        this.protocol = protocol;
    }

    @Override
    public String name() {
        return protocol == ICMP ? "ICMP" : "ICMPv6";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() >= HEADER_BYTES + IPV4_BYTES) {
            kind(packet.u8(0), packet.u8(1)).ifPresent(kind -> read(packet, kind));
        }
        return packet.unread(UnreadReason.IP_PROTOCOL, protocol);
    }

    private Optional<IcmpKind> kind(int type, int code) {
        return protocol == ICMP ? IcmpKind.ofIcmp(type, code) : IcmpKind.ofIcmp6(type, code);
    }

    private void read(Packet packet, IcmpKind kind) {
        int mtu = kind == IcmpKind.TOO_LARGE ? (protocol == ICMP ? packet.u16(6) : packet.s32(4)) : 0;
        Endpoint reporter = Endpoint.of(packet.arrival().sourceHigh(), packet.arrival().sourceLow(), 0);
        quoted(packet).map(quoted -> new IcmpError(reporter.address(), kind, mtu, quoted, Sightings.NONE))
                .ifPresent(error -> account.fault(error, packet.arrival()));
    }

    /// The packet that is quoted, if its ports are; of fragments, only the first has them.
    private Optional<QuotedPacket> quoted(Packet packet) {
        if (protocol == ICMP) {
            int header = (packet.u8(HEADER_BYTES) & 0xf) * Integer.BYTES;
            boolean isFirst = (packet.u16(HEADER_BYTES + 6) & OFFSET_MASK) == 0;
            return packet.u8(HEADER_BYTES) >> 4 == 4 && header >= IPV4_BYTES && isFirst
                    ? payload(packet, packet.u8(HEADER_BYTES + 9), HEADER_BYTES + header, 0,
                            MAPPED_PREFIX | Integer.toUnsignedLong(packet.s32(HEADER_BYTES + 12)), 0,
                            MAPPED_PREFIX | Integer.toUnsignedLong(packet.s32(HEADER_BYTES + 16)))
                    : Optional.empty();
        }
        int at = HEADER_BYTES + IPV6_BYTES;
        if (packet.left() < at + FRAGMENT_HEADER_BYTES || packet.u8(HEADER_BYTES) >> 4 != 6) {
            return Optional.empty();
        }
        int next = packet.u8(HEADER_BYTES + 6);
        if (next == FRAGMENT_HEADER) {
            if ((packet.u16(at + 2) & OFFSET_MASK_6) != 0) {
                return Optional.empty();
            }
            next = packet.u8(at);
            at += FRAGMENT_HEADER_BYTES;
        }
        return payload(packet, next, at, packet.s64(HEADER_BYTES + 8), packet.s64(HEADER_BYTES + 16),
                packet.s64(HEADER_BYTES + 24), packet.s64(HEADER_BYTES + 32));
    }

    private static Optional<QuotedPacket> payload(Packet packet, int carrier, int at, long sourceHigh, long sourceLow,
            long destinationHigh, long destinationLow) {
        if (packet.left() < at + PORTS_BYTES) {
            return Optional.empty();
        }
        return transport(carrier)
                .map(transport -> new QuotedPacket(transport, Endpoint.of(sourceHigh, sourceLow, packet.u16(at)),
                        Endpoint.of(destinationHigh, destinationLow, packet.u16(at + 2)),
                        transport == Transport.UDP ? beginning(packet, at + UDP_HEADER_BYTES) : ""));
    }

    private static Optional<Transport> transport(int carrier) {
        return switch (carrier) {
            case UDP -> Optional.of(Transport.UDP);
            case TCP -> Optional.of(Transport.TCP);
            case SCTP -> Optional.of(Transport.SCTP);
            default -> Optional.empty();
        };
    }

    private static String beginning(Packet packet, int at) {
        byte[] all = packet.left() > at ? packet.copy() : new byte[0];
        int length = Math.min(all.length - at, QuotedPacket.MOST_BYTES);
        String text = length <= 0 ? "" : new String(all, at, length, StandardCharsets.ISO_8859_1);
        text = text.substring(0, (text + "\0").indexOf(0)); // padding before extensions (RFC 4884)
        return QuotedPacket.beginsLikeSip(text) ? text : "";
    }
}
