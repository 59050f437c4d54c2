package org.sipsleuth.capture.stream.tcp;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The times of captured bytes that wait for others which belong before them: messages in them have
/// those times, and are known later.
public final class Withheld {

    /// Nothing waits.
    public static final long NOTHING = Long.MAX_VALUE;

    private final NavigableMap<Long, Integer> times = new TreeMap<>();

    /// Bytes of this time wait.
    void add(long nanos) {
        times.merge(nanos, 1, Integer::sum);
    }

    /// They do not wait any more.
    void remove(long nanos) {
        times.computeIfPresent(nanos, (_, count) -> count == 1 ? null : count - 1);
    }

    /// The earliest time of bytes that wait, in ns since the epoch, or [#NOTHING].
    public long sinceNanos() {
        Map.Entry<Long, Integer> first = times.firstEntry();
        return first == null ? NOTHING : first.getKey();
    }
}
