package org.sipsleuth.flood.rule;

/// The cumulative sum (CUSUM; Page, 1954) of the INVITE rate of a server: evidence, in nats, that
/// attempts come at more than the usual rate. Rises in a flood, and falls back to 0 afterwards.
/// For Poisson arrivals it is the log likelihood ratio of a rate `factor` times the usual one
/// against the usual one, never below 0 and never above the limit, so that it also ends.
public final class RateCusum {

    private final double factor;
    private final double limit;
    private double sum;

    /// @param factor the rate to be detected as a multiple of the usual one, above 1
    /// @param limit the highest value, in nats
    public RateCusum(double factor, double limit) {
        if (!(factor > 1) || !(limit > 0)) {
            throw new IllegalArgumentException("factor %s, limit %s".formatted(factor, limit));
        }
        this.factor = factor;
        this.limit = limit;
    }

    /// The value at the next attempt.
    ///
    /// @param gapNanos since the attempt before, at least 0
    /// @param usualNanos the usual gap, the median; 0 where too little history is known, which
    ///     leaves the value as it is
    public double add(long gapNanos, long usualNanos) {
        if (usualNanos > 0) {
            double gap = gapNanos / (usualNanos / Math.log(2)); // by the mean of Poisson arrivals
            sum = Math.clamp(sum + Math.log(factor) - (factor - 1) * gap, 0, limit);
        }
        return sum;
    }

    /// How long after an attempt a value has fallen to 0, if no attempt follows, in ns.
    static long nanosToZero(double value, double factor, long usualNanos) {
        return Math.round(value / (factor - 1) * usualNanos / Math.log(2));
    }
}
