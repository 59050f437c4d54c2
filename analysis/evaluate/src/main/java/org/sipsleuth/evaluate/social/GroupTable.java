package org.sipsleuth.evaluate.social;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.Spread;

/// The users of each group, and the calls that they make (paper 5, Table 1).
final class GroupTable {

    private static final double POINTS = 100;
    private static final double MOST_POINTS_OFF = 3;

    /// 483,261 of about 1.5 million attempts (§4.1).
    private static final double PAPER_ANSWERED = 483_261 / 1_500_000.0;

    /// §5: the graph of active members holds a tenth of all calls.
    private static final double PAPER_INSIDE = 0.10;

    private static final Map<UserGroup, Double> PAPER_USERS =
            Map.of(UserGroup.INTERNAL_ACTIVE, 1_780.0, UserGroup.INTERNAL_INACTIVE, 5_520.0, UserGroup.EXTERNAL_ACTIVE,
                    283.0, UserGroup.EXTERNAL_INACTIVE, 81_569.0);

    private static final Map<UserGroup, Double> PAPER_SHARES = Map.of(UserGroup.INTERNAL_ACTIVE, 0.63,
            UserGroup.INTERNAL_INACTIVE, 0.14, UserGroup.EXTERNAL_ACTIVE, 0.04, UserGroup.EXTERNAL_INACTIVE, 0.19);

    private GroupTable() {}

    static EvaluationTable of(CallRecords records, UserGroups groups) {
        Map<UserGroup, Integer> calls = new EnumMap<>(UserGroup.class);
        int inside = 0;
        int answered = 0;
        for (int call = 0; call < records.size(); call++) {
            UserGroup caller = groups.of(records.caller(call));
            calls.merge(caller, 1, Integer::sum);
            inside += caller == UserGroup.INTERNAL_ACTIVE && groups.of(records.callee(call)) == caller ? 1 : 0;
            answered += records.isAnswered(call) ? 1 : 0;
        }
        double all = Math.max(1, records.size());
        List<EvaluationRow> rows = new ArrayList<>();
        for (UserGroup group : UserGroup.values()) {
            rows.add(row(group.label() + " users", PAPER_USERS.get(group), groups.users(group).size()));
        }
        double farthest = 0;
        for (UserGroup group : UserGroup.values()) {
            double share = calls.getOrDefault(group, 0) / all;
            double paper = PAPER_SHARES.getOrDefault(group, 0.0);
            farthest = Math.max(farthest, POINTS * Math.abs(share - paper));
            rows.add(row("share of calls by " + group.label() + " users", paper, share));
        }
        rows.add(new EvaluationRow("largest difference of these shares from the paper's, in points", null,
                Spread.of(farthest), Expectation.atMost(MOST_POINTS_OFF)));
        rows.add(row("share of calls among internal active users", PAPER_INSIDE, inside / all));
        rows.add(row("share of calls that are answered", PAPER_ANSWERED, answered / all));
        return new EvaluationTable("table-1", "Table 1, groups of users and their calls", rows);
    }

    private static EvaluationRow row(String name, @Nullable Double paper, double ours) {
        return new EvaluationRow(name, paper, Spread.of(ours), null);
    }
}
