package org.sipsleuth.export.anonymize;

import java.util.Map;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.LatestEntries;
import org.sipsleuth.capture.wire.Segment;

/// Where each direction of a connection is in its numbers. Connections begin in the middle, as
/// those that were open before a capture was.
final class TcpPlaces {

    /// Connections that were silent the longest begin anew, with numbers that are far away.
    private static final int MOST_DIRECTIONS = 1 << 17;

    private static final int FIRST_NUMBER_NANOS = 4_000; // the clock of RFC 9293 §3.4.1

    /// One direction of a connection.
    private record Direction(Endpoint from, Endpoint to) {

        Direction back() {
            return new Direction(to, from);
        }
    }

    private final Map<Direction, Integer> next = LatestEntries.lastUsed(MOST_DIRECTIONS);

    /// The next segment of a direction.
    ///
    /// @param bytes how long it is
    Segment next(long atNanos, Endpoint from, Endpoint to, int bytes) {
        Direction there = new Direction(from, to);
        int first = (int) (atNanos / FIRST_NUMBER_NANOS);
        int sequence = next.computeIfAbsent(there, _ -> first);
        int acknowledged = next.computeIfAbsent(there.back(), _ -> first);
        next.put(there, sequence + bytes);
        return new Segment(sequence, acknowledged, Segment.PSH | Segment.ACK);
    }

    /// Says that bytes are missing after the last segment of a direction.
    void skip(Endpoint from, Endpoint to, int bytes) {
        next.computeIfPresent(new Direction(from, to), (_, number) -> number + bytes);
    }
}
