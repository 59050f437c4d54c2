package org.sipsleuth.view.social.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class OpenCommunitiesTest {

    private static final int USERS = 1_000;
    private final GraphData whole = GraphSamples.communities(USERS, 10, 4_000, 2);

    private static long flagged(GraphData data) {
        return data.nodes().stream().filter(GraphNode::isFlagged).count();
    }

    private static long groups(GraphData data) {
        return data.nodes().stream().filter(node -> node.role() == CallRole.GROUP).count();
    }

    @Test
    void aSmallGraphStaysAsItIs() {
        assertSame(whole, OpenCommunities.of(whole, Set.of(), USERS));
    }

    @Test
    void communitiesAreOneNodeEachAndFlaggedUsersStandForThemselves() {
        GraphData reduced = OpenCommunities.of(whole, Set.of(), 300);
        assertEquals(10, groups(reduced));
        assertEquals(flagged(whole), flagged(reduced));
        assertEquals(10 + flagged(whole), reduced.nodes().size());
        assertEquals(0, reduced.hidden());
        assertEquals(whole.nodes().stream().mapToLong(GraphNode::calls).sum(),
                reduced.nodes().stream().mapToLong(GraphNode::calls).sum());
    }

    @Test
    void weightsBetweenCommunitiesAreSums() {
        GraphData reduced = OpenCommunities.of(whole, Set.of(), 300);
        double between = whole.edges().stream().filter(edge -> !isInside(edge)).mapToDouble(GraphEdge::weight).sum();
        assertEquals(between, reduced.edges().stream().mapToDouble(GraphEdge::weight).sum());
    }

    /// Whether an edge is inside of a community, where it is not drawn.
    private boolean isInside(GraphEdge edge) {
        GraphNode from = whole.nodes().get(edge.from());
        GraphNode to = whole.nodes().get(edge.to());
        return !from.isFlagged() && !to.isFlagged() && from.community() == to.community();
    }

    @Test
    void anOpenCommunityShowsItsUsers() {
        GraphData reduced = OpenCommunities.of(whole, Set.of(3), 300);
        assertEquals(9, groups(reduced));
        assertEquals(100, reduced.nodes().stream().filter(node -> node.community() == 3).count());
        assertTrue(reduced.nodes().size() <= 300);
    }

    @Test
    void moreThanFitAreCountedAsHidden() {
        GraphData reduced = OpenCommunities.of(whole, Set.of(0, 1, 2, 3, 4, 5), 300);
        assertEquals(300, reduced.nodes().size());
        int members = reduced.nodes().stream().mapToInt(node -> OpenCommunities.community(node) >= 0 ? 0 : 1).sum();
        long inGroups = whole.nodes().stream().filter(node -> isInGroup(node)).count();
        assertEquals(USERS - members - inGroups, reduced.hidden());
        assertEquals(flagged(whole), flagged(reduced));
    }

    private static boolean isInGroup(GraphNode node) {
        return node.community() > 5 && !node.isFlagged();
    }
}
