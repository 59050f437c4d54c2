package org.sipsleuth.simulate.agent.transaction;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.clock.Timeline;

/// Timers that are mostly stopped before they expire, as those of transactions are: one of a usual
/// length costs nothing once it is stopped, however long it is.
public final class Timers {

    /// T1 of RFC 3261 §17.1.1.1: the estimate of a round trip.
    public static final long T1 = 500_000_000L;

    /// T2: the longest time between two retransmissions, those of INVITE aside.
    public static final long T2 = 8 * T1;

    /// T4: how long a message stays in the network.
    public static final long T4 = 10 * T1;

    /// How long is waited for an answer at most: timers B, F and H.
    public static final long PATIENCE = 64 * T1;

    /// Timer C of §16.6: how long a proxy lets a phone ring, and some seconds.
    public static final long TIMER_C = 370 * T1;

    /// How long is waited for the final response of an INVITE that got a provisional one; longer
    /// than any proxy waits.
    public static final long LONGEST_RINGING = 2 * TIMER_C;

    /// After that time those who still are in a call hang up, for they must have missed its end.
    public static final long LONGEST_CALL = 14_400_000_000_000L;

    private static final long[] USUAL =
            {T1, 2 * T1, 4 * T1, T2, T4, 16 * T1, 32 * T1, PATIENCE, TIMER_C, LONGEST_RINGING, LONGEST_CALL};

    /// One timer.
    public static final class Timer {
        private final long dueNanos;
        private @Nullable Runnable action;
        private @Nullable Lane lane;
        private Timeline.@Nullable Plan plan;
        private @Nullable Timer before;
        private @Nullable Timer after;

        private Timer(long dueNanos, Runnable action) {
            this.dueNanos = dueNanos;
            this.action = action;
        }
    }

    /// Timers of the same length: those that were started first expire first.
    private static final class Lane {
        private final long nanos;
        private @Nullable Timer first;
        private @Nullable Timer last;
        private boolean awaited;

        Lane(long nanos) {
            this.nanos = nanos;
        }

        void add(Timer timer) {
            timer.lane = this;
            timer.before = last;
            if (last == null) {
                first = timer;
            } else {
                last.after = timer;
            }
            last = timer;
        }

        void remove(Timer timer) {
            Timer earlier = timer.before;
            Timer later = timer.after;
            if (earlier == null) {
                first = later;
            } else {
                earlier.after = later;
            }
            if (later == null) {
                last = earlier;
            } else {
                later.before = earlier;
            }
            timer.before = null;
            timer.after = null;
            timer.lane = null;
        }
    }

    private final Timeline timeline;
    private final Lane[] lanes = Arrays.stream(USUAL).mapToObj(Lane::new).toArray(Lane[]::new);
    private int running;

    public Timers(Timeline timeline) {
        this.timeline = timeline;
    }

    /// Starts a timer.
    ///
    /// @param action what happens when it expires
    public Timer start(long nanos, Runnable action) {
        Timer timer = new Timer(timeline.nowNanos() + nanos, action);
        running++;
        for (Lane lane : lanes) {
            if (lane.nanos == nanos) {
                lane.add(timer);
                await(lane);
                return timer;
            }
        }
        timer.plan = timeline.at(timer.dueNanos, () -> expire(timer));
        return timer;
    }

    private void await(Lane lane) {
        if (!lane.awaited && lane.first != null) {
            lane.awaited = true;
            timeline.at(lane.first.dueNanos, () -> expire(lane));
        }
    }

    private void expire(Lane lane) {
        lane.awaited = false;
        Timer timer = lane.first;
        while (timer != null && timer.dueNanos <= timeline.nowNanos()) {
            lane.remove(timer);
            expire(timer);
            timer = lane.first;
        }
        await(lane);
    }

    private void expire(Timer timer) {
        Runnable action = timer.action;
        if (action != null) {
            timer.action = null;
            running--;
            action.run();
        }
    }

    /// Stops a timer; nothing if it has expired, or is null.
    public void stop(@Nullable Timer timer) {
        if (timer == null || timer.action == null) {
            return;
        }
        timer.action = null;
        running--;
        if (timer.lane != null) {
            timer.lane.remove(timer);
        } else if (timer.plan != null) {
            timer.plan.cancel();
        }
    }

    /// How many run now.
    public int running() {
        return running;
    }
}
