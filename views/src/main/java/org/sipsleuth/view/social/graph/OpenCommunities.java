package org.sipsleuth.view.social.graph;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// Reduces a graph to so many nodes as can be seen: a community is one node until it is opened.
/// Flagged users stand for themselves; those who have no community, or no room, are left out.
public final class OpenCommunities {

    private static final String PREFIX = "\u0000community "; // no user has this name
    private static final Comparator<GraphNode> MOST_CALLS =
            Comparator.comparingLong(GraphNode::calls).reversed().thenComparing(GraphNode::name);

    private final GraphData whole;
    private final Set<Integer> open;
    private final int most;

    private OpenCommunities(GraphData whole, Set<Integer> open, int most) {
        this.whole = whole;
        this.open = open;
        this.most = most;
    }

    /// The graph with these communities opened.
    ///
    /// @param most how many nodes at most; a graph that has no more is given back as it is
    public static GraphData of(GraphData whole, Set<Integer> open, int most) {
        return whole.nodes().size() <= most ? whole : new OpenCommunities(whole, open, most).reduced();
    }

    /// The name of the node of a community.
    static String name(int community) {
        return PREFIX + community;
    }

    /// The community whose node has a name; empty for a user's.
    public static OptionalInt named(String name) {
        try {
            return name.startsWith(PREFIX) ? OptionalInt.of(Integer.parseInt(name.substring(PREFIX.length())))
                    : OptionalInt.empty();
        } catch (NumberFormatException aUser) {
            return OptionalInt.empty();
        }
    }

    /// The community that a node stands for, or -1.
    static int community(GraphNode node) {
        return node.role() == CallRole.GROUP ? node.community() : -1;
    }

    private GraphData reduced() {
        List<GraphNode> users = whole.nodes();
        Map<Integer, List<GraphNode>> closed = new LinkedHashMap<>();
        List<Integer> alone = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            GraphNode user = users.get(i);
            if (user.isMarked() || (user.community() >= 0 && open.contains(user.community()))) {
                alone.add(i);
            } else if (user.community() >= 0) {
                closed.computeIfAbsent(user.community(), _ -> new ArrayList<>()).add(user);
            }
        }
        List<GraphNode> groups = closed.entrySet()
                .stream()
                .map(each -> group(each.getKey(), each.getValue()))
                .sorted(MOST_CALLS)
                .limit(most / 2)
                .toList();
        List<GraphNode> nodes = new ArrayList<>(groups);
        Map<Integer, Integer> numberOfGroup = new HashMap<>();
        IntStream.range(0, groups.size()).forEach(i -> numberOfGroup.put(groups.get(i).community(), i));
        int[] numbers = new int[users.size()];
        for (int i = 0; i < numbers.length; i++) {
            GraphNode user = users.get(i);
            numbers[i] = user.isMarked() ? -1 : numberOfGroup.getOrDefault(user.community(), -1);
        }
        alone.stream()
                .sorted(Comparator.<Integer>comparingInt(i -> users.get(i).isMarked() ? 0 : 1)
                        .thenComparing(users::get, MOST_CALLS))
                .limit((long) most - groups.size())
                .forEach(i -> {
                    numbers[i] = nodes.size();
                    nodes.add(users.get(i));
                });
        int hidden = (int) IntStream.of(numbers).filter(number -> number < 0).count();
        return new GraphData(nodes, edges(numbers), whole.hidden() + hidden, whole.relation());
    }

    private static GraphNode group(int community, List<GraphNode> members) {
        return new GraphNode(name(community), text("social.graph.community", community + 1, members.size()),
                members.stream().mapToLong(GraphNode::calls).sum(), CallRole.GROUP, -1, community, false);
    }

    private List<GraphEdge> edges(int[] numbers) {
        Map<Long, Double> weights = new HashMap<>();
        for (GraphEdge edge : whole.edges()) {
            int from = numbers[edge.from()];
            int to = numbers[edge.to()];
            if (from >= 0 && to >= 0 && from != to) {
                long pair = ((long) Math.min(from, to) << 32) | Math.max(from, to);
                weights.merge(pair, edge.weight(), Double::sum);
            }
        }
        return weights.entrySet()
                .stream()
                .map(each -> new GraphEdge((int) (each.getKey() >>> 32), (int) each.getKey().longValue(),
                        each.getValue()))
                .toList();
    }
}
