package org.sipsleuth.social.flag;

import java.util.Random;
import java.util.stream.IntStream;
import smile.math.MathEx;

/// The width of a Gaussian kernel: the median distance of two rows, of 2,000 pairs drawn by a seed.
public final class KernelWidth {

    private static final int PAIRS = 2_000;

    private KernelWidth() {}

    /// That of some rows.
    ///
    /// @param rows one or more
    /// @param least what it is at least, as where most rows are equal
    public static double of(double[][] rows, double least, long seed) {
        Random random = new Random(seed);
        double[] distances = IntStream.range(0, PAIRS)
                .mapToDouble(_ -> MathEx.distance(rows[random.nextInt(rows.length)], rows[random.nextInt(rows.length)]))
                .sorted()
                .toArray();
        return Math.max(least, distances[PAIRS / 2]);
    }
}
