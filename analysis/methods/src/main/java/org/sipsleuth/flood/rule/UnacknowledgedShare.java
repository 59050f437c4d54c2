package org.sipsleuth.flood.rule;

import java.time.Duration;
import java.util.ArrayDeque;

/// The share of recent attempts to a server that nobody acknowledged: the root cause of harm that
/// the paper names (paper 2, §3.3). 1 in a flood, near 0 where calls are real. What becomes of an
/// attempt counts from a delay after it on, so that an ACK has time to come. Memory: 24 bytes for
/// each attempt of the delay.
public final class UnacknowledgedShare {

    private final long delayNanos;
    private final boolean[] recent;
    private int count;
    private int next;
    private int unacknowledged;
    private final ArrayDeque<Outcome> pending = new ArrayDeque<>();

    /// What became of an attempt.
    ///
    /// @param dueNanos when it counts, in ns since the epoch
    private record Outcome(long dueNanos, boolean isAcknowledged) {}

    /// @param attempts so many are recent
    /// @param delay how long an attempt waits until it counts, such as 32 s (64 × T1, RFC 3261
    ///     §17.1.1.2); 0 in hindsight
    public UnacknowledgedShare(int attempts, Duration delay) {
        delayNanos = delay.toNanos();
        recent = new boolean[attempts];
    }

    /// The share when the next attempt comes in: 0–1; 0 while none counts.
    ///
    /// @param atNanos in ns since the epoch, in the order of time
    /// @param isAcknowledged whether an ACK came for its final response within the delay
    public double add(long atNanos, boolean isAcknowledged) {
        pending.add(new Outcome(atNanos + delayNanos, isAcknowledged));
        while (!pending.isEmpty() && pending.peek().dueNanos() <= atNanos) {
            count(!pending.remove().isAcknowledged());
        }
        return count == 0 ? 0 : (double) unacknowledged / count;
    }

    private void count(boolean isUnacknowledged) {
        if (count == recent.length) {
            unacknowledged -= recent[next] ? 1 : 0;
        } else {
            count++;
        }
        recent[next] = isUnacknowledged;
        unacknowledged += isUnacknowledged ? 1 : 0;
        next = (next + 1) % recent.length;
    }
}
