package org.sipsleuth.view.social.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Users, and what connects them. Immutable.
///
/// @param nodes the users, each with a name of its own
/// @param edges each pair at most once, the strongest first
/// @param hidden how many users are not among the nodes
/// @param relation what the edges are
public record GraphData(List<GraphNode> nodes, List<GraphEdge> edges, int hidden, Relation relation) {

    private static final Comparator<GraphEdge> STRONGEST = Comparator.comparingDouble(GraphEdge::weight)
            .reversed()
            .thenComparingInt(GraphEdge::from)
            .thenComparingInt(GraphEdge::to);

    /// Nothing.
    public static final GraphData EMPTY = new GraphData(List.of(), List.of(), 0, Relation.CALLS);

    /// Checks the edges, and sorts them.
    ///
    /// @throws IllegalArgumentException if an edge has no node, or begins and ends at the same one
    public GraphData {
        nodes = List.copyOf(nodes);
        edges = edges.stream().sorted(STRONGEST).toList();
        for (GraphEdge edge : edges) {
            if (edge.from() < 0 || edge.to() < 0 || edge.from() >= nodes.size() || edge.to() >= nodes.size()
                    || edge.from() == edge.to()) {
                throw new IllegalArgumentException("an edge without its two nodes");
            }
        }
    }

    /// Those users who fit, with the edges among them.
    ///
    /// @param fits whether a user is kept
    public GraphData filtered(Predicate<GraphNode> fits) {
        int[] numbers = new int[nodes.size()];
        List<GraphNode> kept = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = fits.test(nodes.get(i)) ? kept.size() : -1;
            if (numbers[i] >= 0) {
                kept.add(nodes.get(i));
            }
        }
        List<GraphEdge> among = new ArrayList<>();
        for (GraphEdge edge : edges) {
            if (numbers[edge.from()] >= 0 && numbers[edge.to()] >= 0) {
                among.add(new GraphEdge(numbers[edge.from()], numbers[edge.to()], edge.weight()));
            }
        }
        return new GraphData(kept, among, hidden + nodes.size() - kept.size(), relation);
    }

    /// The same with rings around users.
    ///
    /// @param names whose; others have none
    public GraphData flagged(Set<String> names) {
        List<GraphNode> all = nodes.stream().map(node -> node.flagged(names.contains(node.name()))).toList();
        return new GraphData(all, edges, hidden, relation);
    }

    /// The same with dashed rings around users who would be flagged next.
    ///
    /// @param names whose; others have none
    public GraphData nearMisses(Set<String> names) {
        List<GraphNode> all = nodes.stream().map(node -> node.nearMiss(names.contains(node.name()))).toList();
        return new GraphData(all, edges, hidden, relation);
    }

    /// The same with frames around the users of incidents.
    ///
    /// @param titles those of the incidents that the user of a name belongs to; empty for none
    public GraphData ofIncidents(UnaryOperator<String> titles) {
        List<GraphNode> all = nodes.stream().map(node -> node.of(titles.apply(node.name()))).toList();
        return new GraphData(all, edges, hidden, relation);
    }

    /// Whether nodes lie where those of another graph lie: only what marks and counts them differs.
    boolean liesLike(GraphData other) {
        return relation == other.relation && nodes.size() == other.nodes.size() && edges.equals(other.edges)
                && IntStream.range(0, nodes.size()).allMatch(i -> nodes.get(i).liesLike(other.nodes.get(i)));
    }

    /// How an edge looks.
    Strength strength(GraphEdge edge) {
        double strongest = relation.strength(edges.getFirst().weight());
        return Strength.of(relation.strength(edge.weight()) / strongest);
    }

    /// The numbers of the nodes by their names.
    Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            numbers.put(nodes.get(i).name(), i);
        }
        return numbers;
    }
}
