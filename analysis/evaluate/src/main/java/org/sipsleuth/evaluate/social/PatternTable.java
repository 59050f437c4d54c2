package org.sipsleuth.evaluate.social;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.social.cluster.CallPattern;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.graph.GroupFlows;

/// What the clusters of each pattern have in common (paper 5, Table 3).
final class PatternTable {

    private static final double SOCIAL_SOCIALITY = 0.5;
    private static final double SOCIAL_DYNAMICITY = 0.06;
    private static final long HOUR = 3_600_000_000_000L;
    private static final long HOURS = 24;
    private static final long FIRST_HOUR = 8;
    private static final long END_HOUR = 17;

    /// A column of Table 3. Its 2,674 users of pattern 2 are 674 in the text, which add up to the
    /// paper's 1,780.
    ///
    /// @param dialled the share of calls made by active members; received likewise
    private record Column(CallPattern pattern, String name, double users, double follow, double clusters, double social,
            double activeDays, double dialled, double received) {}

    private static final List<Column> COLUMNS = List.of(
            new Column(CallPattern.RECEIVER, "receivers (pattern 1)", 619, 554.0 / 619, 5, 38, 0.80, 0.015, 0.45),
            new Column(CallPattern.CALLER, "callers (pattern 2)", 674, 586.0 / 674, 3, 63, 0.70, 0.50, 0.12),
            new Column(CallPattern.BOTH, "both (pattern 3)", 487, 0.9, 1, 24, 0.92, 0.485, 0.39));

    private final MemberClusters members;
    private final GroupFlows flows;

    PatternTable(MemberClusters members) {
        this.members = members;
        flows = members.flows();
    }

    EvaluationTable table() {
        List<EvaluationRow> rows = new ArrayList<>();
        for (Column column : COLUMNS) {
            add(rows, column);
        }
        return new EvaluationTable("table-3", "Table 3, patterns of 9 clusters of active members", rows);
    }

    private void add(List<EvaluationRow> rows, Column column) {
        int[] places = members.rowsOf(column.pattern());
        List<Integer> clusters = IntStream.range(0, members.clusters().count())
                .filter(cluster -> members.patterns().get(cluster).pattern() == column.pattern())
                .boxed()
                .toList();
        rows.add(row("of 9 clusters: mostly " + column.name(), column.clusters(), clusters.size()));
        if (places.length == 0) {
            return;
        }
        List<FeatureTable.Row> some = Arrays.stream(places).mapToObj(place -> members.rows().get(place)).toList();
        rows.add(row("users in these", column.users(), some.size()));
        rows.add(row("share of these that are " + column.name(), column.follow(),
                mean(some, row -> CallPattern.of(row) == column.pattern() ? 1 : 0)));
        rows.add(row("social users (sociality >= 0.5, dynamicity > 0.06)", column.social(),
                (double) some.stream().filter(PatternTable::isSocial).count()));
        rows.add(row("share of days with calls, mean", column.activeDays(),
                mean(some, row -> row.of(Feature.ACTIVE_DAYS))));
        rows.add(row("share of the calls that active members make", column.dialled(),
                calls(some, Feature.CALLS_MADE) / calls(members.rows(), Feature.CALLS_MADE)));
        rows.add(row("share of the calls that active members receive", column.received(),
                calls(some, Feature.CALLS_RECEIVED) / calls(members.rows(), Feature.CALLS_RECEIVED)));
        rows.add(row("share of their calls to their own cluster", null, inside(clusters)));
        rows.add(row("share of their calls from 8 to 17 o'clock (UTC)", null, byDay(some)));
    }

    private static EvaluationRow row(String name, @Nullable Double paper, double ours) {
        return new EvaluationRow(name, paper, Spread.of(ours), null);
    }

    private static double mean(List<FeatureTable.Row> rows, ToDoubleFunction<FeatureTable.Row> value) {
        return rows.stream().mapToDouble(value).average().orElse(0);
    }

    private static boolean isSocial(FeatureTable.Row row) {
        return row.of(Feature.SOCIALITY) >= SOCIAL_SOCIALITY && row.of(Feature.DYNAMICITY) > SOCIAL_DYNAMICITY;
    }

    /// All calls, in units of the days looked at.
    private static double calls(List<FeatureTable.Row> rows, Feature perActiveDay) {
        return rows.stream().mapToDouble(row -> row.of(perActiveDay) * row.of(Feature.ACTIVE_DAYS)).sum();
    }

    private double inside(List<Integer> clusters) {
        long own = 0;
        long all = 0;
        for (int cluster : clusters) {
            own += flows.calls(cluster, cluster);
            for (int other = 0; other < flows.groups(); other++) {
                all += flows.calls(cluster, other);
            }
        }
        return own / (double) Math.max(1, all);
    }

    private double byDay(List<FeatureTable.Row> rows) {
        CallRecords records = members.society().records();
        boolean[] isOne = new boolean[records.users().size()];
        rows.forEach(row -> isOne[row.user()] = true);
        int all = 0;
        int byDay = 0;
        for (int call = 0; call < records.size(); call++) {
            if (isOne[records.caller(call)]) {
                long hour = Math.floorMod(Math.floorDiv(records.startNanos(call), HOUR), HOURS);
                all++;
                byDay += hour >= FIRST_HOUR && hour < END_HOUR ? 1 : 0;
            }
        }
        return byDay / (double) Math.max(1, all);
    }
}
