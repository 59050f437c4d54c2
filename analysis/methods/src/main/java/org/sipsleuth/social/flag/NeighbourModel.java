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
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

    /// Of the rows of others so many are near where unusual users are among them: as much as a tenth of
    /// the users who are alike do not vouch for each other.
    private static final double NEAR_IN_MIXED = 0.1;

    /// There, the least distance of the quartiles: a share that most users have in common says little
    /// of the others.
    private static final double SPREAD_IN_MIXED = 0.5;

    private static final int NOT_MIXED = -1;

    /// In mixed records all periods of a user are one: a user is compared with users.
    private static final int ALL_PERIODS = 1_000_000;

    private final Scaling scaling;
    private final Parts parts;
    private final NearestRows nearest;

    /// The users of the reference, if all of them may be judged by it.
    private final Set<Integer> members;

    /// How many users were left out of them.
    private final int leftOut;

    /// By a number of periods, the largest distances of usual users in as many.
    private final Map<Integer, UsualDistances> farthestUsual = new ConcurrentHashMap<>();

    private NeighbourModel(Scaling scaling, Parts parts, boolean isMixed, int leftOut) {
        this.leftOut = leftOut;
        this.scaling = scaling;
        this.parts = parts;
        nearest = nearest(parts.rows, parts.users, isMixed);
        members = isMixed ? Arrays.stream(parts.referenceUsers).boxed().collect(Collectors.toSet()) : Set.of();
    }

    private static NearestRows nearest(double[][] rows, int[] users, boolean isMixed) {
        int near = isMixed ? Math.max(NearestRows.NEAREST, (int) (NEAR_IN_MIXED * rows.length)) : NearestRows.NEAREST;
        return new NearestRows(rows, users, near);
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
        return new NeighbourModel(scaling, parts, false, 0);
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
        return learn(usual, features, NOT_MIXED, settings, monitor);
    }

    /// The same of users who are judged themselves, and unusual ones may be among them: more rows of
    /// others are near, the tail is that of the bulk, and nobody counts as an example of itself.
    ///
    /// @param leftOut how many users are left out, who lie farther away
    static Optional<NeighbourModel> learnMixed(List<FeatureTable.Row> all, List<Feature> features, int leftOut,
            FlagSettings settings, RunMonitor monitor) {
        return learn(all, features, leftOut, settings, monitor);
    }

    private static Optional<NeighbourModel> learn(List<FeatureTable.Row> usual, List<Feature> features,
            int leftOut, FlagSettings settings, RunMonitor monitor) {
        boolean isMixed = leftOut != NOT_MIXED;
        if (usual.size() < FlagSettings.FEWEST_ROWS
                || usual.stream().mapToInt(FeatureTable.Row::user).distinct().count() < 2) {
            return Optional.empty();
        }
        Scaling scaling =
                isMixed ? Scaling.of(usual, features, SPREAD_IN_MIXED) : Scaling.of(usual, features);
        Map<Integer, List<FeatureTable.Row>> byUser = new TreeMap<>();
        usual.forEach(row -> byUser.computeIfAbsent(row.user(), _ -> new ArrayList<>()).add(row));
        List<Integer> order = new ArrayList<>(byUser.keySet());
        Collections.shuffle(order, new Random(settings.seed()));
        List<FeatureTable.Row> all = order.stream().flatMap(user -> sorted(byUser, user)).toList();
        List<FeatureTable.Row> compared = drawn(all, settings);
        double[][] rows = compared.stream().map(scaling::scaled).toArray(double[][]::new);
        int[] users = compared.stream().mapToInt(FeatureTable.Row::user).toArray();
        List<FeatureTable.Row> referred = all.subList(0, Math.min(all.size(), MOST_REFERENCES));
        NearestRows others = nearest(rows, users, isMixed);
        double[] distances = referred.parallelStream().mapToDouble(row -> {
            monitor.throwIfCancelled();
            return others.distance(scaling.scaled(row), row.user());
        }).toArray();
        return Optional.of(new NeighbourModel(scaling,
                new Parts(rows, users, referred.stream().mapToInt(FeatureTable.Row::user).toArray(), distances),
                isMixed, leftOut));
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

    /// How many usual users are referred to.
    public int users() {
        return (int) Arrays.stream(parts.referenceUsers).distinct().count();
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
        return usual(periods).p(farthest);
    }

    /// The same of a user; none is an example of itself.
    PValue p(int user, double farthest, int periods) {
        return members.contains(user) ? usual(periods).pOfMember(farthest) : p(farthest, periods);
    }

    /// How rare such a distance is by the tail of the usual ones alone.
    double rarity(double farthest, int periods) {
        return usual(periods).rarity(farthest);
    }

    private UsualDistances usual(int periods) {
        return farthestUsual.computeIfAbsent(members.isEmpty() ? periods : ALL_PERIODS, this::farthest);
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
        double[] distances = farthest.build().toArray();
        return members.isEmpty() ? new UsualDistances(distances) : UsualDistances.mixed(distances, leftOut);
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
