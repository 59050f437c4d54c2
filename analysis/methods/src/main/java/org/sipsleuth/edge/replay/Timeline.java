package org.sipsleuth.edge.replay;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.sipsleuth.edge.traffic.MessageClass;

/// Queue, waiting time and drops over time, in equal intervals. Filled by one replay.
public final class Timeline {

    private static final int INTERVALS = 300;

    /// Waiting times are counted by powers of this: each class is at most 19 % wide.
    private static final double BASE = Math.pow(2, 0.25);

    private static final int WAITS = 160;
    private static final double MICRO = 1e3;
    private static final double QUANTILE = 0.95;

    private static final long SECOND = 1_000_000_000L;

    private final long fromNanos;
    private final long intervalNanos;
    private final int[] longestQueue = new int[INTERVALS];
    private final int[][] waits = new int[INTERVALS][WAITS];
    private final Map<MessageClass, int[]> dropped = new EnumMap<>(MessageClass.class);

    Timeline(long fromNanos, long toNanos) {
        this.fromNanos = fromNanos;
        this.intervalNanos = Math.max(1, (toNanos - fromNanos) / INTERVALS + 1);
        for (MessageClass its : MessageClass.values()) {
            dropped.put(its, new int[INTERVALS]);
        }
    }

    /// How many intervals there are.
    public int size() {
        return INTERVALS;
    }

    /// When an interval begins, in ns since the epoch.
    public long beginNanos(int interval) {
        return fromNanos + interval * intervalNanos;
    }

    /// How long each interval is, in ns.
    public long intervalNanos() {
        return intervalNanos;
    }

    /// The interval of a time; what comes after the capture counts to the last one.
    int interval(long nanos) {
        return Math.clamp((nanos - fromNanos) / intervalNanos, 0, INTERVALS - 1);
    }

    void queue(long nanos, int length) {
        int at = interval(nanos);
        longestQueue[at] = Math.max(longestQueue[at], length);
    }

    void waited(long arrivedNanos, long nanos) {
        int at = interval(arrivedNanos);
        double micros = nanos / MICRO;
        int bin = micros < 1 ? 0 : 1 + (int) (Math.log(micros) / Math.log(BASE));
        waits[at][Math.min(WAITS - 1, bin)]++;
    }

    /// Counts a message of the capture that is discarded.
    ///
    /// @param nanos when it was captured
    void dropped(long nanos, MessageClass its) {
        of(dropped, its)[interval(nanos)]++;
    }

    /// The most messages that waited at once.
    public int longestQueue(int interval) {
        return longestQueue[interval];
    }

    /// The 95 % quantile of the waiting time of messages that arrived in an interval, in seconds,
    /// at most 19 % too long; 0 if none waited.
    public double waitSeconds(int interval) {
        int[] its = waits[interval];
        long all = 0;
        for (int each : its) {
            all += each;
        }
        if (all == 0) {
            return 0;
        }
        long seen = 0;
        for (int bin = 0; bin < WAITS; bin++) {
            seen += its[bin];
            if (seen >= QUANTILE * all) {
                return bin == 0 ? 0 : Math.pow(BASE, bin) * MICRO / 1e9;
            }
        }
        throw new IllegalStateException("a quantile of more than all");
    }

    /// How many messages that were captured in an interval are discarded. What clients send again
    /// does not count.
    public int dropped(int interval, MessageClass its) {
        return of(dropped, its)[interval];
    }

    /// How many were discarded in a second: in the one that ends with an interval, or on average
    /// over an interval that is longer.
    public double droppedPerSecond(int interval, MessageClass its) {
        int count = (int) Math.clamp(Math.ceilDiv(SECOND, intervalNanos), 1, interval + 1L);
        long sum = 0;
        for (int at = interval - count + 1; at <= interval; at++) {
            sum += dropped(at, its);
        }
        return sum * (double) SECOND / Math.max(SECOND, count * intervalNanos);
    }

    private static int[] of(Map<MessageClass, int[]> counts, MessageClass its) {
        return Objects.requireNonNull(counts.get(its));
    }
}
