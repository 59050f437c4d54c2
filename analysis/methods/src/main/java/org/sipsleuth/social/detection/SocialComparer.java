package org.sipsleuth.social.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.flag.FlagReasons;
import org.sipsleuth.social.flag.FlaggedUser;
import org.sipsleuth.social.flag.NeighbourFlags;
import org.sipsleuth.social.flag.NeighbourModel;

/// Compares the periods of users with those of usual ones.
final class SocialComparer {

    private final UsualUsers usual;
    private final NeighbourModel neighbours;
    private final double falseFlags;

    /// @param neighbours those of the usual users
    /// @param falseFlags the share of the flags that may be false on average
    SocialComparer(UsualUsers usual, NeighbourModel neighbours, double falseFlags) {
        this.usual = usual;
        this.neighbours = neighbours;
        this.falseFlags = falseFlags;
    }

    /// What came out.
    ///
    /// @param flagged the most anomalous first
    record Compared(SocialComparison comparison, List<FlaggedUser> flagged) {}

    /// Compares users.
    ///
    /// @param rows their periods, those with few calls too
    Compared compare(List<FeatureTable.Row> rows, CallRecords records, RunMonitor monitor) {
        Map<Integer, List<FeatureTable.Row>> byUser = new HashMap<>();
        rows.forEach(row -> byUser.computeIfAbsent(row.user(), _ -> new ArrayList<>()).add(row));
        List<FeatureTable.Row> judged = rows.stream().filter(SocialComparer::isJudged).toList();
        NeighbourFlags flags = NeighbourFlags.of(judged, neighbours, false, falseFlags, monitor);
        List<SocialComparison.User> users = flags.users()
                .stream()
                .map(each -> user(each, byUser.getOrDefault(each.user(), List.of()), records))
                .toList();
        List<FlaggedUser> flagged = flags.flagged()
                .stream()
                .map(each -> flagged(each, byUser.getOrDefault(each.user(), List.of()), flags.flags().limit()))
                .toList();
        return new Compared(new SocialComparison(users, flags.flags(), falseFlags), flagged);
    }

    private static boolean isJudged(FeatureTable.Row row) {
        return row.calls() >= SocialModel.FEWEST_CALLS;
    }

    private SocialComparison.User user(NeighbourFlags.Judged judged, List<FeatureTable.Row> its, CallRecords records) {
        FeatureTable.Row row = judged.row();
        return new SocialComparison.User(records.users().get(judged.user()), row.of(Feature.CALLS_MADE),
                row.of(Feature.CALLS_RECEIVED), judged.p(), usual.border().score(row), usual.border().threshold(),
                FlagReasons.of(row, its, usual.border().scaling()));
    }

    /// All periods that alone are as unlike others as those of the flagged are.
    private FlaggedUser flagged(NeighbourFlags.Judged judged, List<FeatureTable.Row> its, double limit) {
        List<Integer> periods = its.stream()
                .filter(SocialComparer::isJudged)
                .filter(row -> neighbours.p(neighbours.distance(row, false), judged.periods()).value() <= limit)
                .map(FeatureTable.Row::period)
                .sorted()
                .toList();
        return new FlaggedUser(judged.user(), periods, judged.p().value(),
                FlagReasons.of(judged.row(), its, usual.border().scaling()));
    }
}
