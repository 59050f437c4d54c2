package org.sipsleuth.social.flag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sipsleuth.rarity.PValue;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.feature.FeatureTable;

/// How unlike the usual ones each judged user is, the most anomalous first.
///
/// @param users each that was judged
/// @param flags how many of them are flagged: the first
public record NeighbourFlags(List<Judged> users, FalseFlags flags) {

    /// One flag in twenty.
    public static final double USUAL_SHARE = 0.05;

    /// Takes a copy.
    public NeighbourFlags {
        users = List.copyOf(users);
    }

    /// One user.
    ///
    /// @param user as a number of the records' users
    /// @param row the period that lies farthest from those of others
    /// @param distance of it; 0 or more, high is anomalous
    /// @param periods in how many it was judged, 1 or more
    public record Judged(int user, FeatureTable.Row row, double distance, int periods, PValue p) {}

    /// Judges users by the farthest of their periods.
    ///
    /// @param rows those that are judged
    /// @param areSameRecords whether the model was learned from earlier periods of the same records
    /// @param share of the flags that may be false on average, above 0, to 1
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static NeighbourFlags of(List<FeatureTable.Row> rows, NeighbourModel model, boolean areSameRecords,
            double share, RunMonitor monitor) {
        double[] distances = rows.parallelStream().mapToDouble(row -> {
            monitor.throwIfCancelled();
            return model.distance(row, areSameRecords);
        }).toArray();
        Map<Integer, List<Integer>> byUser = new TreeMap<>();
        for (int i = 0; i < distances.length; i++) {
            byUser.computeIfAbsent(rows.get(i).user(), _ -> new ArrayList<>()).add(i);
        }
        List<Judged> judged = new ArrayList<>();
        byUser.forEach((user, its) -> {
            int farthest = its.getFirst();
            for (int i : its) {
                farthest = distances[i] > distances[farthest] ? i : farthest;
            }
            judged.add(new Judged(user, rows.get(farthest), distances[farthest], its.size(),
                    model.p(distances[farthest], its.size())));
        });
        judged.sort(Comparator.comparingDouble((Judged each) -> each.p().value())
                .thenComparing(Comparator.comparingDouble(Judged::distance).reversed())
                .thenComparingInt(Judged::user));
        return new NeighbourFlags(judged,
                FalseFlags.of(judged.stream().mapToDouble(each -> each.p().value()).toArray(), share));
    }

    /// Those who are flagged.
    public List<Judged> flagged() {
        return users.subList(0, flags.flagged());
    }
}
