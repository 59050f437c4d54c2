package org.sipsleuth.dialog.statistics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.MessageTable;

/// How many messages were captured in a window of time. Windows begin at full multiples of their length
/// since the epoch (UTC).
///
/// @param fromNanos its begin, in ns since the epoch; it ends before the next one begins
/// @param messages retransmissions included
public record WindowCount(long fromNanos, long messages) {

    /// More windows cannot be read.
    public static final int MOST = 100_000;

    /// All windows from that of the first message of a table to that of the last, also empty ones; none
    /// if the table is empty.
    ///
    /// @param counted the messages that count
    /// @param length above zero
    /// @throws IllegalArgumentException if there were more than [#MOST]
    public static List<WindowCount> of(MessageTable table, IntStream counted, Duration length) {
        if (table.size() == 0) {
            return List.of();
        }
        long nanos = length.toNanos();
        LongSummaryStatistics times =
                IntStream.range(0, table.size()).mapToLong(table::capturedAtNanos).summaryStatistics();
        long first = Math.floorDiv(times.getMin(), nanos);
        long windows = Math.floorDiv(times.getMax(), nanos) - first + 1;
        if (windows > MOST || windows < 1) {
            throw new IllegalArgumentException("%,d windows; at most %,d are counted".formatted(windows, MOST));
        }
        long[] counts = new long[(int) windows];
        counted.forEach(message -> counts[(int) (Math.floorDiv(table.capturedAtNanos(message), nanos) - first)]++);
        List<WindowCount> all = new ArrayList<>();
        for (int window = 0; window < counts.length; window++) {
            all.add(new WindowCount((first + window) * nanos, counts[window]));
        }
        return all;
    }
}
