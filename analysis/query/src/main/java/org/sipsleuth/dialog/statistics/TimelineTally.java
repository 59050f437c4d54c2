package org.sipsleuth.dialog.statistics;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.outcome.DialogOutcome;

/// What happened when, counted in intervals of the same length.
final class TimelineTally {

    /// As many as a chart of the width of a window can show.
    static final int INTERVALS = 240;

    private static final int MESSAGES = 0;
    private static final int CALLS = 1;
    private static final int ANSWERED = 2;
    private static final int FAILED = 3;
    private static final int KINDS = 4;

    private final long fromNanos;
    private final long stepNanos;
    private final long[][] counts = new long[KINDS][INTERVALS];

    /// @param toNanos the last moment, not before the first
    TimelineTally(long fromNanos, long toNanos) {
        this.fromNanos = fromNanos;
        stepNanos = Math.max(1, (toNanos - fromNanos) / INTERVALS + 1);
    }

    void message(long nanos) {
        counts[MESSAGES][interval(nanos)]++;
    }

    void call(long nanos, DialogOutcome outcome) {
        int interval = interval(nanos);
        counts[CALLS][interval]++;
        if (outcome.outcome().isAnswered()) {
            counts[ANSWERED][interval]++;
        } else if (outcome.outcome().isBad()) {
            counts[FAILED][interval]++;
        }
    }

    void add(TimelineTally other) {
        for (int kind = 0; kind < KINDS; kind++) {
            for (int i = 0; i < INTERVALS; i++) {
                counts[kind][i] += other.counts[kind][i];
            }
        }
    }

    Timeline timeline() {
        List<Timeline.Interval> intervals = new ArrayList<>();
        for (int i = 0; i < INTERVALS; i++) {
            intervals.add(new Timeline.Interval(counts[MESSAGES][i], counts[CALLS][i], counts[ANSWERED][i],
                    counts[FAILED][i]));
        }
        return new Timeline(fromNanos, stepNanos, intervals);
    }

    private int interval(long nanos) {
        return Math.clamp((nanos - fromNanos) / stepNanos, 0, INTERVALS - 1);
    }
}
