package org.sipsleuth.export;

import java.util.Map;
import java.util.TreeMap;

/// Ranges of sequence numbers of one direction of a TCP connection.
final class StreamRanges {

    private static final long NUMBERS = 1L << Integer.SIZE;

    /// Numbers come again, on the same ports or after 4 GiB: not so soon.
    private static final long NEAR_NANOS = 600_000_000_000L;

    private record Range(long end, long firstNanos, long lastNanos) {

        boolean isNear(long nanos) {
            return nanos >= firstNanos - NEAR_NANOS && nanos <= lastNanos + NEAR_NANOS;
        }
    }

    private final TreeMap<Long, Range> ranges = new TreeMap<>();

    void add(int sequence, int length, long nanos) {
        long from = Integer.toUnsignedLong(sequence);
        long to = from + length;
        insert(from, Math.min(to, NUMBERS), nanos);
        if (to > NUMBERS) {
            insert(0, to - NUMBERS, nanos);
        }
    }

    /// Joins what it meets.
    private void insert(long from, long to, long nanos) {
        long begin = from;
        Range whole = new Range(to, nanos, nanos);
        Map.Entry<Long, Range> met = ranges.floorEntry(to);
        while (met != null && met.getValue().end() >= begin) {
            Range other = met.getValue();
            begin = Math.min(begin, met.getKey());
            whole = new Range(Math.max(whole.end(), other.end()), Math.min(whole.firstNanos(), other.firstNanos()),
                    Math.max(whole.lastNanos(), other.lastNanos()));
            ranges.remove(met.getKey());
            met = ranges.floorEntry(to);
        }
        ranges.put(begin, whole);
    }

    /// Whether bytes of a segment lie in one of them.
    boolean hasBytesOf(int sequence, int length, long nanos) {
        long from = Integer.toUnsignedLong(sequence);
        long to = from + length;
        return overlaps(from, Math.min(to, NUMBERS), nanos) || (to > NUMBERS && overlaps(0, to - NUMBERS, nanos));
    }

    private boolean overlaps(long from, long to, long nanos) {
        Map.Entry<Long, Range> last = ranges.lowerEntry(to);
        return last != null && last.getValue().end() > from && last.getValue().isNear(nanos);
    }

    /// Whether a number lies in one of them, or right behind it.
    boolean touches(int sequence, long nanos) {
        long at = Integer.toUnsignedLong(sequence);
        Map.Entry<Long, Range> near = ranges.floorEntry(at);
        return near != null && near.getValue().end() >= at && near.getValue().isNear(nanos);
    }
}
