package org.sipsleuth.flood.detection;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.InviteAttempts;

/// Describes how the floods against one server went on. Cost: its attempts once, then those of each
/// flood.
final class FloodCourses {

    private static final long SECOND = 1_000_000_000L;

    /// A flood of a few days is counted in longer steps than seconds.
    private static final int MOST_STEPS = 10_000;

    /// Of fewer steps, nothing can be said of changes.
    private static final int FEWEST_STEPS = 4;

    /// Arrivals without bursts have a variance as high as their mean, give or take.
    private static final double BURSTY = 2.5;

    private static final double VARIED = 0.5;

    /// Steps of a burst have at least this share of the highest one.
    private static final double OF_A_BURST = 0.25;

    /// A flood that has less than this share of the rate of legitimate calls is slow, one that has
    /// more is very high.
    private static final double LOW = 0.6;

    private static final double HIGH = 1.15;

    private final InviteAttempts attempts;
    private final long firstNanos;
    private final long lastNanos;

    /// The legitimate attempts to the server, in the order of time.
    private final long[] atNanos;

    /// How many of those before each were accepted, and had no response.
    private final int[] accepted;

    private final int[] unanswered;

    /// @param group the server, as a group
    /// @param isLegitimate whether an attempt belongs to no flood, by its number
    FloodCourses(InviteWindows windows, int group, IntPredicate isLegitimate) {
        attempts = windows.attempts();
        firstNanos = attempts.table().firstNanos();
        lastNanos = attempts.table().lastNanos();
        int most = windows.to(group) - windows.from(group);
        long[] times = new long[most];
        accepted = new int[most + 1];
        unanswered = new int[most + 1];
        int size = 0;
        for (int place = windows.from(group); place < windows.to(group); place++) {
            int attempt = windows.attempt(place);
            if (isLegitimate.test(attempt)) {
                HopTransaction last = attempts.last(attempt);
                times[size] = attempts.atNanos(attempt);
                accepted[size + 1] = accepted[size] + (last.isAccepted() ? 1 : 0);
                unanswered[size + 1] = unanswered[size] + (last.isAnswered() ? 0 : 1);
                size++;
            }
        }
        atNanos = Arrays.copyOf(times, size);
    }

    /// The course of a flood.
    ///
    /// @param flood its attempts, in the order of time
    /// @param endBefore when the flood before ended; [Long#MIN_VALUE] without
    /// @param nextBegin when the next flood begins; [Long#MAX_VALUE] without
    FloodCourse of(int[] flood, long endBefore, long nextBegin) {
        long from = attempts.atNanos(flood[0]);
        long to = attempts.atNanos(flood[flood.length - 1]);
        LegitimateCalls before = between(Math.max(firstNanos, endBefore), from);
        LegitimateCalls during = between(from, to + 1);
        LegitimateCalls after = between(to + 1, Math.min(lastNanos, nextBegin) + 1);
        double mean = flood.length / Math.max(1e-3, (to - from) / (double) SECOND);
        int[] steps = steps(flood, from, to);
        boolean isAbrupt = isAbrupt(steps);
        double perSecond = isAbrupt ? ofBursts(steps, from, to) : mean;
        double normal = normal(before, during, after);
        return new FloodCourse(isAbrupt ? FloodBehaviour.ABRUPT : constant(perSecond, normal), FloodRate.of(perSecond),
                perSecond, before, during, after, from - firstNanos >= SECOND);
    }

    private LegitimateCalls between(long from, long to) {
        int first = place(from);
        int end = Math.max(first, place(to));
        return new LegitimateCalls(end - first, accepted[end] - accepted[first], unanswered[end] - unanswered[first],
                Math.max(0, to - from) / (double) SECOND);
    }

    /// How many legitimate attempts came before a time.
    private int place(long nanos) {
        int low = 0;
        int high = atNanos.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (atNanos[middle] < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double normal(LegitimateCalls before, LegitimateCalls during, LegitimateCalls after) {
        return before.count() > 0 ? before.perSecond() : during.count() > 0 ? during.perSecond() : after.perSecond();
    }

    private static FloodBehaviour constant(double perSecond, double normal) {
        if (normal == 0) {
            return FloodRate.of(perSecond) == FloodRate.LOWER ? FloodBehaviour.LOW_RATE : FloodBehaviour.VERY_HIGH;
        }
        return perSecond < LOW * normal ? FloodBehaviour.LOW_RATE
                : perSecond < HIGH * normal ? FloodBehaviour.STEALTHY
                : FloodBehaviour.VERY_HIGH;
    }

    private static long stepNanos(long from, long to) {
        return Math.max(SECOND, (to - from) / MOST_STEPS);
    }

    /// Its attempts in each second, without the last one, which is not whole.
    private int[] steps(int[] flood, long from, long to) {
        long step = stepNanos(from, to);
        int[] steps = new int[(int) ((to - from) / step)];
        for (int attempt : flood) {
            int at = (int) ((attempts.atNanos(attempt) - from) / step);
            if (at < steps.length) {
                steps[at]++;
            }
        }
        return steps;
    }

    private static boolean isAbrupt(int[] steps) {
        if (steps.length < FEWEST_STEPS) {
            return false;
        }
        double mean = Arrays.stream(steps).average().orElse(0);
        double variance =
                Arrays.stream(steps).mapToDouble(each -> (each - mean) * (each - mean)).sum() / (steps.length - 1);
        return variance >= BURSTY * mean && Math.sqrt(variance) >= VARIED * mean;
    }

    private static double ofBursts(int[] steps, long from, long to) {
        double least = OF_A_BURST * Arrays.stream(steps).max().orElse(0);
        double mean = Arrays.stream(steps).filter(each -> each >= least).average().orElse(0);
        return mean * SECOND / stepNanos(from, to);
    }
}
