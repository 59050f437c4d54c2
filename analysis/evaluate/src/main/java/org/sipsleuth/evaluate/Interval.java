package org.sipsleuth.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// A figure of all captures with its 95 % interval: captures are drawn again and again, as many as
/// there are, since attacks of one capture are not independent (percentile bootstrap).
public final class Interval {

    private static final int DRAWS = 1_000;
    private static final double TAIL = 0.025;

    private Interval() {}

    /// Measures; draws in which the figure is not defined do not count. The same seed gives the
    /// same interval.
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
        double[] defined =
                Arrays.stream(drawn).filter(value -> !Double.isNaN(value)).sorted().toArray();
        if (defined.length == 0) {
            return new Spread(all, all, all);
        }
        int tail = (int) (defined.length * TAIL);
        return new Spread(all, defined[tail], defined[defined.length - 1 - tail]);
    }
}
