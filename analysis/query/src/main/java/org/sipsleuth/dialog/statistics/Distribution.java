package org.sipsleuth.dialog.statistics;

import java.util.Arrays;
import java.util.OptionalLong;

/// What is left of many lengths of time, in ns. Percentiles are values that occurred (nearest
/// rank).
///
/// A percentile is reported only where at least one value is to be expected above it: from 2 values
/// on the median, from 10 the 90th, from 20 the 95th, from 100 the 99th. Fewer would only name the
/// largest value once more.
public final class Distribution {

    /// The percentiles that are reported.
    public enum Percentile {
        P50(50, 2), P90(90, 10), P95(95, 20), P99(99, 100);

        private final int percent;
        private final int least;

        Percentile(int percent, int least) {
            this.percent = percent;
            this.least = least;
        }

        /// From 0 to 100.
        public int percent() {
            return percent;
        }

        /// How many values it takes to determine it.
        public int leastValues() {
            return least;
        }
    }

    /// Of no values.
    public static final Distribution EMPTY = new Distribution(new long[0]);

    private final int count;
    private final long least;
    private final long most;
    private final double mean;
    private final long[] percentiles = new long[Percentile.values().length];

    private Distribution(long[] sorted) {
        count = sorted.length;
        least = count == 0 ? 0 : sorted[0];
        most = count == 0 ? 0 : sorted[count - 1];
        mean = Arrays.stream(sorted).mapToDouble(value -> value).sum() / Math.max(1, count);
        int i = 0;
        for (Percentile each : Percentile.values()) {
            int rank = (int) (((long) each.percent() * count + 99) / 100);
            percentiles[i++] = count == 0 ? 0 : sorted[Math.max(0, rank - 1)];
        }
    }

    /// Of these values, in any order. Sorts the array.
    static Distribution of(long[] values) {
        Arrays.parallelSort(values);
        return new Distribution(values);
    }

    /// How many values there are.
    public int count() {
        return count;
    }

    /// The least value; empty if there are none.
    public OptionalLong least() {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(least);
    }

    /// The largest value; empty if there are none.
    public OptionalLong most() {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(most);
    }

    /// The arithmetic mean; empty if there are no values.
    public OptionalLong mean() {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(Math.round(mean));
    }

    /// A percentile; empty if there are too few values.
    @SuppressWarnings("EnumOrdinal") // a place in an array that never leaves this class
    public OptionalLong percentile(Percentile wanted) {
        return count < wanted.leastValues() ? OptionalLong.empty() : OptionalLong.of(percentiles[wanted.ordinal()]);
    }
}
