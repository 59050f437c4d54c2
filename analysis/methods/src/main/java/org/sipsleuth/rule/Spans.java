package org.sipsleuth.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.sipsleuth.transaction.HopTransaction;

/// Splits transactions in the order of time where there is a pause, and counts how densely they
/// follow each other.
final class Spans {

    private static final double TIMES_THE_MEDIAN = 20;
    private static final long SHORTEST_PAUSE = Duration.ofMinutes(15).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofHours(12).toNanos();

    private Spans() {}

    /// Splits where a gap is far above the usual one: above 20 times the median, but at least 15
    /// minutes and at most 12 hours. So one rule serves 100 requests a second and 6 an hour.
    static List<List<HopTransaction>> byHabit(List<HopTransaction> ordered) {
        if (ordered.size() < 3) {
            return ordered.isEmpty() ? List.of() : List.of(ordered);
        }
        long[] gaps = new long[ordered.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = ordered.get(i + 1).atNanos() - ordered.get(i).atNanos();
        }
        Arrays.sort(gaps);
        double median = (gaps[(gaps.length - 1) / 2] + gaps[gaps.length / 2]) / 2.0;
        return bursts(ordered, Math.clamp((long) (TIMES_THE_MEDIAN * median), SHORTEST_PAUSE, LONGEST_PAUSE));
    }

    /// Splits where a gap is longer than this.
    static List<List<HopTransaction>> bursts(List<HopTransaction> ordered, long pauseNanos) {
        return split(ordered, gap -> gap > pauseNanos);
    }

    private static List<List<HopTransaction>> split(List<HopTransaction> ordered, LongPredicate isPause) {
        List<List<HopTransaction>> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= ordered.size(); i++) {
            boolean ends = i == ordered.size() || isPause.test(ordered.get(i).atNanos() - ordered.get(i - 1).atNanos());
            if (ends) {
                parts.add(ordered.subList(from, i));
                from = i;
            }
        }
        return parts;
    }

    /// The most transactions within a time, and where they begin.
    ///
    /// @param count how many
    /// @param first the place of the first of them
    record Peak(int count, int first) {}

    /// The most transactions within a time.
    static Peak peak(List<HopTransaction> ordered, Duration window) {
        Peak peak = new Peak(0, 0);
        int first = 0;
        for (int last = 0; last < ordered.size(); last++) {
            while (ordered.get(last).atNanos() - ordered.get(first).atNanos() > window.toNanos()) {
                first++;
            }
            if (last - first + 1 > peak.count()) {
                peak = new Peak(last - first + 1, first);
            }
        }
        return peak;
    }
}
