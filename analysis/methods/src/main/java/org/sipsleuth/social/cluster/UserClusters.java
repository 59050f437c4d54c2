package org.sipsleuth.social.cluster;

import java.util.List;
import org.sipsleuth.run.RunMonitor;

/// Clusters of users by k-means (paper 5, §4.2), the best of ten beginnings. Clusters are numbered
/// by their size, the largest first. The same rows and the same seed give the same clusters.
public final class UserClusters {

    private static final int BEGINNINGS = 10;
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
        SortedRows sorted = SortedRows.of(rows);
        int count = Math.min(wanted, sorted.distinct());
        Partition found = Partition.of(sorted.rows(), count, BEGINNINGS, seed, monitor);
        int[] clusterOf = new int[rows.size()];
        for (int place = 0; place < clusterOf.length; place++) {
            clusterOf[sorted.given(place)] = found.clusterOf()[place];
        }
        return new UserClusters(clusterOf, found.centres(), found.within(),
                silhouette(sorted.rows(), found.clusterOf(), count, seed));
    }

    /// The mean silhouette (P. J. Rousseeuw 1987) of a thousand rows drawn at random; NaN for one
    /// cluster.
    private static double silhouette(double[][] rows, int[] groups, int count, long seed) {
        if (count < 2) {
            return Double.NaN;
        }
        int[] drawn = SortedRows.sample(rows.length, SAMPLED, seed);
        double sum = 0;
        for (int one : drawn) {
            double[] distances = new double[count];
            int[] sizes = new int[count];
            for (int other : drawn) {
                if (other != one) {
                    distances[groups[other]] += Math.sqrt(Partition.squared(rows[one], rows[other]));
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
