package org.sipsleuth.view.social.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GraphNodeTest {

    private final GraphData graph =
            new GraphData(
                    List.of(new GraphNode("1007", "1007", 13, CallRole.BOTH, -1, 0, false),
                            new GraphNode("1001", "1001", 1, CallRole.CALLER, -1, 0, false)),
                    List.of(), 0, Relation.CALLS);

    @Test
    void theTipNamesTheIncidentsOfAUser() {
        GraphData now = graph.ofIncidents(name -> name.equals("1007") ? "Incident 1: Toll fraud" : "");
        assertEquals("1007\n13 calls, both\nIncident 1: Toll fraud", now.nodes().get(0).tip());
        assertEquals("1001\n1 call, caller", now.nodes().get(1).tip());
    }

    @Test
    void aUserOfAnIncidentStandsForItselfInALargeGraph() {
        GraphData whole = GraphSamples.communities(1_000, 10, 4_000, 0);
        String quiet =
                whole.nodes().stream().filter(node -> !node.isFlagged()).map(GraphNode::name).findFirst().orElseThrow();
        GraphData involved = whole.ofIncidents(name -> name.equals(quiet) ? "Incident 1" : "");
        assertEquals(0, named(OpenCommunities.of(whole, Set.of(), 300), quiet));
        assertEquals(1, named(OpenCommunities.of(involved, Set.of(), 300), quiet));
    }

    @Test
    void aNearMissIsNamedButNotFlagged() {
        GraphNode near = graph.nearMisses(Set.of("1007")).nodes().getFirst();
        assertEquals("1007\n13 calls, both\nNot flagged: nearest miss", near.tip());
        assertTrue(near.isMarked());
        assertFalse(near.isFlagged());
    }

    private static long named(GraphData graph, String name) {
        return graph.nodes().stream().filter(node -> node.name().equals(name)).count();
    }
}
