package org.sipsleuth.rarity;

import java.util.Arrays;

/// How rare values beyond all usual ones are: a generalised Pareto distribution of what exceeds nine
/// tenths of the usual values (J. Pickands, Annals of Statistics 3, 1975), by probability-weighted
/// moments (J. R. M. Hosking and J. R. Wallis, Technometrics 29, 1987). It never falls faster than
/// an exponential one, so that no value is impossible.
///
/// @param from what is exceeded
/// @param share of usual values that exceed it, 0 to 1; 0 if they are too few to say
/// @param scale of the excess, above 0
/// @param shape 0 or more: the heavier, the higher
record Tail(double from, double share, double scale, double shape) {

    private static final double NONE = 0;
    private static final double LOWER = 0.9;

    /// Fewer values say nothing about a tail.
    private static final int FEWEST = 20;

    /// A heavier tail has no mean.
    private static final double HEAVIEST = 0.9;

    private static final double EXPONENTIAL = 1e-6;

    /// Learns the tail.
    ///
    /// @param sorted usual values, from the lowest
    static Tail of(double[] sorted) {
        int first = (int) Math.ceil(LOWER * sorted.length);
        int count = sorted.length - first;
        if (count < FEWEST) {
            return new Tail(0, NONE, 1, 0);
        }
        double from = sorted[first - 1];
        double[] excess = Arrays.stream(sorted, first, sorted.length).map(value -> value - from).toArray();
        double mean = Arrays.stream(excess).average().orElse(0);
        double weighted = 0;
        for (int i = 0; i < count; i++) {
            weighted += excess[i] * (count - 1 - i) / (count - 1);
        }
        weighted /= count;
        double spread = mean - 2 * weighted;
        if (!(mean > 0) || !(spread > 0)) {
            return new Tail(0, NONE, 1, 0);
        }
        double shape = Math.clamp(2 - mean / spread, 0, HEAVIEST);
        return new Tail(from, (double) count / sorted.length, mean * (1 - shape), shape);
    }

    /// The share of usual values expected to be as high.
    ///
    /// @param value above [#from]
    /// @return 1 if nothing can be said
    double beyond(double value) {
        if (share == NONE) {
            return 1;
        }
        double excess = (value - from) / scale;
        return share * (shape < EXPONENTIAL ? Math.exp(-excess) : Math.pow(1 + shape * excess, -1 / shape));
    }
}
