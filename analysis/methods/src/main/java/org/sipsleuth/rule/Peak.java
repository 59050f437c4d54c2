package org.sipsleuth.rule;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.TransactionTable;

/// The most of something within a time.
final class Peak {

    private Peak() {}

    /// The most events within a window. Cost: sorting.
    ///
    /// @param nanos the times of events, in any order
    static int within(long[] nanos, long windowNanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        int most = 0;
        for (int first = 0, last = 0; last < sorted.length; last++) {
            while (sorted[last] - sorted[first] > windowNanos) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /// The most answered calls that were open at once. Cost: sorting.
    ///
    /// @param openNanos how long a call without BYE counts as open, in ns
    /// @param table the calls are of
    static int atOnce(List<Call> calls, long openNanos, TransactionTable table) {
        long[] begins = calls.stream().filter(Call::isAnswered).mapToLong(Call::answeredAtNanos).toArray();
        long[] ends = calls.stream().filter(Call::isAnswered).mapToLong(call -> end(call, openNanos, table)).toArray();
        Arrays.sort(begins);
        Arrays.sort(ends);
        int most = 0;
        for (int begun = 0, ended = 0; begun < begins.length; begun++) {
            while (ends[ended] <= begins[begun]) {
                ended++;
            }
            most = Math.max(most, begun - ended + 1);
        }
        return most;
    }

    private static long end(Call call, long openNanos, TransactionTable table) {
        long end = call.endedAtNanos() != 0 ? call.endedAtNanos()
                : Math.min(table.endNanos(call), call.answeredAtNanos() + openNanos);
        return Math.max(call.answeredAtNanos() + 1, end); // at least the moment of the answer
    }

    /// The median, 0 without values.
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
