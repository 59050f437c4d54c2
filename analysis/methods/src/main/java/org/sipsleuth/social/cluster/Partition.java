package org.sipsleuth.social.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.sipsleuth.run.RunMonitor;
import smile.clustering.CentroidClustering;
import smile.clustering.KMeans;
import smile.math.MathEx;

/// Rows divided by k-means (Smile, Lloyd's algorithm from k-means++ seeds). Clusters are numbered
/// by size, the largest first. The same rows in the same order and the same seed give the same
/// partition. Immutable.
final class Partition {

    private static final int MOST_STEPS = 100;

    private final int[] clusterOf;
    private final double[][] centres;
    private final double within;

    private Partition(double[][] rows, int[] clusterOf, int count) {
        this.clusterOf = clusterOf;
        centres = centres(rows, clusterOf, count);
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += squared(rows[i], centres[clusterOf[i]]);
        }
        within = sum;
    }

    /// The best of several runs.
    ///
    /// @param rows at least one
    /// @param count how many clusters, 1 or more; at most as many as there are different rows
    /// @param runs how often k-means is run from other seeds, 1 or more
    static Partition of(double[][] rows, int count, int runs, long seed, RunMonitor monitor) {
        int[] best = new int[rows.length];
        if (count > 1) {
            double least = Double.POSITIVE_INFINITY;
            for (int run = 0; run < runs; run++) {
                monitor.throwIfCancelled();
                MathEx.setSeed(seed + run);
                CentroidClustering<double[], double[]> found = KMeans.lloyd(rows, count, MOST_STEPS);
                if (found.distortion() < least) {
                    least = found.distortion();
                    best = found.group().clone();
                }
            }
        }
        return new Partition(rows, bySize(best, count), count);
    }

    private static int[] bySize(int[] groups, int count) {
        int[] sizes = new int[count];
        int[] first = new int[count];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int i = 0; i < groups.length; i++) {
            sizes[groups[i]]++;
            first[groups[i]] = Math.min(first[groups[i]], i);
        }
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingInt((Integer each) -> -sizes[each]).thenComparingInt(each -> first[each]))
                .mapToInt(each -> each)
                .toArray();
        int[] numbers = new int[count];
        IntStream.range(0, count).forEach(i -> numbers[order[i]] = i);
        return Arrays.stream(groups).map(each -> numbers[each]).toArray();
    }

    private static double[][] centres(double[][] rows, int[] clusterOf, int count) {
        double[][] sums = new double[count][rows[0].length];
        int[] sizes = new int[count];
        for (int i = 0; i < rows.length; i++) {
            sizes[clusterOf[i]]++;
            for (int j = 0; j < rows[i].length; j++) {
                sums[clusterOf[i]][j] += rows[i][j];
            }
        }
        for (int cluster = 0; cluster < count; cluster++) {
            for (int j = 0; j < sums[cluster].length; j++) {
                sums[cluster][j] /= Math.max(1, sizes[cluster]);
            }
        }
        return sums;
    }

    /// The squared Euclidean distance.
    static double squared(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += (one[j] - other[j]) * (one[j] - other[j]);
        }
        return sum;
    }

    int count() {
        return centres.length;
    }

    /// The cluster of each row, from 0; not a copy.
    int[] clusterOf() {
        return clusterOf;
    }

    /// The centroids, clusters by columns; not a copy.
    double[][] centres() {
        return centres;
    }

    /// The sum of squared distances from the centroids (WSS).
    double within() {
        return within;
    }
}
