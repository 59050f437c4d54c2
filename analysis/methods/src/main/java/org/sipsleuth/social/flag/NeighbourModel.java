package org.sipsleuth.social.flag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import smile.math.MathEx;

/// What is usual of all users: how far a period lies from the five nearest usual periods of other
/// users, on average. Higher distances are more anomalous. A distance becomes a conformal p-value
/// (V. Vovk et al., Algorithmic Learning in a Random World, 2005): the share of usual users who
/// were as far from the others in as many periods. The same rows and the same seed give the same
/// model. Immutable; any thread.
public final class NeighbourModel {

    /// The features that do not depend on how long was looked: not the share of days with a call,
    /// which a period that is cut off changes, and not calls to somebody never called before, which
    /// all are at the beginning.
    public static final List<Feature> COMPARABLE = Arrays.stream(Feature.values())
            .filter(feature -> feature != Feature.ACTIVE_DAYS && feature != Feature.NEW_CALLEES)
            .toList();

    private static final int NEAREST = 5;

    /// A user of other records.
    private static final int NOBODY = -1;

    private static final Comparator<FeatureTable.Row> BY_PERIOD = Comparator.comparingInt(FeatureTable.Row::period);

    private final Scaling scaling;
    private final double[][] rows;
    private final int[] users;
    private final double[] distances;

    private NeighbourModel(Scaling scaling, double[][] rows, int[] users, double[] distances) {
        this.scaling = scaling;
        this.rows = rows;
        this.users = users;
        this.distances = distances;
    }

    /// Learns what is usual.
    ///
    /// @param usual rows of all users, in any order
    /// @param features those that are compared
    /// @param settings of these the most rows and the seed: whole users are drawn
    /// @return empty if there are fewer than ten rows, or one user only: too few to say
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Optional<NeighbourModel> learn(List<FeatureTable.Row> usual, List<Feature> features,
            FlagSettings settings, RunMonitor monitor) {
        List<FeatureTable.Row> drawn = drawn(usual, settings);
        if (drawn.size() < FlagSettings.FEWEST_ROWS || drawn.getFirst().user() == drawn.getLast().user()) {
            return Optional.empty();
        }
        Scaling scaling = Scaling.of(usual, features);
        double[][] rows = drawn.stream().map(scaling::scaled).toArray(double[][]::new);
        int[] users = drawn.stream().mapToInt(FeatureTable.Row::user).toArray();
        double[] distances = IntStream.range(0, rows.length).parallel().mapToDouble(row -> {
            monitor.throwIfCancelled();
            return distance(rows[row], users[row], rows, users);
        }).toArray();
        return Optional.of(new NeighbourModel(scaling, rows, users, distances));
    }

    /// Whole users, by user and period.
    private static List<FeatureTable.Row> drawn(List<FeatureTable.Row> usual, FlagSettings settings) {
        Map<Integer, List<FeatureTable.Row>> byUser = new TreeMap<>();
        usual.forEach(row -> byUser.computeIfAbsent(row.user(), _ -> new ArrayList<>()).add(row));
        List<Integer> order = new ArrayList<>(byUser.keySet());
        if (usual.size() > settings.mostRows()) {
            Collections.shuffle(order, new Random(settings.seed()));
        }
        Map<Integer, List<FeatureTable.Row>> taken = new TreeMap<>();
        int count = 0;
        for (int user : order) {
            List<FeatureTable.Row> its = Objects.requireNonNull(byUser.get(user));
            count += its.size();
            if (count > settings.mostRows() && !taken.isEmpty()) {
                break;
            }
            taken.put(user, its);
        }
        return taken.values().stream().flatMap(its -> its.stream().sorted(BY_PERIOD)).toList();
    }

    /// How far a row lies from those of other users.
    private static double distance(double[] row, int user, double[][] rows, int[] users) {
        double[] nearest = new double[NEAREST];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int i = 0; i < rows.length; i++) {
            if (users[i] != user) {
                insert(nearest, MathEx.distance(rows[i], row));
            }
        }
        return Arrays.stream(nearest).filter(Double::isFinite).average().orElse(0);
    }

    private static void insert(double[] nearest, double distance) {
        int place = NEAREST - 1;
        if (distance >= nearest[place]) {
            return;
        }
        for (; place > 0 && nearest[place - 1] > distance; place--) {
            nearest[place] = nearest[place - 1];
        }
        nearest[place] = distance;
    }

    /// How far a period lies from the nearest usual ones of other users; 0 or more, high is
    /// anomalous.
    ///
    /// @param row of a user of the same records as those learned from, whose own periods are left
    ///     out; empty if it is known to be of other records
    public double distance(FeatureTable.Row row, boolean isSameRecords) {
        return distance(scaling.scaled(row), isSameRecords ? row.user() : NOBODY, rows, users);
    }

    /// Of usual users judged by as many periods, the share that is as far away, and this one with
    /// them: above 0, to 1; low is anomalous. Users with more periods count once for each such
    /// number of them, users with fewer once.
    ///
    /// @param farthest the largest distance of the periods
    /// @param periods how many, 1 or more
    public PValue p(double farthest, int periods) {
        int all = 0;
        int asFar = 0;
        int from = 0;
        while (from < users.length) {
            int to = from + 1;
            while (to < users.length && users[to] == users[from]) {
                to++;
            }
            int blocks = Math.max(1, (to - from) / periods);
            for (int block = 0; block < blocks; block++) {
                int end = Math.min(to, from + (block + 1) * periods);
                asFar += max(from + block * periods, end) >= farthest ? 1 : 0;
            }
            all += blocks;
            from = to;
        }
        return new PValue(asFar, all);
    }

    private double max(int from, int to) {
        double max = 0;
        for (int i = from; i < to; i++) {
            max = Math.max(max, distances[i]);
        }
        return max;
    }
}
