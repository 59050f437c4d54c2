package org.sipsleuth.flood.rule;

import java.util.PriorityQueue;

/// How many INVITE transactions a server has open: each from its INVITE to its ACK, at most for the
/// time after which the server gives up (RFC 3261, timers B and H: 32 s). High in a flood; of real
/// calls about the rate times the time of ringing. Memory: 24 bytes for each open one.
public final class HalfOpenTransactions {

    private final long mostNanos;
    private final PriorityQueue<Long> ends = new PriorityQueue<>();

    /// @param mostNanos how long one without ACK stays open, in ns
    public HalfOpenTransactions(long mostNanos) {
        this.mostNanos = mostNanos;
    }

    /// The number of open ones with the next attempt.
    ///
    /// @param atNanos in ns since the epoch, in the order of time
    /// @param endNanos when its ACK came, or what else ended it; [Long#MAX_VALUE] if nothing did
    public int add(long atNanos, long endNanos) {
        while (!ends.isEmpty() && ends.peek() <= atNanos) {
            ends.remove();
        }
        ends.add(Math.min(endNanos, atNanos + mostNanos));
        return ends.size();
    }
}
