package org.sipsleuth.social.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipsleuth.run.RunMonitor;
import smile.clustering.CentroidClustering;
import smile.clustering.KMeans;
import smile.math.MathEx;

/// Clusters of users by k-means (paper 5, §4.2), the best of ten beginnings. Clusters are numbered
/// by their size, the largest first. The same rows and the same seed give the same clusters.
public final class UserClusters {

    private static final int BEGINNINGS = 10;
    private static final int MOST_STEPS = 100;
    private static final int SAMPLED = 1_000;

    private final int[] clusterOf;
    private final double[][] centres;
    private final double within;
    private final double silhouette;

    private UserClusters(int[] clusterOf, double[][] centres, double within, double silhouette) {
        this.clusterOf = clusterOf;
        this.centres = centres;
        this.within = within;
        this.silhouette = silhouette;
    }

    /// Clusters rows.
    ///
    /// @param rows scaled features; their order makes no difference but for the numbers of rows
    /// @param wanted how many clusters, 1 or more; fewer where there are fewer different rows
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static UserClusters of(List<double[]> rows, int wanted, long seed, RunMonitor monitor) {
        if (rows.isEmpty() || wanted < 1) {
            throw new IllegalArgumentException(wanted + " clusters of " + rows.size() + " rows");
        }
        Integer[] order = new Integer[rows.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(rows::get, Arrays::compare));
        double[][] sorted = Arrays.stream(order).map(rows::get).toArray(double[][]::new);
        int count = Math.min(wanted, distinct(sorted));
        int[] best = new int[sorted.length];
        if (count > 1) {
            double least = Double.POSITIVE_INFINITY;
            for (int beginning = 0; beginning < BEGINNINGS; beginning++) {
                monitor.throwIfCancelled();
                MathEx.setSeed(seed + beginning);
                CentroidClustering<double[], double[]> found =
                        KMeans.fit(sorted, count, MOST_STEPS);
                if (found.distortion() < least) {
                    least = found.distortion();
                    best = found.group().clone();
                }
            }
        }
        return numbered(sorted, order, best, count, seed);
    }

    private static int distinct(double[][] sorted) {
        Set<List<Double>> seen = new HashSet<>();
        for (double[] row : sorted) {
            seen.add(Arrays.stream(row).boxed().toList());
        }
        return seen.size();
    }

    private static UserClusters numbered(
            double[][] sorted, Integer[] order, int[] groups, int count, long seed) {
        int[] sizes = new int[count];
        int[] first = new int[count];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int i = 0; i < groups.length; i++) {
            sizes[groups[i]]++;
            first[groups[i]] = Math.min(first[groups[i]], i);
        }
        int[] bySize =
                IntStream.range(0, count)
                        .boxed()
                        .sorted(
                                Comparator.comparingInt((Integer each) -> -sizes[each])
                                        .thenComparingInt(each -> first[each]))
                        .mapToInt(each -> each)
                        .toArray();
        int[] numbers = new int[count];
        IntStream.range(0, count).forEach(i -> numbers[bySize[i]] = i);
        int[] inOrder = IntStream.of(groups).map(each -> numbers[each]).toArray();
        double[][] centres = centres(sorted, inOrder, count);
        double within = 0;
        int[] clusterOf = new int[groups.length];
        for (int i = 0; i < groups.length; i++) {
            clusterOf[order[i]] = inOrder[i];
            within += squared(sorted[i], centres[inOrder[i]]);
        }
        return new UserClusters(
                clusterOf, centres, within, silhouette(sorted, inOrder, count, seed));
    }

    private static double[][] centres(double[][] rows, int[] groups, int count) {
        double[][] sums = new double[count][rows[0].length];
        int[] sizes = new int[count];
        for (int i = 0; i < rows.length; i++) {
            sizes[groups[i]]++;
            for (int j = 0; j < rows[i].length; j++) {
                sums[groups[i]][j] += rows[i][j];
            }
        }
        for (int cluster = 0; cluster < count; cluster++) {
            for (int j = 0; j < sums[cluster].length; j++) {
                sums[cluster][j] /= Math.max(1, sizes[cluster]);
            }
        }
        return sums;
    }

    private static double squared(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += (one[j] - other[j]) * (one[j] - other[j]);
        }
        return sum;
    }

    /// The mean silhouette (P. J. Rousseeuw 1987) of a thousand rows drawn at random; NaN for one
    /// cluster.
    private static double silhouette(double[][] rows, int[] groups, int count, long seed) {
        if (count < 2) {
            return Double.NaN;
        }
        int[] drawn =
                rows.length <= SAMPLED
                        ? IntStream.range(0, rows.length).toArray()
                        : new Random(seed)
                                .ints(0, rows.length)
                                .distinct()
                                .limit(SAMPLED)
                                .sorted()
                                .toArray();
        double sum = 0;
        for (int one : drawn) {
            double[] distances = new double[count];
            int[] sizes = new int[count];
            for (int other : drawn) {
                if (other != one) {
                    distances[groups[other]] += Math.sqrt(squared(rows[one], rows[other]));
                    sizes[groups[other]]++;
                }
            }
            int own = groups[one];
            double nearest = Double.POSITIVE_INFINITY;
            for (int cluster = 0; cluster < count; cluster++) {
                if (cluster != own && sizes[cluster] > 0) {
                    nearest = Math.min(nearest, distances[cluster] / sizes[cluster]);
                }
            }
            if (sizes[own] > 0 && nearest < Double.POSITIVE_INFINITY) {
                double mine = distances[own] / sizes[own];
                double larger = Math.max(mine, nearest);
                sum += larger == 0 ? 0 : (nearest - mine) / larger;
            }
        }
        return sum / drawn.length;
    }

    /// How many clusters there are.
    public int count() {
        return centres.length;
    }

    /// The cluster of a row, from 0.
    public int of(int row) {
        return clusterOf[row];
    }

    /// The middle of a cluster in scaled features.
    public double[] centre(int cluster) {
        return centres[cluster].clone();
    }

    /// The sum of squared distances from the middles (WSS); falls with the number of clusters.
    public double within() {
        return within;
    }

    /// How well rows fit their cluster, against the next one, -1 to 1; NaN for one cluster.
    public double silhouette() {
        return silhouette;
    }
}
