package org.sipsleuth.view.social.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// How two users know each other: over the fewest others.
public final class ShortestPath {

    private ShortestPath() {}

    /// The names from one user to another, both among them; empty if nobody connects them. Of paths
    /// with as many users the one is taken that begins with the strongest pairs. Cost: the pairs.
    public static List<String> of(GraphData graph, String from, String to) {
        Map<String, Integer> numbers = graph.numbers();
        Integer first = numbers.get(from);
        Integer last = numbers.get(to);
        if (first == null || last == null) {
            return List.of();
        }
        int[] before = new int[graph.nodes().size()];
        Arrays.fill(before, -1);
        before[last] = last;
        List<List<Integer>> neighbours = neighbours(graph);
        Deque<Integer> reached = new ArrayDeque<>(List.of(last));
        while (before[first] < 0 && !reached.isEmpty()) {
            int node = reached.removeFirst();
            for (int next : neighbours.get(node)) {
                if (before[next] < 0) {
                    before[next] = node;
                    reached.addLast(next);
                }
            }
        }
        List<String> path = new ArrayList<>();
        if (before[first] >= 0) {
            int node = first;
            path.add(graph.nodes().get(node).name());
            while (node != last) {
                node = before[node];
                path.add(graph.nodes().get(node).name());
            }
        }
        return path;
    }

    /// Of each node, the strongest pair first.
    private static List<List<Integer>> neighbours(GraphData graph) {
        List<List<Integer>> neighbours = new ArrayList<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            neighbours.add(new ArrayList<>());
        }
        for (GraphEdge edge : graph.edges()) {
            neighbours.get(edge.from()).add(edge.to());
            neighbours.get(edge.to()).add(edge.from());
        }
        return neighbours;
    }
}
