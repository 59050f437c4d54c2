package org.sipsleuth.evaluate.social;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.social.cluster.CallPattern;
import org.sipsleuth.social.cluster.ClusterPattern;
import org.sipsleuth.social.graph.CallGraph;
import org.sipsleuth.social.graph.Communities;
import org.sipsleuth.social.graph.GroupFlows;

/// The calls between clusters and inside some of them (paper 5, Figs 16 to 19).
final class FlowFigures {

    /// So many pairs of members are drawn, those with the most calls: a larger graph cannot be
    /// read.
    private static final int MOST_PAIRS = 200;

    private final MemberClusters members;

    FlowFigures(MemberClusters members) {
        this.members = members;
    }

    List<PaperFigure> figures() {
        List<PaperFigure> figures = new ArrayList<>();
        figures.add(flows());
        inside("fig-17", "Fig. 17", CallPattern.RECEIVER).ifPresent(figures::add);
        inside("fig-18", "Fig. 18", CallPattern.CALLER).ifPresent(figures::add);
        inside("fig-19", "Fig. 19", CallPattern.BOTH).ifPresent(figures::add);
        return figures;
    }

    private PaperFigure flows() {
        List<String> names = members.flowNames();
        return new PaperFigure("fig-16", "Fig. 16: calls between clusters of active members and the other groups",
                PaperFigure.Axis.named("called cluster or group", names),
                PaperFigure.Axis.named("calling cluster or group", names), List.of(cells("calls", members.flows())));
    }

    /// A cell for each pair of groups: from that of the row to that of the column.
    static PaperFigure.Series cells(String name, GroupFlows flows) {
        List<PaperFigure.Point> cells = new ArrayList<>();
        for (int from = 0; from < flows.groups(); from++) {
            for (int to = 0; to < flows.groups(); to++) {
                cells.add(new PaperFigure.Point(to, from, (double) flows.calls(from, to)));
            }
        }
        return new PaperFigure.Series(name, PaperFigure.Kind.CELLS, cells);
    }

    /// The largest cluster of a pattern, if there is one.
    private Optional<PaperFigure> inside(String id, String figure, CallPattern pattern) {
        List<ClusterPattern> patterns = members.patterns();
        return IntStream.range(0, patterns.size())
                .filter(cluster -> patterns.get(cluster).pattern() == pattern)
                .boxed()
                .max(Comparator.comparingInt(cluster -> patterns.get(cluster).rows()))
                .map(cluster -> inside(id, figure, cluster));
    }

    /// Two members, and the calls between them in both directions.
    private record Pair(int one, int other, int calls) {}

    private PaperFigure inside(String id, String figure, int cluster) {
        CallRecords all = members.society().records();
        boolean[] isOne = new boolean[all.users().size()];
        IntStream.range(0, members.rows().size())
                .filter(row -> members.clusters().of(row) == cluster)
                .forEach(row -> isOne[members.rows().get(row).user()] = true);
        CallRecords inside =
                members.society().where(call -> isOne[all.caller(call)] && isOne[all.callee(call)]).records();
        CallGraph graph = CallGraph.of(inside, 0, inside.size());
        List<Pair> pairs = pairs(graph);
        int least = pairs.isEmpty() ? 0 : pairs.getLast().calls();
        return new PaperFigure(id,
                "%s: calls inside %s, the %d pairs of members with the most (%d or more)".formatted(figure,
                        MemberClusters.name(cluster), pairs.size(), least),
                PaperFigure.Axis.none(), PaperFigure.Axis.none(), drawn(graph, pairs));
    }

    private static List<Pair> pairs(CallGraph graph) {
        Map<List<Integer>, Integer> calls = new HashMap<>();
        for (int pair = 0; pair < graph.size(); pair++) {
            int caller = graph.caller(pair);
            int callee = graph.callee(pair);
            calls.merge(List.of(Math.min(caller, callee), Math.max(caller, callee)), graph.calls(pair), Integer::sum);
        }
        return calls.entrySet()
                .stream()
                .map(each -> new Pair(each.getKey().get(0), each.getKey().get(1), each.getValue()))
                .sorted(Comparator.comparingInt((Pair pair) -> -pair.calls())
                        .thenComparingInt(Pair::one)
                        .thenComparingInt(Pair::other))
                .limit(MOST_PAIRS)
                .toList();
    }

    /// Members of drawn pairs on a circle, those of a community beside each other.
    private static List<PaperFigure.Series> drawn(CallGraph graph, List<Pair> pairs) {
        Set<Integer> callers = new HashSet<>();
        Set<Integer> receivers = new HashSet<>();
        for (int pair = 0; pair < graph.size(); pair++) {
            callers.add(graph.caller(pair));
            receivers.add(graph.callee(pair));
        }
        Communities communities = Communities.of(graph);
        List<Integer> users = pairs.stream()
                .flatMap(pair -> List.of(pair.one(), pair.other()).stream())
                .distinct()
                .sorted(Comparator.comparingInt((Integer user) -> communities.of(user))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Map<Integer, Double> angles = new HashMap<>();
        for (int place = 0; place < users.size(); place++) {
            angles.put(users.get(place), 2 * Math.PI * place / users.size());
        }
        List<PaperFigure.Point> ends = new ArrayList<>();
        for (Pair pair : pairs) {
            ends.add(at(angles, pair.one(), pair.calls()));
            ends.add(at(angles, pair.other(), pair.calls()));
        }
        return List.of(new PaperFigure.Series("calls", PaperFigure.Kind.SEGMENTS, ends),
                points("only call", users, angles, user -> !receivers.contains(user)),
                points("only are called", users, angles, user -> !callers.contains(user)), points("call and are called",
                        users, angles, user -> callers.contains(user) && receivers.contains(user)));
    }

    private static PaperFigure.Point at(Map<Integer, Double> angles, int user, double value) {
        double angle = angles.getOrDefault(user, 0.0);
        return new PaperFigure.Point(Math.cos(angle), Math.sin(angle), value);
    }

    private static PaperFigure.Series points(String name, List<Integer> users, Map<Integer, Double> angles,
            Predicate<Integer> isOne) {
        return new PaperFigure.Series(name, PaperFigure.Kind.POINTS,
                users.stream().filter(isOne).map(user -> at(angles, user, 1)).toList());
    }
}
