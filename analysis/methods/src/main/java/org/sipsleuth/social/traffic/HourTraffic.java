package org.sipsleuth.social.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.call.record.CallRecords;

/// The calls that begin in an hour of the day (UTC), all days together, and how well the times
/// between them follow an exponential distribution, as they do if people call independently at a
/// steady rate (paper 5, Figs 3 and 4). The paper fits one distribution to whole days, whose rate
/// changes from hour to hour; here each hour has its own.
///
/// @param hour 0 to 23
/// @param calls that begin in it
/// @param answered those that were answered
/// @param gaps how many times between two calls within the same hour of the same day there are
/// @param meanSeconds their mean; NaN without any
/// @param statistic the Kolmogorov–Smirnov distance from the exponential distribution with this
///     mean, for any number of gaps (Stephens 1974): 0 or more, **higher is a worse fit**; NaN with
///     fewer than [#FEWEST] gaps
public record HourTraffic(int hour, int calls, int answered, int gaps, double meanSeconds, double statistic) {

    /// Fewer gaps say nothing about their distribution.
    public static final int FEWEST = 20;

    /// Above it the fit is rejected, at a level of 5 % (M. A. Stephens, EDF Statistics for Goodness
    /// of Fit and Some Comparisons, 1974, exponential distribution with unknown mean).
    public static final double REJECTED_ABOVE = 1.094;

    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3_600 * SECOND;
    private static final int HOURS = 24;

    /// The 24 hours of the day. Cost: sorting the calls.
    public static List<HourTraffic> of(CallRecords records) {
        List<List<Double>> gaps = new ArrayList<>();
        int[] calls = new int[HOURS];
        int[] answered = new int[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            gaps.add(new ArrayList<>());
        }
        long before = Long.MIN_VALUE;
        for (int call = 0; call < records.size(); call++) { // in the order of time
            long at = records.startNanos(call);
            int hour = (int) Math.floorMod(Math.floorDiv(at, HOUR), (long) HOURS);
            calls[hour]++;
            answered[hour] += records.isAnswered(call) ? 1 : 0;
            if (call > 0 && Math.floorDiv(before, HOUR) == Math.floorDiv(at, HOUR)) {
                gaps.get(hour).add((at - before) / (double) SECOND);
            }
            before = at;
        }
        List<HourTraffic> all = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            double[] sorted = gaps.get(hour).stream().mapToDouble(gap -> gap).sorted().toArray();
            double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
            all.add(new HourTraffic(hour, calls[hour], answered[hour], sorted.length, mean, statistic(sorted, mean)));
        }
        return all;
    }

    private static double statistic(double[] sorted, double mean) {
        int count = sorted.length;
        if (count < FEWEST || mean <= 0) {
            return Double.NaN;
        }
        double distance = 0;
        for (int i = 0; i < count; i++) {
            double expected = 1 - Math.exp(-sorted[i] / mean);
            distance = Math.max(distance, (i + 1.0) / count - expected);
            distance = Math.max(distance, expected - i / (double) count);
        }
        double root = Math.sqrt(count);
        return (distance - 0.2 / count) * (root + 0.26 + 0.5 / root);
    }

    /// Whether enough gaps are known to say how they are distributed.
    public boolean isJudged() {
        return !Double.isNaN(statistic);
    }

    /// Whether the exponential distribution is rejected.
    public boolean isRejected() {
        return statistic > REJECTED_ABOVE;
    }
}
