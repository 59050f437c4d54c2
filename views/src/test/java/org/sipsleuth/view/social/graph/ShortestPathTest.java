package org.sipsleuth.view.social.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Paths between users.
class ShortestPathTest {

    private static final GraphData GRAPH = new GraphData(
            Stream.of("a", "b", "c", "d", "alone")
                    .map(name -> new GraphNode(name, name, 1, CallRole.BOTH, -1, -1, false))
                    .toList(),
            List.of(new GraphEdge(0, 1, 1), new GraphEdge(1, 2, 1), new GraphEdge(2, 3, 1), new GraphEdge(0, 2, 9)), 0,
            Relation.CALLS);

    @Test
    void thePathWithTheFewestUsersIsTaken() {
        assertEquals(List.of("a", "c", "d"), ShortestPath.of(GRAPH, "a", "d"));
        assertEquals(List.of("d", "c", "a"), ShortestPath.of(GRAPH, "d", "a"));
        assertEquals(List.of("b"), ShortestPath.of(GRAPH, "b", "b"));
    }

    @Test
    void thereMayBeNone() {
        assertEquals(List.of(), ShortestPath.of(GRAPH, "a", "alone"));
        assertEquals(List.of(), ShortestPath.of(GRAPH, "a", "nobody"));
    }
}
