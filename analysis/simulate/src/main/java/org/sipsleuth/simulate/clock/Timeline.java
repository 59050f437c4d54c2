package org.sipsleuth.simulate.clock;

/// Virtual time: runs events in the order of their time; those of the same time in the order in
/// which they were planned. Not thread-safe.
public final class Timeline {

    /// An event that is planned.
    public static final class Plan {
        final long atNanos;
        private final long number;
        private Runnable event;

        private Plan(long atNanos, long number, Runnable event) {
            this.atNanos = atNanos;
            this.number = number;
            this.event = event;
        }

        boolean isBefore(Plan other) {
            return atNanos == other.atNanos ? number < other.number : atNanos < other.atNanos;
        }

        /// Cancels it; no effect if it has happened.
        public void cancel() {
            event = () -> {};
        }
    }

    private final PlanHeap plans = new PlanHeap();
    private long nowNanos;
    private long planned;

    /// @param beginNanos when it begins, in ns since the epoch
    public Timeline(long beginNanos) {
        nowNanos = beginNanos;
    }

    /// The virtual time in ns since the epoch.
    public long nowNanos() {
        return nowNanos;
    }

    /// Plans an event. One in the past happens now.
    public Plan at(long atNanos, Runnable event) {
        Plan plan = new Plan(Math.max(atNanos, nowNanos), planned++, event);
        plans.add(plan);
        return plan;
    }

    /// Plans an event so many ns from now.
    public Plan in(long nanos, Runnable event) {
        return at(nowNanos + nanos, event);
    }

    /// When the next event is planned, or [Long#MAX_VALUE] if none is.
    public long nextNanos() {
        Plan next = plans.first();
        return next == null ? Long.MAX_VALUE : next.atNanos;
    }

    /// Runs the next event.
    ///
    /// @return false if there was none
    public boolean step() {
        Plan next = plans.poll();
        if (next == null) {
            return false;
        }
        nowNanos = next.atNanos;
        next.event.run();
        return true;
    }
}
