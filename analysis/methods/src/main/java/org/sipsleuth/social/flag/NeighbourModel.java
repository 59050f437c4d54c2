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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.sipsleuth.rarity.NearestRows;
import org.sipsleuth.rarity.PValue;
import org.sipsleuth.rarity.UsualDistances;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;

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

    /// A reference of more periods costs time, and says little more.
    public static final int MOST_REFERENCES = 100_000;

    private final Scaling scaling;
    private final Parts parts;
    private final NearestRows nearest;

    /// By a number of periods, the largest distances of usual users in as many.
    private final Map<Integer, UsualDistances> farthestUsual = new ConcurrentHashMap<>();

    private NeighbourModel(Scaling scaling, Parts parts) {
        this.scaling = scaling;
        this.parts = parts;
        nearest = new NearestRows(parts.rows, parts.users);
    }

    /// What was learned, to be stored.
    public static final class Parts {

        private final double[][] rows;
        private final int[] users;
        private final int[] referenceUsers;
        private final double[] distances;

        /// @param rows scaled, with which others are compared, one or more
        /// @param users of the rows, as any numbers
        /// @param referenceUsers of usual periods: the periods of a user stand together, in their
        ///     order; one or more
        /// @param distances of these periods from those of other users, 0 or more
        public Parts(double[][] rows, int[] users, int[] referenceUsers, double[] distances) {
            this.rows = rows.clone();
            this.users = users.clone();
            this.referenceUsers = referenceUsers.clone();
            this.distances = distances.clone();
        }

        /// The scaled rows with which others are compared.
        public double[][] rows() {
            return rows.clone();
        }

        /// The users of the rows.
        public int[] users() {
            return users.clone();
        }

        /// The users of the usual periods.
        public int[] referenceUsers() {
            return referenceUsers.clone();
        }

        /// How far usual periods lie from those of other users.
        public double[] distances() {
            return distances.clone();
        }
    }

    /// One that was learned before.
    ///
    /// @throws IllegalArgumentException if the numbers contradict each other
    public static NeighbourModel of(Scaling scaling, Parts parts) {
        int features = scaling.features().size();
        if (parts.rows.length == 0 || parts.users.length != parts.rows.length || parts.distances.length == 0
                || parts.referenceUsers.length != parts.distances.length
                || !Arrays.stream(parts.rows).allMatch(row -> row.length == features)
                || !Arrays.stream(parts.distances).allMatch(distance -> distance >= 0)) {
            throw new IllegalArgumentException("neighbours of " + features + " features");
        }
        return new NeighbourModel(scaling, parts);
    }

    /// Learns what is usual.
    ///
    /// @param usual rows of all users, in any order
    /// @param features those that are compared
    /// @param settings of these the most rows that others are compared with, drawn by the seed
    /// @return empty if there are fewer than ten rows, or one user only: too few to say
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Optional<NeighbourModel> learn(List<FeatureTable.Row> usual, List<Feature> features,
            FlagSettings settings, RunMonitor monitor) {
        if (usual.size() < FlagSettings.FEWEST_ROWS
                || usual.stream().mapToInt(FeatureTable.Row::user).distinct().count() < 2) {
            return Optional.empty();
        }
        Scaling scaling = Scaling.of(usual, features);
        Map<Integer, List<FeatureTable.Row>> byUser = new TreeMap<>();
        usual.forEach(row -> byUser.computeIfAbsent(row.user(), _ -> new ArrayList<>()).add(row));
        List<Integer> order = new ArrayList<>(byUser.keySet());
        Collections.shuffle(order, new Random(settings.seed()));
        List<FeatureTable.Row> all = order.stream().flatMap(user -> sorted(byUser, user)).toList();
        List<FeatureTable.Row> compared = drawn(all, settings);
        double[][] rows = compared.stream().map(scaling::scaled).toArray(double[][]::new);
        int[] users = compared.stream().mapToInt(FeatureTable.Row::user).toArray();
        List<FeatureTable.Row> referred = all.subList(0, Math.min(all.size(), MOST_REFERENCES));
        NearestRows others = new NearestRows(rows, users);
        double[] distances = referred.parallelStream().mapToDouble(row -> {
            monitor.throwIfCancelled();
            return others.distance(scaling.scaled(row), row.user());
        }).toArray();
        return Optional.of(new NeighbourModel(scaling,
                new Parts(rows, users, referred.stream().mapToInt(FeatureTable.Row::user).toArray(), distances)));
    }

    private static Stream<FeatureTable.Row> sorted(Map<Integer, List<FeatureTable.Row>> byUser, int user) {
        return Objects.requireNonNull(byUser.get(user))
                .stream()
                .sorted(Comparator.comparingInt(FeatureTable.Row::period));
    }

    private static List<FeatureTable.Row> drawn(List<FeatureTable.Row> all, FlagSettings settings) {
        if (all.size() <= settings.mostRows()) {
            return all;
        }
        return new Random(settings.seed()).ints(0, all.size())
                .distinct()
                .limit(settings.mostRows())
                .sorted()
                .mapToObj(all::get)
                .toList();
    }

    /// How far a period lies from the nearest usual ones of other users; 0 or more, high is
    /// anomalous.
    ///
    /// @param isSameRecords whether the row is of the records that were learned from, so that the
    ///     periods of its user are left out
    public double distance(FeatureTable.Row row, boolean isSameRecords) {
        return nearest.distance(scaling.scaled(row), isSameRecords ? row.user() : NearestRows.NO_GROUP);
    }

    /// Of usual users judged by as many periods, the share that is as far away, and this one with
    /// them. Users with more periods count once for each such number of them, users with fewer once.
    ///
    /// @param farthest the largest distance of the periods
    /// @param periods how many, 1 or more
    public PValue p(double farthest, int periods) {
        return farthestUsual.computeIfAbsent(periods, this::farthest).p(farthest);
    }

    private UsualDistances farthest(int periods) {
        DoubleStream.Builder farthest = DoubleStream.builder();
        int from = 0;
        int[] its = parts.referenceUsers;
        while (from < its.length) {
            int to = from + 1;
            while (to < its.length && its[to] == its[from]) {
                to++;
            }
            int blocks = Math.max(1, (to - from) / periods);
            for (int block = 0; block < blocks; block++) {
                farthest.add(max(from + block * periods, Math.min(to, from + (block + 1) * periods)));
            }
            from = to;
        }
        return new UsualDistances(farthest.build().toArray());
    }

    private double max(int from, int to) {
        double max = 0;
        for (int i = from; i < to; i++) {
            max = Math.max(max, parts.distances[i]);
        }
        return max;
    }

    /// What makes rows comparable.
    public Scaling scaling() {
        return scaling;
    }

    /// What was learned.
    public Parts parts() {
        return parts;
    }
}
