package org.sipsleuth.capture.layer.tunnel;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.UdpTunnel;

/// HEP versions 1 and 2: a fixed header with addresses and, in version 2, a time. Collectors
/// know it by its shape, since it has no magic number.
public final class OldHepLayer implements UdpTunnel {

    private static final int HEADER_BYTES = 8;
    private static final int IPV4_BYTES = 8; // both addresses
    private static final int IPV6_BYTES = 32;
    private static final int TIME_BYTES = 12; // seconds, microseconds, capture node, padding

    private static final int IPV4 = 2; // AF_INET, everywhere
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int SCTP = 132;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    @Override
    public String name() {
        return "HEP1/2";
    }

    @Override
    public boolean fits(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return false;
        }
        int version = packet.u8(0);
        if (version < 1 || version > 2) {
            return false;
        }
        int addressBytes = addressBytes(packet.u8(2));
        if (addressBytes == 0) {
            return false;
        }
        int claimed = packet.u8(1);
        int header = HEADER_BYTES + addressBytes;
        boolean lengthFits = claimed == header || (version == 2 && claimed == header + TIME_BYTES);
        boolean protocolFits = switch (packet.u8(3)) {
            case TCP, UDP, SCTP, HepReport.SEALED -> true;
            default -> false;
        };
        return lengthFits && protocolFits && packet.left() > header + (version == 2 ? TIME_BYTES : 0);
    }

    /// The bytes of both addresses, or 0 for an unknown family. That of IPv6 is the number of the
    /// sender's system: Linux, Solaris, BSD, macOS.
    private static int addressBytes(int family) {
        return switch (family) {
            case IPV4 -> IPV4_BYTES;
            case 10, 24, 26, 28, 30 -> IPV6_BYTES;
            default -> 0;
        };
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (!fits(packet)) {
            return packet.unread(UnreadReason.BAD_TUNNEL);
        }
        HepReport report = new HepReport();
        report.protocol(packet.u8(3));
        report.fromPort(packet.u16(4));
        report.toPort(packet.u16(6));
        long at = HEADER_BYTES;
        if (packet.u8(2) == IPV4) {
            report.fromIpv4(packet.s32(at));
            report.toIpv4(packet.s32(at + Integer.BYTES));
            at += IPV4_BYTES;
        } else {
            report.from(packet.s64(at), packet.s64(at + Long.BYTES));
            report.to(packet.s64(at + 2 * Long.BYTES), packet.s64(at + 3 * Long.BYTES));
            at += IPV6_BYTES;
        }
        if (packet.u8(0) == 2) {
            time(packet, report, at);
            at += TIME_BYTES;
        }
        report.payload(at, packet.left() + packet.cutBytes() - at, false);
        return report.deliver(packet);
    }

    /// The time is in the sender's byte order: the one that lies nearer to the capture's.
    private static void time(Packet packet, HepReport report, long at) {
        int big = packet.s32(at);
        int little = Integer.reverseBytes(big);
        long now = packet.arrival().capturedAtNanos() / NANOS_PER_SECOND;
        boolean isBig = Math.abs(Integer.toUnsignedLong(big) - now) < Math.abs(Integer.toUnsignedLong(little) - now);
        int micros = packet.s32(at + Integer.BYTES);
        report.seconds(isBig ? big : little);
        report.micros(isBig ? micros : Integer.reverseBytes(micros));
    }
}
