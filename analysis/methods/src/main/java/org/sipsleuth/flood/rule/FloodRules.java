package org.sipsleuth.flood.rule;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import org.sipsleuth.flood.input.WindowInputs;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.InviteAttempts;

/// What all rules measure at every attempt of a capture, among those to the same server: 44 bytes
/// for each. The value of a window is that at its last attempt. Needs no history: a server without
/// is compared with one that gets ten INVITEs a second. Immutable.
public final class FloodRules {

    /// After that a server gives up an INVITE that nobody acknowledges: timers B and H, 64 × T1
    /// (RFC 3261 §17).
    public static final Duration GIVES_UP = Duration.ofSeconds(32);

    private static final double FACTOR = 2;
    private static final double HIGHEST_CUSUM = 30;
    private static final double CUSUM = 10;

    /// Two of ten: [InviteWindows#LEAST_MALICIOUS].
    private static final double UNACKNOWLEDGED = 0.2;

    private static final int RECENT = 100;

    /// The median gap of ten Poisson arrivals a second.
    private static final long USUAL = Math.round(Math.log(2) / 10 * 1e9);

    /// So many calls are ringing at a small server too.
    private static final double FEWEST_OPEN = 13;

    private static final int PAUSE_MASK = (1 << 14) - 1;

    private final WindowInputs inputs;
    private final InviteWindows windows;
    private final InviteAttempts attempts;
    private final OverdueInvites overdue;
    private final Map<FloodRule, float[]> values = new EnumMap<>(FloodRule.class);

    private FloodRules(WindowInputs inputs, OverdueInvites overdue) {
        this.inputs = inputs;
        this.windows = inputs.windows();
        this.attempts = windows.attempts();
        this.overdue = overdue;
        for (FloodRule rule : FloodRule.values()) {
            values.put(rule, new float[attempts.size()]);
        }
    }

    /// Measures all attempts. Cost: a few hundred ns for each.
    ///
    /// @param comesToNothing whether an attempt does, by its number
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static FloodRules of(WindowInputs inputs, IntPredicate comesToNothing, RunMonitor monitor) {
        FloodRules rules = new FloodRules(inputs, OverdueInvites.of(inputs.windows(), monitor));
        for (int group = 0; group < rules.windows.servers(); group++) {
            rules.measure(group, comesToNothing, monitor);
        }
        return rules;
    }

    private void measure(int group, IntPredicate comesToNothing, RunMonitor monitor) {
        RateCusum cusum = new RateCusum(FACTOR, HIGHEST_CUSUM);
        UnacknowledgedShare share = new UnacknowledgedShare(windows.settings().size(), Duration.ZERO);
        HalfOpenTransactions open = new HalfOpenTransactions(GIVES_UP.toNanos());
        DistinctIdentities sources = new DistinctIdentities(RECENT);
        DistinctIdentities callers = new DistinctIdentities(RECENT);
        DistinctIdentities called = new DistinctIdentities(RECENT);
        int completed = 0;
        long before = 0;
        for (int place = windows.from(group); place < windows.to(group); place++) {
            if ((place & PAUSE_MASK) == 0) {
                monitor.throwIfCancelled();
            }
            int attempt = windows.attempt(place);
            HopTransaction first = attempts.first(attempt);
            long now = Math.max(before, first.atNanos());
            boolean isFirst = place == windows.from(group);
            set(FloodRule.OVERDUE, attempt, overdue.count(group, place));
            set(FloodRule.CUSUM, attempt, isFirst ? 0 : cusum.add(now - before, usualNanos(place)));
            before = now;
            set(FloodRule.UNACKNOWLEDGED, attempt, share.add(now, !comesToNothing.test(attempt)));
            set(FloodRule.HALF_OPEN, attempt, open.add(now, endNanos(attempt)));
            set(FloodRule.SOURCES, attempt, sources.add(first.source()));
            set(FloodRule.CALLERS, attempt, callers.add(first.fromUser()));
            set(FloodRule.CALLED, attempt, called.add(first.requestUser()));
            set(FloodRule.ENTROPY, attempt, sources.entropy());
            completed += completed(place) - (place - RECENT < windows.from(group) ? 0 : completed(place - RECENT));
            set(FloodRule.COMPLETED, attempt, completed);
        }
    }

    private int completed(int place) {
        return inputs.hasCompletedBefore(windows.attempt(place)) ? 1 : 0;
    }

    private void set(FloodRule rule, int attempt, double value) {
        Objects.requireNonNull(values.get(rule))[attempt] = (float) value;
    }

    private long usualNanos(int place) {
        float seconds = inputs.usualGapSeconds(place);
        return seconds == 0 ? USUAL : Math.max(1, Math.round(seconds * 1e9));
    }

    /// When an attempt was acknowledged, in ns since the epoch; [Long#MAX_VALUE] if never.
    private long endNanos(int attempt) {
        int ack = attempts.last(attempt).ack();
        return ack < 0 ? Long.MAX_VALUE : attempts.table().index().messages().capturedAtNanos(ack);
    }

    /// What was measured.
    public WindowInputs inputs() {
        return inputs;
    }

    /// Which INVITEs became overdue, and the floods that they are.
    public OverdueInvites overdue() {
        return overdue;
    }

    /// The value at an attempt.
    public double ofAttempt(FloodRule rule, int attempt) {
        return Objects.requireNonNull(values.get(rule))[attempt];
    }

    /// The value of a window.
    public double value(FloodRule rule, int window) {
        return ofAttempt(rule, windows.attempt(last(window)));
    }

    /// From which value on a rule flags a window; NaN if it flags none. Half-open transactions are
    /// too many if they are as many as if all usual calls were never acknowledged.
    public double threshold(FloodRule rule, int window) {
        return switch (rule) {
            case OVERDUE -> InviteWindows.LEAST_MALICIOUS;
            case CUSUM -> CUSUM;
            case UNACKNOWLEDGED -> UNACKNOWLEDGED;
            case HALF_OPEN -> {
                double meanNanos = usualNanos(last(window)) / Math.log(2);
                yield Math.max(FEWEST_OPEN, GIVES_UP.toNanos() / meanNanos);
            }
            case SOURCES, CALLERS, CALLED, ENTROPY, COMPLETED -> Double.NaN;
        };
    }

    /// Whether a rule flags a window.
    public boolean isFlagged(FloodRule rule, int window) {
        return value(rule, window) >= threshold(rule, window);
    }

    private int last(int window) {
        return windows.place(window) + windows.settings().size() - 1;
    }

    /// How many transactions a server has half open, at every change: also when one ends.
    ///
    /// @param group of the windows, a server or a source
    public TimeSeries halfOpen(int group) {
        TimeSeries series = new TimeSeries();
        PriorityQueue<Long> ends = new PriorityQueue<>();
        for (int place = windows.from(group); place < windows.to(group); place++) {
            int attempt = windows.attempt(place);
            long now = attempts.atNanos(attempt);
            end(series, ends, now);
            ends.add(Math.min(endNanos(attempt), now + GIVES_UP.toNanos()));
            series.add(now, ends.size());
        }
        end(series, ends, Long.MAX_VALUE);
        return series;
    }

    private static void end(TimeSeries series, PriorityQueue<Long> ends, long now) {
        while (!ends.isEmpty() && ends.peek() <= now) {
            long end = ends.remove();
            series.add(end, ends.size());
        }
    }

    /// The cumulative sum of a server's rate, at every attempt, and where it falls to 0 between
    /// two.
    ///
    /// @param group of the windows; that of a source has the values of its server
    public TimeSeries cusum(int group) {
        TimeSeries series = new TimeSeries();
        long before = 0;
        double last = 0;
        for (int place = windows.from(group); place < windows.to(group); place++) {
            long now = Math.max(before, attempts.atNanos(windows.attempt(place)));
            long zero = before + RateCusum.nanosToZero(last, FACTOR, usualNanos(place));
            if (last > 0 && zero < now) {
                series.add(zero, 0);
            }
            last = ofAttempt(FloodRule.CUSUM, windows.attempt(place));
            series.add(now, last);
            before = now;
        }
        return series;
    }
}
