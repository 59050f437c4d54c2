package org.sipsleuth.social.cluster;

import java.util.List;
import java.util.Random;
import org.sipsleuth.run.RunMonitor;

/// How much closer rows lie to the middles of their clusters than rows without clusters would (R.
/// Tibshirani, G. Walther, T. Hastie 2001): Gap(k) is the mean of ln WSS(k) over references, less
/// ln WSS(k) of the rows. References are uniform in the box of the rows along their principal
/// components (their choice b). **Higher means more clustered.**
final class GapStatistic {

    /// How many references: B.
    static final int REFERENCES = 10;

    private final double[][] rows;
    private final double[][] box; // least and largest coordinate by axis
    private final int runs;
    private final long seed;

    /// @param runs of k-means, for rows and references alike
    GapStatistic(double[][] rows, int runs, long seed) {
        this.rows = rows;
        this.runs = runs;
        this.seed = seed;
        PrincipalPlane plane = PrincipalPlane.of(List.of(rows));
        box = new double[plane.axes()][2];
        for (int axis = 0; axis < box.length; axis++) {
            box[axis][0] = Double.POSITIVE_INFINITY;
            box[axis][1] = Double.NEGATIVE_INFINITY;
            for (double[] row : rows) {
                double at = plane.coordinate(row, axis);
                box[axis][0] = Math.min(box[axis][0], at);
                box[axis][1] = Math.max(box[axis][1], at);
            }
        }
    }

    /// The gap for a number of clusters.
    ///
    /// @param gap 0 or more where the rows have clusters, in natural logarithms
    /// @param error s(k): the standard deviation over the references, times the square root of
    ///     1 + 1/B
    record Gap(double gap, double error) {}

    /// The gap of the rows' partition; NaN where the rows lie in the middles.
    ///
    /// @param monitor is asked before each run of k-means
    Gap of(Partition partition, RunMonitor monitor, Runnable eachReference) {
        double[] logs = new double[REFERENCES];
        double mean = 0;
        for (int reference = 0; reference < REFERENCES; reference++) {
            double[][] uniform = uniform(seed + reference);
            logs[reference] = Math.log(Partition.of(uniform, partition.count(), runs, seed, monitor).within());
            mean += logs[reference] / REFERENCES;
            eachReference.run();
        }
        double variance = 0;
        for (double log : logs) {
            variance += (log - mean) * (log - mean) / REFERENCES;
        }
        return new Gap(partition.within() > 0 ? mean - Math.log(partition.within()) : Double.NaN,
                Math.sqrt(variance * (1 + 1.0 / REFERENCES)));
    }

    /// A reference. Its axes are not turned back: distances stay the same.
    private double[][] uniform(long own) {
        Random random = new Random(own);
        double[][] drawn = new double[rows.length][box.length];
        for (double[] row : drawn) {
            for (int axis = 0; axis < row.length; axis++) {
                row[axis] = box[axis][0] + random.nextDouble() * (box[axis][1] - box[axis][0]);
            }
        }
        return drawn;
    }
}
