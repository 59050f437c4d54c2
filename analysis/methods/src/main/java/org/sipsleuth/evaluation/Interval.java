package org.sipsleuth.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// A figure with its 95 % interval.
public final class Interval {

    private static final int DRAWS = 1_000;
    private static final double TAIL = 0.025;

    /// The square of the quantile of the normal distribution.
    private static final double SQUARE = 1.959964 * 1.959964;

    private Interval() {}

    /// A share with the interval that the number of observations allows (Wilson's score interval).
    /// Where three of three are right, the share may be 0.44.
    ///
    /// @param all at least one
    public static Spread ofShare(long right, long all) {
        double share = (double) right / all;
        double middle = (share + SQUARE / (2 * all)) / (1 + SQUARE / all);
        double half = Math.sqrt(SQUARE * (share * (1 - share) + SQUARE / (4 * all)) / all) / (1 + SQUARE / all);
        return new Spread(share, right == 0 ? 0 : Math.max(0, middle - half),
                right == all ? 1 : Math.min(1, middle + half));
    }

    /// A figure of all captures: captures are drawn again and again, as many as there are, since
    /// attacks of one capture are not independent (percentile bootstrap). Draws in which the figure
    /// is not defined do not count. The same seed gives the same interval.
    ///
    /// @param figure NaN where it is not defined, as precision without a claim
    public static <T> Spread of(List<T> captures, long seed, ToDoubleFunction<List<T>> figure) {
        double all = figure.applyAsDouble(captures);
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            List<T> some = new ArrayList<>(captures.size());
            for (int k = 0; k < captures.size(); k++) {
                some.add(captures.get(random.nextInt(captures.size())));
            }
            drawn[i] = figure.applyAsDouble(some);
        }
        double[] defined = Arrays.stream(drawn).filter(value -> !Double.isNaN(value)).sorted().toArray();
        if (defined.length == 0) {
            return new Spread(all, all, all);
        }
        int tail = (int) (defined.length * TAIL);
        return new Spread(all, defined[tail], defined[defined.length - 1 - tail]);
    }
}
