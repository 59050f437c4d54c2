package org.sipsleuth.social.flag;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;

/// What is usual of the users of some records, for themselves: those are peeled off, from outside
/// in, who lie farther from the others than the tail of the distances explains, until what is
/// learned from the rest flags nobody else.
public final class RestOfRecords {

    /// With fewer users their tail says too little for a p-value that is low enough for one flag.
    public static final int FEWEST_USERS = 80;

    /// Those by which users of one place are compared: how many calls, in which direction, to how many,
    /// how long. Few users show what others do rarely.
    public static final List<Feature> COMPARED = List.of(Feature.INTERACTIVITY, Feature.SOCIALITY, Feature.CALLS_MADE,
            Feature.CALLS_RECEIVED, Feature.MINUTES);

    private static final int MOST_ROUNDS = 5;

    /// More are no exceptions; so many who are alike would vouch for each other.
    private static final double MOST_PEELED = 0.1;

    /// More rows to compare with take longer, and say little more.
    private static final FlagSettings SETTINGS = new FlagSettings(0.003, 1_000, 1);

    private RestOfRecords() {}

    /// Learns from the rest.
    ///
    /// @param rows periods of all users who are judged
    /// @param share of the flags that may be false on average, above 0, to 1
    /// @return empty if there are fewer than [#FEWEST_USERS] users: too few to say
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Optional<NeighbourModel> learn(List<FeatureTable.Row> rows, double share, RunMonitor monitor) {
        long users = rows.stream().mapToInt(FeatureTable.Row::user).distinct().count();
        return users < FEWEST_USERS ? Optional.empty() : peeled(rows, (int) (MOST_PEELED * users), share, monitor);
    }

    private static Optional<NeighbourModel> peeled(List<FeatureTable.Row> rows, int most, double share,
            RunMonitor monitor) {
        Set<Integer> peeled = Set.of();
        Optional<NeighbourModel> rest = of(rows, peeled, monitor);
        for (int round = 0; round < MOST_ROUNDS && rest.isPresent(); round++) {
            Set<Integer> next = unusual(rows, rest.get(), most, share, monitor);
            next.addAll(peeled);
            if (next.size() == peeled.size()) {
                break;
            }
            peeled = next;
            rest = of(rows, peeled, monitor);
        }
        return rest;
    }

    private static Optional<NeighbourModel> of(List<FeatureTable.Row> rows, Set<Integer> without, RunMonitor monitor) {
        monitor.throwIfCancelled();
        return NeighbourModel.learnMixed(rows.stream().filter(row -> !without.contains(row.user())).toList(), COMPARED,
                without.size(), SETTINGS, monitor);
    }

    private static Set<Integer> unusual(List<FeatureTable.Row> rows, NeighbourModel rest, int most, double share,
            RunMonitor monitor) {
        List<NeighbourFlags.Judged> users = NeighbourFlags.of(rows, rest, true, share, monitor).users();
        double[] rarities =
                users.stream().mapToDouble(user -> rest.rarity(user.distance(), user.periods())).toArray();
        FalseFlags flags = FalseFlags.of(rarities, share);
        Set<Integer> unusual = new HashSet<>();
        for (int i = 0; i < rarities.length && unusual.size() < most; i++) {
            if (flags.flagged() > 0 && rarities[i] <= flags.limit()) {
                unusual.add(users.get(i).user());
            }
        }
        return unusual;
    }
}
