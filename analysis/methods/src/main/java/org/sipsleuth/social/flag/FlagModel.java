package org.sipsleuth.social.flag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import smile.anomaly.SVM;
import smile.math.MathEx;
import smile.math.kernel.GaussianKernel;
import smile.model.svm.KernelMachine;

/// What is usual in a group of users: a one-class SVM of their periods (paper 5, §5; B. Schölkopf
/// et al., Neural Computation 13, 2001). Lower scores are more anomalous. A user is flagged when
/// one of its periods is. The threshold is that below which the stated share of usual users has a
/// period, each scored by a machine that does not know it (five parts). The same rows and the same
/// seed give the same model. Immutable; any thread.
public final class FlagModel {

    private static final int PARTS = 5;
    private static final double TOLERANCE = 1e-3;
    private static final double LEAST_WIDTH = 0.5;

    /// Of the distance, too little to decide where the Gaussians differ.
    private static final double SHARE_OF_DISTANCE = 1e-3;

    private final Scaling scaling;
    private final double width;
    private final KernelMachine<double[]> machine;
    private final double threshold;

    private FlagModel(Scaling scaling, double width, KernelMachine<double[]> machine, double threshold) {
        this.scaling = scaling;
        this.width = width;
        this.machine = machine;
        this.threshold = threshold;
    }

    /// One that was learned before.
    ///
    /// @param border its numbers
    /// @throws IllegalArgumentException if they contradict each other
    public static FlagModel of(Scaling scaling, Border border, double threshold) {
        int features = scaling.features().size();
        if (border.vectors().length == 0 || border.vectors().length != border.weights().length
                || !Arrays.stream(border.vectors()).allMatch(row -> row.length == features) || !(border.width() > 0)) {
            throw new IllegalArgumentException("a border of " + features + " features");
        }
        return new FlagModel(scaling, border.width(), new KernelMachine<>(new GaussianKernel(border.width()),
                border.vectors(), border.weights(), border.intercept()), threshold);
    }

    /// The border of what is usual: the sum of Gaussians about its support vectors, and an
    /// intercept.
    public static final class Border {

        private final double width;
        private final double[][] vectors;
        private final double[] weights;
        private final double intercept;

        /// @param width of the Gaussians, above 0
        /// @param vectors scaled rows
        /// @param weights of the vectors
        public Border(double width, double[][] vectors, double[] weights, double intercept) {
            this.width = width;
            this.vectors = vectors.clone();
            this.weights = weights.clone();
            this.intercept = intercept;
        }

        /// The width of the Gaussians.
        public double width() {
            return width;
        }

        /// The support vectors: scaled rows.
        public double[][] vectors() {
            return vectors.clone();
        }

        /// The weight of each vector.
        public double[] weights() {
            return weights.clone();
        }

        /// What is added to the sum.
        public double intercept() {
            return intercept;
        }
    }

    /// Learns what is usual.
    ///
    /// @param usual rows of one group
    /// @param features those that are compared
    /// @return empty if there are fewer than ten rows: too few to say
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Optional<FlagModel> learn(List<FeatureTable.Row> usual, List<Feature> features, FlagSettings settings,
            RunMonitor monitor) {
        if (usual.size() < FlagSettings.FEWEST_ROWS) {
            return Optional.empty();
        }
        Scaling scaling = Scaling.of(usual, features);
        SVM<double[]> machine = machine(usual, scaling, settings);
        monitor.throwIfCancelled();
        double threshold = threshold(heldOut(usual, scaling, settings, monitor), settings.falseAlarms());
        double width = KernelWidth.of(drawn(usual, scaling, settings), LEAST_WIDTH, settings.seed());
        return Optional.of(new FlagModel(scaling, width, machine, threshold));
    }

    private static SVM<double[]> machine(List<FeatureTable.Row> usual, Scaling scaling, FlagSettings settings) {
        double[][] drawn = drawn(usual, scaling, settings);
        MathEx.setSeed(settings.seed());
        return SVM.fit(drawn, new GaussianKernel(KernelWidth.of(drawn, LEAST_WIDTH, settings.seed())),
                new SVM.Options(nu(settings, drawn.length), TOLERANCE));
    }

    /// The lowest score of each usual user, by a machine that has not seen any of its rows: few
    /// rows are learned by heart, so that those of others would look odd.
    private static Collection<Double> heldOut(List<FeatureTable.Row> usual, Scaling scaling, FlagSettings settings,
            RunMonitor monitor) {
        List<Double> lowest = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int its = part;
            List<FeatureTable.Row> others = usual.stream().filter(row -> row.user() % PARTS != its).toList();
            List<FeatureTable.Row> held = usual.stream().filter(row -> row.user() % PARTS == its).toList();
            if (others.size() >= FlagSettings.FEWEST_ROWS && !held.isEmpty()) {
                monitor.throwIfCancelled();
                lowest.addAll(lowest(held, scaling, machine(others, scaling, settings)).values());
            }
        }
        return lowest.isEmpty() ? lowest(usual, scaling, machine(usual, scaling, settings)).values() : lowest;
    }

    /// The share of rows outside: at least one of them.
    private static double nu(FlagSettings settings, int rows) {
        return Math.max(settings.falseAlarms(), 2.0 / rows);
    }

    private static double[][] drawn(List<FeatureTable.Row> usual, Scaling scaling, FlagSettings settings) {
        double[][] scaled = usual.stream().map(scaling::scaled).toArray(double[][]::new);
        Arrays.sort(scaled, Arrays::compare);
        if (scaled.length <= settings.mostRows()) {
            return scaled;
        }
        return new Random(settings.seed()).ints(0, scaled.length)
                .distinct()
                .limit(settings.mostRows())
                .sorted()
                .mapToObj(i -> scaled[i])
                .toArray(double[][]::new);
    }

    private static Map<Integer, Double> lowest(List<FeatureTable.Row> rows, Scaling scaling, SVM<double[]> machine) {
        double[] scores = rows.parallelStream().mapToDouble(row -> score(scaling.scaled(row), machine)).toArray();
        Map<Integer, Double> lowest = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            lowest.merge(rows.get(i).user(), scores[i], Math::min);
        }
        return lowest;
    }

    private static double threshold(Collection<Double> lowest, double share) {
        double[] sorted = lowest.stream().mapToDouble(each -> each).sorted().toArray();
        int place = Math.max(1, (int) (share * sorted.length)); // the oddest alone says nothing
        return sorted[Math.min(sorted.length - 1, place)];
    }

    /// The users with a period below the threshold, the lowest score first.
    ///
    /// @param rows of the group
    /// @param isJudged the rows by which users are flagged; the others are their past
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public List<FlaggedUser> flagged(List<FeatureTable.Row> rows, Predicate<FeatureTable.Row> isJudged,
            RunMonitor monitor) {
        double[] scores =
                rows.parallelStream().mapToDouble(row -> isJudged.test(row) ? score(row) : Double.MAX_VALUE).toArray();
        monitor.throwIfCancelled();
        Map<Integer, List<Integer>> byUser = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] < threshold) {
                byUser.computeIfAbsent(rows.get(i).user(), _ -> new ArrayList<>()).add(i);
            }
        }
        Map<Integer, List<FeatureTable.Row>> all = new HashMap<>();
        for (FeatureTable.Row row : rows) {
            if (byUser.containsKey(row.user())) {
                all.computeIfAbsent(row.user(), _ -> new ArrayList<>()).add(row);
            }
        }
        List<FlaggedUser> found = new ArrayList<>();
        byUser.forEach((user, odd) -> {
            int oddest = odd.stream().min(Comparator.comparingDouble(i -> scores[i])).orElseThrow();
            found.add(new FlaggedUser(user, odd.stream().map(i -> rows.get(i).period()).toList(), scores[oddest],
                    FlagReasons.of(rows.get(oddest), all.getOrDefault(user, List.of()), scaling)));
        });
        found.sort(Comparator.comparingDouble(FlaggedUser::score).thenComparingInt(FlaggedUser::user));
        return found;
    }

    /// The distance of a row to the border of what is usual; lower is more anomalous.
    public double score(FeatureTable.Row row) {
        return score(scaling.scaled(row), machine);
    }

    /// Far from all support vectors the Gaussians vanish and the score of a machine is the same
    /// everywhere; there the distance to the nearest of them decides.
    private static double score(double[] scaled, KernelMachine<double[]> machine) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double[] vector : machine.vectors()) {
            nearest = Math.min(nearest, MathEx.distance(vector, scaled));
        }
        return machine.score(scaled) - SHARE_OF_DISTANCE * nearest;
    }

    /// Rows below it are flagged.
    public double threshold() {
        return threshold;
    }

    /// What makes rows comparable.
    public Scaling scaling() {
        return scaling;
    }

    /// The numbers of the machine.
    public Border border() {
        return new Border(width, machine.vectors(), machine.weights(), machine.intercept());
    }
}
