package org.sipsleuth.evaluate.social;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.cluster.CallPattern;
import org.sipsleuth.social.cluster.ClusterChoice;
import org.sipsleuth.social.cluster.ClusterPattern;
import org.sipsleuth.social.cluster.ClusterTransitions;
import org.sipsleuth.social.cluster.PrincipalPlane;
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.cluster.UserClusters;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.feature.Periods;
import org.sipsleuth.social.graph.CallGraph;
import org.sipsleuth.social.graph.GroupFlows;

/// The paper's nine clusters of active members, in days without attacks (paper 5, §5.1).
final class MemberClusters {

    /// The paper's number of clusters.
    static final int COUNT = 9;

    /// The groups that have no clusters.
    private static final List<UserGroup> OTHERS =
            List.of(UserGroup.INTERNAL_INACTIVE, UserGroup.EXTERNAL_ACTIVE, UserGroup.EXTERNAL_INACTIVE);

    private static final int MOST = 12;
    private static final int MONTH = 30;

    private final Society society;
    private final int days;
    private final long seed;
    private final RunMonitor monitor;
    private final UserGroups groups;
    private final List<Integer> active;
    private final List<FeatureTable.Row> rows;
    private final List<double[]> scaled;
    private final ClusterChoice choice;
    private final UserClusters nine;

    /// @param society the calls of the days without attacks
    /// @param days how many these are
    MemberClusters(Society society, int days, long seed, RunMonitor monitor) {
        this.society = society;
        this.days = days;
        this.seed = seed;
        this.monitor = monitor;
        groups = UserGroups.of(society, periods(days), monitor);
        active = groups.users(UserGroup.INTERNAL_ACTIVE);
        rows = rows(periods(days));
        scaled = scaled(rows);
        choice = ClusterChoice.of(scaled, MOST, seed, monitor);
        nine = UserClusters.of(scaled, COUNT, seed, monitor);
    }

    private Periods periods(int length) {
        return new Periods(society.firstDay() * Society.DAY, length, length, days / length, ZoneOffset.UTC);
    }

    private List<FeatureTable.Row> rows(Periods periods) {
        return FeatureTable.of(society.records(), society.calls(), active, periods, monitor).rows();
    }

    private static List<double[]> scaled(List<FeatureTable.Row> rows) {
        Scaling scaling = Scaling.of(rows, List.of(Feature.values()));
        return rows.stream().map(scaling::scaled).toList();
    }

    /// The calls.
    Society society() {
        return society;
    }

    /// The groups of all users.
    UserGroups groups() {
        return groups;
    }

    /// The features of the active members, a row for each.
    List<FeatureTable.Row> rows() {
        return rows;
    }

    /// What several criteria say about their number.
    ClusterChoice choice() {
        return choice;
    }

    /// The principal components of the features.
    PrincipalPlane plane() {
        return PrincipalPlane.of(scaled);
    }

    /// The cluster of each row, and how many there are.
    UserClusters clusters() {
        return nine;
    }

    /// As in Fig. 16: `C1`.
    static String name(int cluster) {
        return "C" + (cluster + 1);
    }

    /// The pattern that most members of each cluster follow.
    List<ClusterPattern> patterns() {
        return ClusterPattern.of(rows, nine);
    }

    /// The places of the rows in clusters of a pattern.
    int[] rowsOf(CallPattern pattern) {
        List<ClusterPattern> patterns = patterns();
        return IntStream.range(0, rows.size()).filter(row -> patterns.get(nine.of(row)).pattern() == pattern).toArray();
    }

    /// Clusters by calls made and received alone.
    UserClusters byCalls(int count) {
        Scaling scaling = Scaling.of(rows, List.of(Feature.CALLS_MADE, Feature.CALLS_RECEIVED));
        return UserClusters.of(rows.stream().map(scaling::scaled).toList(), count, seed, monitor);
    }

    /// The calls between clusters, and the other three groups behind them.
    GroupFlows flows() {
        CallGraph graph = CallGraph.of(society.records(), 0, society.records().size());
        int[] groupOf = new int[society.records().users().size()];
        Arrays.setAll(groupOf, user -> nine.count() + OTHERS.indexOf(groups.of(user)));
        for (int row = 0; row < rows.size(); row++) {
            groupOf[rows.get(row).user()] = nine.of(row);
        }
        return GroupFlows.of(graph, groupOf, nine.count() + OTHERS.size());
    }

    /// The names of the groups of [#flows].
    List<String> flowNames() {
        return Stream
                .concat(IntStream.range(0, nine.count()).mapToObj(MemberClusters::name),
                        OTHERS.stream().map(UserGroup::initials))
                .toList();
    }

    /// The share of members who are in the same cluster in two months that follow each other.
    double stayed() {
        Periods months = periods(MONTH);
        List<FeatureTable.Row> byMonth = rows(months);
        UserClusters clusters = UserClusters.of(scaled(byMonth), COUNT, seed, monitor);
        return ClusterTransitions.of(byMonth, clusters, months.count()).stayed();
    }
}
