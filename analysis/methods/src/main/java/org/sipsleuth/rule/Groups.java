package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.sipsleuth.transaction.HopTransaction;

/// Transactions by a number that they have: their source, their destination. The order of time is
/// kept within each group. Cost: a few bytes for each transaction and number, so that a million
/// sources of one request each fit.
final class Groups {

    private final List<HopTransaction> sorted;
    private final int[] ends;

    private Groups(List<HopTransaction> sorted, int[] ends) {
        this.sorted = sorted;
        this.ends = ends;
    }

    /// Groups transactions.
    ///
    /// @param count all numbers are less than this; transactions with a negative one are left out
    static Groups by(ToIntFunction<HopTransaction> number, int count, List<HopTransaction> transactions) {
        int[] ends = new int[count + 1];
        for (HopTransaction each : transactions) {
            int its = number.applyAsInt(each);
            if (its >= 0) {
                ends[its + 1]++;
            }
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        HopTransaction[] sorted = new HopTransaction[ends[count]];
        for (HopTransaction each : transactions) { // ends are starts that move to their ends
            int its = number.applyAsInt(each);
            if (its >= 0) {
                sorted[ends[its]++] = each;
            }
        }
        return new Groups(Arrays.asList(sorted), ends);
    }

    /// Splits transactions by a number, in the order of the numbers; only numbers that occur have a
    /// part. Cost: that of sorting the transactions, however many numbers the capture has.
    static List<List<HopTransaction>> parts(ToIntFunction<HopTransaction> number, List<HopTransaction> transactions) {
        List<HopTransaction> sorted = transactions.stream().sorted(Comparator.comparingInt(number)).toList();
        List<List<HopTransaction>> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || number.applyAsInt(sorted.get(i)) != number.applyAsInt(sorted.get(from))) {
                parts.add(sorted.subList(from, i));
                from = i;
            }
        }
        return parts;
    }

    /// How many numbers there are; groups may be empty.
    int count() {
        return ends.length - 1;
    }

    /// The transactions with a number, a view.
    List<HopTransaction> of(int number) {
        return sorted.subList(number == 0 ? 0 : ends[number - 1], ends[number]);
    }

    /// The transactions with a number from one time to another, both included, a view; none where
    /// the first time is the later one, as it is where a capture ends before what is asked for.
    List<HopTransaction> of(int number, long fromNanos, long toNanos) {
        List<HopTransaction> all = of(number);
        return fromNanos > toNanos ? List.of() : all.subList(firstFrom(all, fromNanos), firstFrom(all, toNanos + 1));
    }

    /// The place of the first of some transactions, in the order of time, that is not before a
    /// time; their count if all are.
    static int firstFrom(List<HopTransaction> ordered, long nanos) {
        int low = 0;
        int high = ordered.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ordered.get(middle).atNanos() < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
