package org.sipsleuth.social.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.flag.FlagModel;
import org.sipsleuth.social.flag.FlagReasons;
import org.sipsleuth.social.flag.FlaggedUser;
import org.sipsleuth.social.flag.NeighbourFlags;
import org.sipsleuth.social.flag.NeighbourModel;

/// Compares the periods of users with those of usual ones.
///
/// @param border of what is usual by the one-class SVM, beside
/// @param neighbours the usual users
/// @param kind where these are from
/// @param falseFlags the share of the flags that may be false on average
record SocialComparer(FlagModel border, NeighbourModel neighbours, Reference.Kind kind, double falseFlags) {

    private boolean areSameRecords() {
        return kind != Reference.Kind.BASELINE;
    }

    /// Of usual users.
    private Scaling scaling() {
        return areSameRecords() ? neighbours.scaling() : border.scaling();
    }

    /// What came out.
    ///
    /// @param flagged the most anomalous first
    record Compared(SocialComparison comparison, List<FlaggedUser> flagged) {}

    /// Compares users.
    ///
    /// @param rows their periods, those with few calls too
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    Compared compare(List<FeatureTable.Row> rows, CallRecords records, RunMonitor monitor) {
        Map<Integer, List<FeatureTable.Row>> byUser = new HashMap<>();
        rows.forEach(row -> byUser.computeIfAbsent(row.user(), _ -> new ArrayList<>()).add(row));
        List<FeatureTable.Row> judged = judged(rows);
        NeighbourFlags flags = NeighbourFlags.of(judged, neighbours, areSameRecords(), falseFlags, monitor);
        List<SocialComparison.User> users = flags.users()
                .stream()
                .map(each -> user(each, byUser.getOrDefault(each.user(), List.of()), records))
                .toList();
        List<FlaggedUser> flagged = flags.flagged()
                .stream()
                .map(each -> flagged(each, byUser.getOrDefault(each.user(), List.of()), flags.flags().limit()))
                .toList();
        return new Compared(new SocialComparison(new Reference(kind, neighbours.users()), users, flags.flags(), falseFlags),
                flagged);
    }

    /// The periods by which users are judged.
    static List<FeatureTable.Row> judged(List<FeatureTable.Row> rows) {
        return rows.stream().filter(SocialComparer::isJudged).toList();
    }

    private static boolean isJudged(FeatureTable.Row row) {
        return row.calls() >= SocialModel.FEWEST_CALLS;
    }

    private SocialComparison.User user(NeighbourFlags.Judged judged, List<FeatureTable.Row> its, CallRecords records) {
        FeatureTable.Row row = judged.row();
        return new SocialComparison.User(records.users().get(judged.user()), row.of(Feature.CALLS_MADE),
                row.of(Feature.CALLS_RECEIVED), judged.p(), border.score(row), border.threshold(),
                FlagReasons.of(row, its, scaling()));
    }

    private double p(FeatureTable.Row row, int periods) {
        return neighbours.p(neighbours.distance(row, areSameRecords()), periods).value();
    }

    /// All periods that alone are as unlike others as those of the flagged are.
    private FlaggedUser flagged(NeighbourFlags.Judged judged, List<FeatureTable.Row> its, double limit) {
        List<Integer> periods = its.stream()
                .filter(SocialComparer::isJudged)
                .filter(row -> p(row, judged.periods()) <= limit)
                .map(FeatureTable.Row::period)
                .sorted()
                .toList();
        return new FlaggedUser(judged.user(), periods, judged.p().value(),
                FlagReasons.of(judged.row(), its, scaling()));
    }
}
