package org.sipsleuth.edge.stage;

import java.util.Arrays;

/// Token buckets by number: each has at most a burst of tokens, and gets new ones at a rate.
final class TokenBuckets {

    private static final double NANOS_PER_SECOND = 1e9;

    private final double perSecond;
    private final double burst;
    private final double[] tokens;
    private final long[] atNanos;

    /// Full ones.
    ///
    /// @param perSecond more than 0
    /// @param burst at least 1
    TokenBuckets(int count, double perSecond, double burst) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = new double[count];
        this.atNanos = new long[count];
        Arrays.fill(tokens, burst);
    }

    /// Takes a token.
    ///
    /// @return false if there is none
    boolean take(int number, long nowNanos) {
        if (atNanos[number] != 0) {
            double fresh = (nowNanos - atNanos[number]) / NANOS_PER_SECOND * perSecond;
            tokens[number] = Math.min(burst, tokens[number] + fresh);
        }
        atNanos[number] = nowNanos;
        if (tokens[number] < 1) {
            return false;
        }
        tokens[number]--;
        return true;
    }
}
