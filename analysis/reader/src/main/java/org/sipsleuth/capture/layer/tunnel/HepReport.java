package org.sipsleuth.capture.layer.tunnel;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;

/// The report of a message in a HEP packet: addresses, time, and its position in
/// the packet.
final class HepReport {

    private static final long MAPPED_PREFIX = 0xffffL << Integer.SIZE; // ::ffff:0:0/96
    private static final int TCP = 6;
    private static final int SCTP = 132;

    /// What Kamailio writes for TLS and for WebSocket: the number of XNS, which nobody uses any
    /// more.
    static final int SEALED = 22;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1_000L;
    private static final long MICROS_PER_SECOND = 1_000_000L;

    /// A report that is dated further after its own arrival is of a clock that is wrong.
    private static final long AHEAD_NANOS = 86_400 * NANOS_PER_SECOND;

    /// 2000-01-01 UTC. Earlier packets were not captured then: their times count from some start.
    private static final long CLOCK_NANOS = 946_684_800 * NANOS_PER_SECOND;

    /// Longer than any message that fits a datagram; what unpacks to more is a bomb.
    private static final int LARGEST_PAYLOAD_BYTES = 1 << 18;

    /// Deflate cannot pack more tightly.
    private static final int DEFLATE_RATIO = 1_032;

    private long sourceHigh;
    private long sourceLow;
    private int sourcePort;
    private long destinationHigh;
    private long destinationLow;
    private int destinationPort;
    private Transport transport = Transport.UDP;
    private long seconds;
    private long micros;
    private boolean sip = true; // versions 1 and 2 report nothing else
    private long payloadAt;
    private long payloadBytes;
    private boolean packed;

    void fromIpv4(int address) {
        from(0, MAPPED_PREFIX | Integer.toUnsignedLong(address));
    }

    void toIpv4(int address) {
        to(0, MAPPED_PREFIX | Integer.toUnsignedLong(address));
    }

    void from(long high, long low) {
        sourceHigh = high;
        sourceLow = low;
    }

    void to(long high, long low) {
        destinationHigh = high;
        destinationLow = low;
    }

    void fromPort(int port) {
        sourcePort = port;
    }

    void toPort(int port) {
        destinationPort = port;
    }

    /// The protocol number of IP.
    void protocol(int number) {
        transport = switch (number) {
            case TCP -> Transport.TCP;
            case SCTP -> Transport.SCTP;
            case SEALED -> Transport.TLS;
            default -> Transport.UDP;
        };
    }

    void seconds(int unsigned) {
        seconds = Integer.toUnsignedLong(unsigned);
    }

    void micros(int unsigned) {
        micros = Integer.toUnsignedLong(unsigned) % MICROS_PER_SECOND;
    }

    void isSip(boolean itIs) {
        sip = itIs;
    }

    void payload(long at, long bytes, boolean isPacked) {
        payloadAt = at;
        payloadBytes = bytes;
        packed = isPacked;
    }

    /// Makes the packet the message that is reported. Always null, for the layer to return: what is
    /// in a report is the payload.
    @Nullable
    Layer deliver(Packet packet) {
        if (payloadAt == 0) {
            return packet.unread(UnreadReason.TUNNEL_SIGNALLING);
        }
        if (!sip) {
            return packet.unread(UnreadReason.HEP_NOT_SIP);
        }
        packet.keep(payloadAt + payloadBytes);
        packet.skip(payloadAt);
        if (packed && !unpack(packet)) {
            return packet.unread(UnreadReason.HEP_PACKED);
        }
        Arrival arrival = packet.arrival();
        arrival.withHeaders(0); // those of the report are not those of the packet
        arrival.from(sourceHigh, sourceLow);
        arrival.to(destinationHigh, destinationLow);
        arrival.over(transport, sourcePort, destinationPort);
        if (seconds != 0) {
            long nanos = seconds * NANOS_PER_SECOND + micros * NANOS_PER_MICRO;
            boolean isWrong =
                    arrival.capturedAtNanos() >= CLOCK_NANOS && nanos - arrival.capturedAtNanos() > AHEAD_NANOS;
            arrival.at(arrival.frame(), isWrong ? arrival.capturedAtNanos() : nanos);
        }
        return null;
    }

    private static boolean unpack(Packet packet) {
        long most = Math.min(packet.left() * DEFLATE_RATIO, LARGEST_PAYLOAD_BYTES);
        byte[] plain = new byte[(int) most];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packet.copy());
            int length = inflater.inflate(plain);
            if (length == 0 || !inflater.finished()) {
                return false;
            }
            packet.continueWith(Arrays.copyOf(plain, length), packet.provenance().transformed());
            return true;
        } catch (DataFormatException e) {
            return false;
        }
    }
}
