package org.sipsleuth.dialog.statistics;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which part of a capture is examined. Messages count by their own time, requests with their
/// responses and attempts by the time of their (first) request. Immutable.
public final class StatisticsScope {

    /// The whole capture.
    public static final StatisticsScope ALL = new StatisticsScope(Long.MIN_VALUE, Long.MAX_VALUE, null);

    private final long fromNanos;
    private final long toNanos;
    private final @Nullable BitSet dialogs;

    private StatisticsScope(long fromNanos, long toNanos, @Nullable BitSet dialogs) {
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
        this.dialogs = dialogs;
    }

    /// The same, but only what is in a range of time, both ends included, in ns since the epoch.
    public StatisticsScope within(long from, long to) {
        return new StatisticsScope(from, to, dialogs);
    }

    /// The same, but of its dialogs only these.
    public StatisticsScope of(IntStream chosen) {
        BitSet set = new BitSet();
        chosen.forEach(set::set);
        if (dialogs != null) {
            set.and(dialogs);
        }
        return new StatisticsScope(fromNanos, toNanos, set);
    }

    /// The first moment that belongs to it, in ns since the epoch; the least number for all.
    public long fromNanos() {
        return fromNanos;
    }

    /// The last moment that belongs to it; the largest number for all.
    public long toNanos() {
        return toNanos;
    }

    boolean hasDialog(int dialog) {
        return dialogs == null || dialogs.get(dialog);
    }

    boolean hasMoment(long nanos) {
        return nanos >= fromNanos && nanos <= toNanos;
    }
}
