package org.sipsleuth.evaluate.social;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.evaluate.EvaluationRow;
import org.sipsleuth.evaluate.EvaluationTable;
import org.sipsleuth.evaluate.Expectation;
import org.sipsleuth.evaluate.Spread;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.feature.Periods;
import org.sipsleuth.social.graph.CallGraph;
import org.sipsleuth.social.graph.Communities;
import org.sipsleuth.social.graph.ContactGraph;
import org.sipsleuth.social.record.CallRecords;
import org.sipsleuth.truth.UserFacts;

/// Communities of active members, by their calls and by shared contacts, beside their departments
/// (paper 5, §5 and Fig. 11).
final class DepartmentTable {

    private static final double ACTIVE = 0.25;
    private static final double PAPER_COMMUNITIES = 10;
    private static final double PAPER_DENSITY = 0.023;

    private final Society society;
    private final RunMonitor monitor;

    DepartmentTable(Society society, RunMonitor monitor) {
        this.society = society;
        this.monitor = monitor;
    }

    EvaluationTable table() {
        CallRecords records = society.records();
        FeatureTable whole =
                FeatureTable.of(
                        records,
                        society.calls(),
                        society.internal(),
                        Periods.whole(records.fromNanos(), records.toNanos(), ZoneOffset.UTC),
                        monitor);
        List<Integer> active =
                whole.rows().stream()
                        .filter(row -> row.of(Feature.ACTIVE_DAYS) >= ACTIVE)
                        .map(FeatureTable.Row::user)
                        .toList();
        boolean[] isActive = new boolean[records.users().size()];
        active.forEach(user -> isActive[user] = true);
        CallRecords.Builder among = new CallRecords.Builder();
        for (int call = 0; call < records.size(); call++) {
            if (isActive[records.caller(call)] && isActive[records.callee(call)]) {
                among.add(
                        records.users().get(records.caller(call)),
                        records.users().get(records.callee(call)),
                        records.startNanos(call),
                        records.isAnswered(call),
                        records.talkMillis(call),
                        call);
            }
        }
        CallRecords inside = among.build();
        CallGraph graph = CallGraph.of(inside, 0, inside.size());
        Communities found = Communities.of(graph);
        ContactGraph contacts =
                ContactGraph.of(
                        CallGraph.of(records, 0, records.size()), user -> isActive[user], monitor);
        Communities alike = Communities.of(contacts);
        Map<String, Integer> departments = new HashMap<>();
        int[] truth = new int[inside.users().size()];
        int[] ours = new int[truth.length];
        int[] byContacts = new int[truth.length];
        for (int user = 0; user < truth.length; user++) {
            int member = records.user(inside.users().get(user));
            String name = society.facts(member).map(UserFacts::department).orElse("");
            truth[user] = departments.computeIfAbsent(name, _ -> departments.size());
            ours[user] = found.of(user);
            byContacts[user] = alike.of(member);
        }
        return new EvaluationTable(
                "departments",
                "Communities of active members beside their departments",
                List.of(
                        new EvaluationRow(
                                "communities",
                                PAPER_COMMUNITIES,
                                Spread.of(found.count()),
                                null,
                                null),
                        new EvaluationRow(
                                "adjusted Rand index",
                                null,
                                Spread.of(adjustedRand(truth, ours)),
                                Expectation.atLeast(0.9),
                                0.0),
                        new EvaluationRow(
                                "density of the graph",
                                PAPER_DENSITY,
                                Spread.of(graph.density(Math.max(2, inside.users().size()))),
                                null,
                                null),
                        row("shared contacts: pairs of members", contacts.size()),
                        row("shared contacts: density", contacts.density()),
                        row("shared contacts: callees too popular to make pairs", contacts.hubs()),
                        row("shared contacts: communities", alike.count()),
                        row(
                                "shared contacts: adjusted Rand index",
                                adjustedRand(truth, byContacts))));
    }

    /// A figure without one in the paper or a goal.
    private static EvaluationRow row(String name, double ours) {
        return new EvaluationRow(name, null, Spread.of(ours), null, null);
    }

    /// The adjusted Rand index of two divisions (L. Hubert, P. Arabie 1985): 1 if they are equal, 0
    /// by chance.
    static double adjustedRand(int[] one, int[] other) {
        Map<List<Integer>, Integer> both = new HashMap<>();
        Map<Integer, Integer> ofOne = new HashMap<>();
        Map<Integer, Integer> ofOther = new HashMap<>();
        for (int i = 0; i < one.length; i++) {
            both.merge(List.of(one[i], other[i]), 1, Integer::sum);
            ofOne.merge(one[i], 1, Integer::sum);
            ofOther.merge(other[i], 1, Integer::sum);
        }
        double pairs = pairs(one.length);
        double together = both.values().stream().mapToDouble(DepartmentTable::pairs).sum();
        double first = ofOne.values().stream().mapToDouble(DepartmentTable::pairs).sum();
        double second = ofOther.values().stream().mapToDouble(DepartmentTable::pairs).sum();
        double chance = pairs == 0 ? 0 : first * second / pairs;
        double most = (first + second) / 2;
        return most == chance ? 1 : (together - chance) / (most - chance);
    }

    private static double pairs(int count) {
        return count * (count - 1.0) / 2;
    }
}
