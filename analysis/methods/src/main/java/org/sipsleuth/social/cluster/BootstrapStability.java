package org.sipsleuth.social.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.sipsleuth.run.RunMonitor;

/// How surely clusters are found again in other rows of the same kind (C. Hennig 2007,
/// *Cluster-wise assessment of cluster stability*): rows are drawn with repetition and clustered,
/// each drawn row once, as fpc's `clusterboot` does; of each cluster, as far as it was drawn, the
/// Jaccard similarity with the most similar one of those is taken.
final class BootstrapStability {

    /// How often rows are drawn.
    static final int RESAMPLES = 20;

    private final double[][] rows;
    private final int runs;
    private final long seed;

    /// @param runs of k-means for each resample
    BootstrapStability(double[][] rows, int runs, long seed) {
        this.rows = rows;
        this.runs = runs;
        this.seed = seed;
    }

    /// The mean Jaccard similarity of each cluster, 0 to 1, by the numbers of the partition: 0.75
    /// and more is stable, 0.5 and less dissolved (Hennig). NaN for a cluster that was never drawn.
    List<Double> of(Partition partition, RunMonitor monitor, Runnable eachResample) {
        double[] sums = new double[partition.count()];
        int[] drawn = new int[partition.count()];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            int[] places = new Random(seed + resample).ints(rows.length, 0, rows.length).sorted().distinct().toArray();
            double[][] some = Arrays.stream(places).mapToObj(i -> rows[i]).toArray(double[][]::new);
            int count = Math.min(partition.count(), SortedRows.of(List.of(some)).distinct());
            Partition other = Partition.of(some, count, runs, seed, monitor);
            add(jaccards(partition, other, places), sums, drawn);
            eachResample.run();
        }
        return IntStream.range(0, sums.length)
                .mapToObj(cluster -> drawn[cluster] == 0 ? Double.NaN : sums[cluster] / drawn[cluster])
                .toList();
    }

    private static void add(double[] jaccards, double[] sums, int[] drawn) {
        for (int cluster = 0; cluster < sums.length; cluster++) {
            if (!Double.isNaN(jaccards[cluster])) {
                sums[cluster] += jaccards[cluster];
                drawn[cluster]++;
            }
        }
    }

    /// Of each cluster, the similarity with the most similar one; NaN if no row of it was drawn.
    private static double[] jaccards(Partition partition, Partition other, int[] places) {
        int[][] common = new int[partition.count()][other.count()];
        int[] sizes = new int[partition.count()];
        int[] otherSizes = new int[other.count()];
        for (int i = 0; i < places.length; i++) {
            int cluster = partition.clusterOf()[places[i]];
            int found = other.clusterOf()[i];
            common[cluster][found]++;
            sizes[cluster]++;
            otherSizes[found]++;
        }
        double[] jaccards = new double[sizes.length];
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            jaccards[cluster] = sizes[cluster] == 0 ? Double.NaN : 0;
            for (int found = 0; found < otherSizes.length && sizes[cluster] > 0; found++) {
                int shared = common[cluster][found];
                double all = sizes[cluster] + otherSizes[found] - shared;
                jaccards[cluster] = Math.max(jaccards[cluster], shared / all);
            }
        }
        return jaccards;
    }
}
