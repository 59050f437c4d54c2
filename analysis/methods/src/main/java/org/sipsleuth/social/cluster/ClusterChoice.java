package org.sipsleuth.social.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// What several criteria say about the number of clusters k of k-means (paper 5, §5.1.1, Figs 13
/// and 14). Nothing is chosen: each criterion has its own best k, and often they differ. The same
/// rows in any order and the same seed give the same values. Immutable.
///
/// WSS is that of all rows, the silhouette that of at most 1,000. Gap, mixtures and bootstrap see
/// at most [#SAMPLED] rows, drawn at random without repetition. With so many rows of twelve
/// features and k up to 15 this takes less than a minute on two cores.
public final class ClusterChoice {

    /// At most so many rows are looked at by gap, mixtures and bootstrap.
    public static final int SAMPLED = 2_000;

    /// So many runs of k-means for the sample, each reference and each resample.
    private static final int RUNS = 3;

    /// From so many partitions of a single run of k-means mixtures are fitted.
    private static final int STARTS = 10;

    /// Of a number of clusters: clusters, two mixtures, references, resamples.
    private static final int STEPS = 3 + GapStatistic.REFERENCES + BootstrapStability.RESAMPLES;

    private final int most;
    private final int sampled;
    private final Map<ClusterCriterion, double[]> values; // by k - 1; NaN where there is none
    private final double[] gapErrors;
    private final List<List<Double>> stabilities;

    private ClusterChoice(int most, int sampled, Map<ClusterCriterion, double[]> values, double[] gapErrors,
            List<List<Double>> stabilities) {
        this.most = most;
        this.sampled = sampled;
        this.values = values;
        this.gapErrors = gapErrors;
        this.stabilities = List.copyOf(stabilities);
    }

    /// Looks at k from 1 to a largest one, or to the number of different rows in the sample if that
    /// is smaller.
    ///
    /// @param rows scaled features: at least one row, all finite and of the same length
    /// @param most the largest k, 1 or more
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static ClusterChoice of(List<double[]> rows, int most, long seed, RunMonitor monitor) {
        if (rows.isEmpty() || most < 1) {
            throw new IllegalArgumentException("1 to " + most + " clusters of " + rows.size() + " rows");
        }
        return new Run(rows, most, seed, monitor).choice();
    }

    /// One computation.
    private static final class Run {

        private final List<double[]> rows;
        private final long seed;
        private final RunMonitor monitor;
        private final double[][] sample;
        private final int most;
        private final Map<ClusterCriterion, double[]> values = new EnumMap<>(ClusterCriterion.class);
        private final double[] gapErrors;
        private int steps;

        Run(List<double[]> rows, int most, long seed, RunMonitor monitor) {
            this.rows = rows;
            this.seed = seed;
            this.monitor = monitor;
            SortedRows sorted = SortedRows.of(rows).sample(SAMPLED, seed);
            sample = sorted.rows();
            this.most = Math.min(most, sorted.distinct());
            gapErrors = new double[this.most];
            for (ClusterCriterion criterion : ClusterCriterion.values()) {
                double[] none = new double[this.most];
                Arrays.fill(none, Double.NaN);
                values.put(criterion, none);
            }
        }

        ClusterChoice choice() {
            GapStatistic gaps = new GapStatistic(sample, RUNS, seed);
            BootstrapStability bootstrap = new BootstrapStability(sample, RUNS, seed);
            List<List<Double>> stabilities =
                    IntStream.rangeClosed(1, most).mapToObj(k -> look(k, gaps, bootstrap)).toList();
            return new ClusterChoice(most, sample.length, values, gapErrors, stabilities);
        }

        /// Fills the values of a number of clusters.
        ///
        /// @return the stability of each of its clusters
        private List<Double> look(int k, GapStatistic gaps, BootstrapStability bootstrap) {
            UserClusters clusters = UserClusters.of(rows, k, seed, monitor);
            set(ClusterCriterion.WITHIN, k, clusters.within());
            set(ClusterCriterion.SILHOUETTE, k, clusters.silhouette());
            step();
            Partition partition = Partition.of(sample, k, RUNS, seed, monitor);
            setMixtures(k);
            GapStatistic.Gap gap = gaps.of(partition, monitor, this::step);
            set(ClusterCriterion.GAP, k, gap.gap());
            gapErrors[k - 1] = gap.error();
            if (k == 1) {
                return List.of();
            }
            List<Double> stabilities = bootstrap.of(partition, monitor, this::step);
            set(ClusterCriterion.STABILITY, k,
                    stabilities.stream()
                            .filter(value -> !value.isNaN())
                            .mapToDouble(value -> value)
                            .average()
                            .orElse(Double.NaN));
            return stabilities;
        }

        /// Expectation maximisation ends in a local maximum; the highest one counts.
        private void setMixtures(int k) {
            List<Partition> starts = IntStream.range(0, k == 1 ? 1 : STARTS)
                    .mapToObj(start -> Partition.of(sample, k, 1, seed + start, monitor))
                    .toList();
            for (boolean isFull : new boolean[]{true, false}) {
                set(isFull ? ClusterCriterion.BIC_FULL : ClusterCriterion.BIC_DIAGONAL, k,
                        starts.stream()
                                .map(start -> GaussianMixture.bic(sample, start, isFull, monitor))
                                .flatMapToDouble(OptionalDouble::stream)
                                .max()
                                .orElse(Double.NaN));
                step();
            }
        }

        private void set(ClusterCriterion criterion, int k, double value) {
            values.getOrDefault(criterion, new double[most])[k - 1] = value;
        }

        private void step() {
            monitor.throwIfCancelled();
            steps++;
            monitor.progress(new Progress("Comparing numbers of clusters", steps,
                    (long) most * STEPS - BootstrapStability.RESAMPLES));
        }
    }

    /// The largest k that was looked at.
    public int most() {
        return most;
    }

    /// How many rows gap, mixtures and bootstrap looked at.
    public int sampled() {
        return sampled;
    }

    /// What a criterion says about a number of clusters; empty where it has no value, as for a
    /// mixture that could not be fitted.
    ///
    /// @param k 1 to [#most]
    public OptionalDouble value(ClusterCriterion criterion, int k) {
        double value = raw(criterion, k);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private double raw(ClusterCriterion criterion, int k) {
        double[] all = values.get(criterion);
        return all == null ? Double.NaN : all[k - 1];
    }

    /// The standard error s(k) of the gap, in natural logarithms.
    ///
    /// @param k 1 to [#most]
    public double gapError(int k) {
        return gapErrors[k - 1];
    }

    /// The mean Jaccard similarity of each cluster with those of the resamples, 0 to 1; the largest
    /// cluster first, NaN for one of which no row was drawn. Nothing for k = 1.
    ///
    /// @param k 1 to [#most]
    public List<Double> stabilities(int k) {
        return stabilities.get(k - 1);
    }

    /// The number of clusters that a criterion alone would choose, the smallest of equal ones;
    /// empty where it has no values, or where by its rule none of those looked at is enough.
    public OptionalInt best(ClusterCriterion criterion) {
        return switch (criterion) {
            case WITHIN -> elbow();
            case GAP -> firstGap();
            case SILHOUETTE, BIC_FULL, BIC_DIAGONAL,
                    STABILITY -> numbers(most).filter(k -> !Double.isNaN(raw(criterion, k)))
                            .boxed()
                            .max(Comparator.comparingDouble((Integer k) -> raw(criterion, k))
                                    .thenComparing(Comparator.reverseOrder()))
                            .map(OptionalInt::of)
                            .orElse(OptionalInt.empty());
        };
    }

    private static IntStream numbers(int to) {
        return IntStream.rangeClosed(1, to);
    }

    private OptionalInt firstGap() {
        return numbers(most - 1)
                .filter(k -> raw(ClusterCriterion.GAP, k) >= raw(ClusterCriterion.GAP, k + 1) - gapError(k + 1))
                .findFirst();
    }

    private OptionalInt elbow() {
        double first = raw(ClusterCriterion.WITHIN, 1);
        double last = raw(ClusterCriterion.WITHIN, most);
        if (most < 3 || first <= last) {
            return OptionalInt.empty();
        }
        int best = 1;
        double farthest = 0;
        for (int k = 2; k < most; k++) {
            double across = (k - 1.0) / (most - 1);
            double height = (raw(ClusterCriterion.WITHIN, k) - last) / (first - last);
            double below = 1 - across - height;
            if (below > farthest) {
                farthest = below;
                best = k;
            }
        }
        return farthest > 0 ? OptionalInt.of(best) : OptionalInt.empty();
    }
}
