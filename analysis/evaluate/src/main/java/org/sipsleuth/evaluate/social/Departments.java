package org.sipsleuth.evaluate.social;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.feature.Periods;
import org.sipsleuth.social.graph.CallGraph;
import org.sipsleuth.social.graph.Communities;
import org.sipsleuth.social.graph.ContactGraph;
import org.sipsleuth.social.graph.GroupFlows;
import org.sipsleuth.truth.UserFacts;

/// Communities of active members, by their calls and by shared contacts, beside their departments
/// (paper 5, §5 and Fig. 11).
final class Departments {

    private static final double PAPER_COMMUNITIES = 10;

    /// §5: the density of the graph of active members.
    private static final double PAPER_DENSITY = 0.023;

    /// At most so many communities are drawn.
    private static final int MOST_DRAWN = 15;

    private final Society society;
    private final Society inside;
    private final CallGraph graph;
    private final ContactGraph contacts;
    private final Communities found;

    Departments(Society society, RunMonitor monitor) {
        this.society = society;
        CallRecords records = society.records();
        UserGroups groups =
                UserGroups.of(society, Periods.whole(records.fromNanos(), records.toNanos(), ZoneOffset.UTC), monitor);
        inside = society
                .where(call -> isActive(groups, records.caller(call)) && isActive(groups, records.callee(call)));
        graph = CallGraph.of(inside.records(), 0, inside.records().size());
        found = Communities.of(graph);
        contacts = ContactGraph.of(CallGraph.of(records, 0, records.size()), user -> isActive(groups, user), monitor);
    }

    private static boolean isActive(UserGroups groups, int user) {
        return groups.of(user) == UserGroup.INTERNAL_ACTIVE;
    }

    EvaluationTable table() {
        int users = inside.records().users().size();
        Communities alike = Communities.of(contacts);
        Map<String, Integer> departments = new HashMap<>();
        int[] truth = new int[users];
        int[] ours = new int[truth.length];
        int[] byContacts = new int[truth.length];
        for (int user = 0; user < truth.length; user++) {
            String name = inside.facts(user).map(UserFacts::department).orElse("");
            int member = society.records().user(inside.records().users().get(user));
            truth[user] = departments.computeIfAbsent(name, _ -> departments.size());
            ours[user] = found.of(user);
            byContacts[user] = alike.of(member);
        }
        return new EvaluationTable("departments", "Communities of active members beside their departments",
                List.of(new EvaluationRow("communities", PAPER_COMMUNITIES, Spread.of(found.count()), null, null),
                        new EvaluationRow("adjusted Rand index", null, Spread.of(adjustedRand(truth, ours)),
                                Expectation.atLeast(0.9), 0.0),
                        new EvaluationRow("density of the graph", PAPER_DENSITY,
                                Spread.of(graph.density(Math.max(2, users))), null, null),
                        row("shared contacts: pairs of members", contacts.size()),
                        row("shared contacts: density", contacts.density()),
                        row("shared contacts: callees too popular to make pairs", contacts.hubs()),
                        row("shared contacts: communities", alike.count()),
                        row("shared contacts: adjusted Rand index", adjustedRand(truth, byContacts))));
    }

    /// A figure without one in the paper or a goal.
    private static EvaluationRow row(String name, double ours) {
        return new EvaluationRow(name, null, Spread.of(ours), null, null);
    }

    /// The calls between the communities, the largest first (Fig. 11 draws their members).
    PaperFigure figure() {
        int[] communityOf = new int[inside.records().users().size()];
        int drawn = Math.min(MOST_DRAWN, found.count());
        Arrays.setAll(communityOf, user -> found.of(user) < 0 ? drawn : Math.min(drawn, found.of(user)));
        boolean hasOthers = IntStream.of(communityOf).anyMatch(community -> community == drawn);
        List<String> names = new ArrayList<>();
        for (int community = 0; community < drawn; community++) {
            names.add(Integer.toString(community + 1));
        }
        if (hasOthers) {
            names.add("others");
        }
        return new PaperFigure("fig-11", "Fig. 11: calls between communities of active members",
                PaperFigure.Axis.named("called community", names), PaperFigure.Axis.named("calling community", names),
                List.of(FlowFigures.cells("calls", GroupFlows.of(graph, communityOf, names.size()))));
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
        double together = both.values().stream().mapToDouble(Departments::pairs).sum();
        double first = ofOne.values().stream().mapToDouble(Departments::pairs).sum();
        double second = ofOther.values().stream().mapToDouble(Departments::pairs).sum();
        double chance = pairs == 0 ? 0 : first * second / pairs;
        double most = (first + second) / 2;
        return most == chance ? 1 : (together - chance) / (most - chance);
    }

    private static double pairs(int count) {
        return count * (count - 1.0) / 2;
    }
}
