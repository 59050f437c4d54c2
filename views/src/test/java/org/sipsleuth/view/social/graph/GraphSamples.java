package org.sipsleuth.view.social.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Invented call graphs.
public final class GraphSamples {

    private GraphSamples() {}

    /// Communities whose members mostly call each other.
    public static GraphData communities(int users, int communities, int pairs, long seed) {
        Random random = new Random(seed);
        List<GraphNode> nodes = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            nodes.add(new GraphNode("user" + i, "user" + i, 1 + random.nextInt(500),
                    List.of(CallRole.CALLER, CallRole.RECEIVER, CallRole.BOTH).get(random.nextInt(3)),
                    random.nextInt(6) - 1, i % communities, i % 50 == 7));
        }
        Set<Long> seen = new HashSet<>();
        List<GraphEdge> edges = new ArrayList<>();
        while (edges.size() < pairs) {
            int from = random.nextInt(users);
            int to = random.nextInt(10) == 0 ? random.nextInt(users)
                    : from % communities + communities * random.nextInt(users / communities);
            boolean isNew = seen.add(((long) Math.min(from, to) << 32) | Math.max(from, to));
            if (from != to && isNew) {
                edges.add(new GraphEdge(from, to, 1 + random.nextInt(40)));
            }
        }
        return new GraphData(nodes, edges, 0, Relation.CALLS);
    }
}
