package org.sipsleuth.view.sequence.prediction;

import java.util.List;
import java.util.stream.IntStream;

/// Where a value from 0 to 1 lies on a bar. Near 1, where all thresholds of a well trained network
/// are, each further nine takes the same room (0.9, 0.99, 0.999 …); a threshold below 0.9 gets a
/// plain scale.
///
/// @param nines how many nines the bar has, or 0 for a plain scale
record NinesScale(int nines) {

    private static final int MOST_NINES = 9;
    private static final double PLAIN_BELOW = 0.9;

    /// The scale on which this threshold is seen best.
    static NinesScale around(double threshold) {
        if (!(threshold >= PLAIN_BELOW)) {
            return new NinesScale(0);
        }
        int needed = (int) Math.ceil(Math.min(MOST_NINES, ninesOf(threshold)));
        return new NinesScale(Math.clamp(needed + 1L, 2, MOST_NINES));
    }

    /// The place of a value, from 0 at the left end to 1.
    double place(double value) {
        double inside = Math.clamp(value, 0, 1);
        return nines == 0 ? inside : Math.min(1, ninesOf(inside) / nines);
    }

    /// The places of the marks inside the bar.
    List<Double> ticks() {
        return nines == 0 ? List.of(0.25, 0.5, 0.75)
                : IntStream.range(1, nines).mapToObj(i -> (double) i / nines).toList();
    }

    private static double ninesOf(double value) {
        return value >= 1 ? Double.POSITIVE_INFINITY : Math.max(0, -Math.log10(1 - value));
    }
}
