package org.sipsleuth.evaluate.flood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.flood.rule.OverdueInvites;

/// What a detector of windows states of the floods of a capture: when it knew each, and how often
/// it raised an alarm without one.
///
/// @param delays from the first INVITE of each flood, in s; infinite if it was never known
/// @param limits how long each may take: 1 s, or the median time of answers and 1 s
/// @param isFalse how many alarms touch no flood; flagged windows within 20 s are one
/// @param hours how long the capture is
/// @param lost how many legitimate calls an unprotected server loses of those that began in each
///     flood until it was known; 0 if the capture was not replayed
record FloodAlarms(List<Double> delays, List<Double> limits, int isFalse, double hours, List<Long> lost) {

    private static final double NANOS = 1e9;
    private static final double HOUR = 3_600;

    /// Those of the rule of overdue INVITEs.
    static FloodAlarms ofRule(FloodCapture capture) {
        return of(capture, capture.overdue().knownNanos());
    }

    /// Those of somebody who knows of nothing.
    static FloodAlarms ofNobody(FloodCapture capture) {
        long[] known = new long[capture.size()];
        Arrays.fill(known, OverdueWindows.NEVER);
        return of(capture, known);
    }

    /// Those of scores: a window is known when it ends.
    static FloodAlarms of(FloodCapture capture, double[] scores, double threshold) {
        long[] known = new long[scores.length];
        Arrays.setAll(known, window -> scores[window] >= threshold ? capture.toNanos()[window] : OverdueWindows.NEVER);
        return of(capture, known);
    }

    private static FloodAlarms of(FloodCapture capture, long[] known) {
        List<Double> delays = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        List<Long> lost = new ArrayList<>();
        for (FloodCapture.Flood flood : capture.floods()) {
            long first = OverdueWindows.NEVER;
            for (int window = 0; window < known.length; window++) {
                boolean touches = capture.fromNanos()[window] <= flood.toNanos()
                        && capture.toNanos()[window] >= flood.fromNanos();
                first = touches ? Math.min(first, known[window]) : first;
            }
            delays.add(first == OverdueWindows.NEVER ? Double.POSITIVE_INFINITY
                    : Math.max(0, (first - flood.fromNanos()) / NANOS));
            lost.add(capture.lost().between(flood.fromNanos(), Math.min(first, flood.toNanos())));
            limits.add(Math.max(1, capture.overdue().answerNanos() / NANOS + 1));
        }
        int last = known.length - 1;
        double seconds = last < 0 ? 0 : (capture.toNanos()[last] - capture.fromNanos()[0]) / NANOS;
        return new FloodAlarms(delays, limits, falseAlarms(capture, known), seconds / HOUR, lost);
    }

    private static int falseAlarms(FloodCapture capture, long[] known) {
        int alarms = 0;
        long end = Long.MIN_VALUE / 2;
        for (int window = 0; window < known.length; window++) {
            if (known[window] != OverdueWindows.NEVER && capture.place(window) == FloodCapture.Place.OUTSIDE) {
                alarms += capture.fromNanos()[window] - end > OverdueInvites.TOGETHER.toNanos() ? 1 : 0;
                end = capture.toNanos()[window];
            }
        }
        return alarms;
    }

    /// How many floods were known in time.
    int inTime() {
        int count = 0;
        for (int i = 0; i < delays.size(); i++) {
            count += delays.get(i) <= limits.get(i) ? 1 : 0;
        }
        return count;
    }

    /// The share of floods of some captures that were known in time; NaN without floods.
    static double shareInTime(List<FloodAlarms> all) {
        double floods = all.stream().mapToInt(each -> each.delays().size()).sum();
        return all.stream().mapToInt(FloodAlarms::inTime).sum() / floods;
    }

    /// The mean of the calls lost in each flood of some captures; NaN without floods.
    static double lostAFlood(List<FloodAlarms> all) {
        return all.stream()
                .flatMap(each -> each.lost().stream())
                .mapToLong(Long::longValue)
                .average()
                .orElse(Double.NaN);
    }

    /// A quantile of the delays of some captures, in s.
    static double delay(List<FloodAlarms> all, double share) {
        double[] sorted = all.stream()
                .flatMap(each -> each.delays().stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    /// The mean time that the floods of some captures may take, in s.
    static double limit(List<FloodAlarms> all) {
        return all.stream()
                .flatMap(each -> each.limits().stream())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }
}
