package org.sipsleuth.capture.stream.tcp;

import java.util.Map;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.LatestEntries;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.fault.FailedConnection.Kind;

/// Connections that were asked for by SYN and not set up: what is recorded of them as faults.
final class ConnectionAttempts {

    /// So many are waited for, the latest.
    private static final int MOST = 1 << 12;

    /// A connection is taken to stay unanswered when SYN was sent so often: retransmissions come
    /// after 1, 3 and 7 s (RFC 6298).
    private static final int SENT = 3;

    /// The same SYN so soon again is a copy of its frame.
    private static final long COPY_NANOS = 100_000_000L;

    /// SYNs that nothing answered so far.
    private record Attempt(int sequence, int times, long lastNanos) {}

    private final FrameAccounting account;
    private final Map<TcpEnds, Attempt> attempts = LatestEntries.lastPut(MOST);

    ConnectionAttempts(FrameAccounting account) {
        this.account = account;
    }

    /// Takes a SYN without ACK. The third of equal ones, and each later one, is a fault unless
    /// something was answered.
    void asked(TcpEnds client, TcpSegment syn) {
        Attempt known = attempts.get(client);
        Arrival arrival = syn.arrival();
        long now = arrival.capturedAtNanos();
        int times = 1;
        if (known != null && known.sequence == syn.sequence()) {
            if (now - known.lastNanos < COPY_NANOS) {
                return;
            }
            times = known.times + 1;
        }
        attempts.put(client, new Attempt(syn.sequence(), times, now));
        if (times >= SENT) {
            account.fault(Kind.UNANSWERED, source(arrival), destination(arrival), arrival.frame(),
                    arrival.capturedAtNanos());
        }
    }

    /// Takes a segment with RST, or with SYN and ACK, of the side that was asked.
    ///
    /// @param server its sender
    void answered(TcpEnds server, TcpSegment segment) {
        Attempt known = attempts.remove(server.reversed());
        boolean isRefusal = known != null && segment.has(TcpSegment.RST) && segment.has(TcpSegment.ACK)
                && segment.acknowledgment() == known.sequence + 1;
        if (isRefusal) {
            Arrival arrival = segment.arrival();
            account.fault(Kind.REFUSED, destination(arrival), source(arrival), arrival.frame(),
                    arrival.capturedAtNanos());
        }
    }

    /// Takes a reset that ends a connection which carried data.
    void reset(TcpSegment segment) {
        Arrival arrival = segment.arrival();
        account.fault(Kind.RESET, destination(arrival), source(arrival), arrival.frame(), arrival.capturedAtNanos());
    }

    private static Endpoint source(Arrival arrival) {
        return Endpoint.of(arrival.sourceHigh(), arrival.sourceLow(), arrival.sourcePort());
    }

    private static Endpoint destination(Arrival arrival) {
        return Endpoint.of(arrival.destinationHigh(), arrival.destinationLow(), arrival.destinationPort());
    }
}
