package org.sipsleuth.capture.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.FrameNumber;

/// Collects the faults of one file. What is kept is bounded: faults that may concern SIP have places
/// of their own, so that a port scan does not take them.
public final class FaultTally {

    /// So many of each list are kept that may concern SIP, and as many others.
    static final int MOST = 1_000;

    /// Errors about the same ports are one fault as long as they come without such a pause: a later
    /// call may use the ports again.
    private static final long PAUSE_NANOS = 2_000_000_000L;

    private static final int SIP_PORT = 5060;
    private static final int SIPS_PORT = 5061;

    private static final Comparator<FrameNumber> BY_FRAME = Comparator.comparingInt(FrameNumber::frame);

    private static final Comparator<IcmpError> SAME_ERROR =
            Comparator.<IcmpError, Endpoint>comparing(error -> new Endpoint(error.reporter(), 0))
                    .thenComparing(IcmpError::kind)
                    .thenComparingInt(IcmpError::mtu)
                    .thenComparing(IcmpError::quoted);

    private static final Comparator<FailedConnection> SAME_CONNECTION = Comparator.comparing(FailedConnection::kind)
            .thenComparing(FailedConnection::client)
            .thenComparing(FailedConnection::server);

    private final List<IncompletePacket> incomplete = new ArrayList<>(0);
    private final Kept<IcmpError> icmp = new Kept<>(SAME_ERROR);
    private final Kept<FailedConnection> connections = new Kept<>(SAME_CONNECTION);
    private long leftOut;

    /// Counts of equal faults, by what they have in common.
    private static final class Kept<F> {
        /// A tree, so that faults made to have the same hash do not slow it down.
        private final Map<F, Count> counts;

        /// Those that are over.
        private final List<Map.Entry<F, Count>> ended = new ArrayList<>(0);

        private int others;

        Kept(Comparator<F> order) {
            counts = new TreeMap<>(order);
        }

        int size() {
            return counts.size() + ended.size();
        }

        Stream<Map.Entry<F, Count>> all() {
            return Stream.concat(ended.stream(), counts.entrySet().stream());
        }

        /// The next one of these is another fault.
        void end(F fault) {
            Count count = counts.remove(fault);
            if (count != null) {
                ended.add(Map.entry(fault, count));
            }
        }
    }

    private static final class Count {
        private final List<FrameNumber> frames = new ArrayList<>(1);
        private long count;
        private long firstNanos = Long.MAX_VALUE;
        private long lastNanos = Long.MIN_VALUE;

        void add(FrameNumber frame, long atNanos) {
            count++;
            firstNanos = Math.min(firstNanos, atNanos);
            lastNanos = Math.max(lastNanos, atNanos);
            if (frames.size() < Sightings.MOST_FRAMES) {
                frames.add(frame);
            }
        }

        Sightings sightings() {
            return new Sightings(count, firstNanos, lastNanos, frames.stream().sorted(BY_FRAME).toList());
        }
    }

    /// Adds a packet that never became whole.
    public void add(IncompletePacket packet) {
        if (incomplete.size() < MOST) {
            incomplete.add(packet);
        } else {
            leftOut++;
        }
    }

    /// Adds an ICMP error.
    ///
    /// @param error without sightings
    public void add(IcmpError error, FrameNumber frame, long atNanos) {
        QuotedPacket quoted = error.quoted();
        boolean mayBeSip = !quoted.beginning().isEmpty() || isSip(quoted.source()) || isSip(quoted.destination());
        Count before = icmp.counts.get(error);
        if (before != null && quoted.beginning().isEmpty() && atNanos - before.lastNanos > PAUSE_NANOS) {
            icmp.end(error);
        }
        count(icmp, error, mayBeSip, frame, atNanos);
    }

    /// Adds a connection that failed.
    public void add(FailedConnection.Kind kind, Endpoint client, Endpoint server, FrameNumber frame, long atNanos) {
        count(connections, new FailedConnection(kind, client, server, Sightings.NONE), isSip(server) || isSip(client),
                frame, atNanos);
    }

    private static boolean isSip(Endpoint end) {
        return end.port() == SIP_PORT || end.port() == SIPS_PORT;
    }

    private <F> void count(Kept<F> kept, F fault, boolean mayBeSip, FrameNumber frame, long atNanos) {
        Count count = kept.counts.get(fault);
        if (count == null) {
            int known = mayBeSip ? kept.size() - kept.others : kept.others;
            if (known >= MOST) {
                leftOut++;
                return;
            }
            kept.others += mayBeSip ? 0 : 1;
            count = new Count();
            kept.counts.put(fault, count);
        }
        count.add(frame, atNanos);
    }

    /// What was collected so far.
    public NetworkFaults faults() {
        if (incomplete.isEmpty() && icmp.size() + connections.size() == 0) {
            return NetworkFaults.NONE;
        }
        return new NetworkFaults(
                incomplete.stream().sorted(Comparator.comparing(IncompletePacket::frame, BY_FRAME)).toList(),
                sorted(icmp,
                        (fault, seen) -> new IcmpError(fault.reporter(), fault.kind(), fault.mtu(), fault.quoted(),
                                seen),
                        IcmpError::sightings),
                sorted(connections,
                        (fault, seen) -> new FailedConnection(fault.kind(), fault.client(), fault.server(), seen),
                        FailedConnection::sightings),
                leftOut);
    }

    private interface Counted<F> {
        F with(F fault, Sightings sightings);
    }

    private static <F> List<F> sorted(Kept<F> kept, Counted<F> counted, Function<F, Sightings> sightings) {
        return kept.all()
                .map(entry -> counted.with(entry.getKey(), entry.getValue().sightings()))
                .sorted(Comparator.comparing(fault -> sightings.apply(fault).frames().getFirst(), BY_FRAME))
                .toList();
    }
}
