package org.sipsleuth.view.social.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ForceLayoutTest {

    private static ForceLayout settled(GraphData data) {
        ForceLayout layout = new ForceLayout(data, Map.of());
        int steps = 0;
        while (layout.step()) {
            steps++;
        }
        assertTrue(steps <= ForceLayout.MOST_STEPS);
        return layout;
    }

    @Test
    void repulsionByGroupsIsNearlyThatOfAll() {
        Random random = new Random(5);
        int count = 400;
        double[] x = random.doubles(count, -100, 100).toArray();
        double[] y = random.doubles(count, -30, 30).toArray();
        double[] mass = random.doubles(count, 1, 9).toArray();
        ForceTree tree = new ForceTree(count);
        tree.build(x, y, mass);
        double wrong = 0;
        double whole = 0;
        for (int i = 0; i < count; i++) {
            double allX = 0;
            double allY = 0;
            for (int j = 0; j < count; j++) {
                if (j != i) {
                    double squared = Math.max(1e-4, (x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]));
                    allX += mass[j] * (x[i] - x[j]) / squared;
                    allY += mass[j] * (y[i] - y[j]) / squared;
                }
            }
            tree.repulsion(i);
            wrong += Math.hypot(tree.forceX() - allX, tree.forceY() - allY);
            whole += Math.hypot(allX, allY);
        }
        assertTrue(wrong < 0.1 * whole, wrong + " of " + whole);
    }

    @Test
    void thoseWhoCallEachOtherLieTogether() {
        GraphData data = GraphSamples.communities(200, 5, 900, 3);
        ForceLayout layout = settled(data);
        double inside = 0;
        double outside = 0;
        int insideCount = 0;
        int outsideCount = 0;
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < i; j++) {
                double distance = Math.hypot(layout.x(i) - layout.x(j), layout.y(i) - layout.y(j));
                if (i % 5 == j % 5) {
                    inside += distance;
                    insideCount++;
                } else {
                    outside += distance;
                    outsideCount++;
                }
            }
        }
        assertTrue(inside / insideCount < outside / outsideCount / 2);
    }

    @Test
    void theSameGraphHasTheSamePlaces() {
        GraphData data = GraphSamples.communities(100, 4, 300, 8);
        ForceLayout one = settled(data);
        ForceLayout other = settled(data);
        for (int i = 0; i < 100; i++) {
            assertEquals(one.x(i), other.x(i));
            assertEquals(one.y(i), other.y(i));
        }
    }

    @Test
    void nodesInOnePlacePartAndAllPlacesAreNumbers() {
        GraphNode same = new GraphNode("a", "a", 1, CallRole.BOTH, 0, -1, false);
        GraphNode other = new GraphNode("b", "b", 1, CallRole.BOTH, 0, -1, false);
        GraphNode third = new GraphNode("c", "c", 1, CallRole.BOTH, 0, -1, false);
        double[] place = {3, 4};
        GraphData data = new GraphData(List.of(same, other, third), List.of(), 0, Relation.CALLS);
        ForceLayout layout = new ForceLayout(data, Map.of("a", place, "b", place.clone(), "c", place.clone()));
        while (layout.step()) {
            assertFalse(Double.isNaN(layout.x(0)));
        }
        assertTrue(Math.hypot(layout.x(0) - layout.x(1), layout.y(0) - layout.y(1)) > 0.01);
        assertTrue(Math.hypot(layout.x(1) - layout.x(2), layout.y(1) - layout.y(2)) > 0.01);
    }

    @Test
    void nothingAndOneNodeAreAtRest() {
        assertFalse(new ForceLayout(GraphData.EMPTY, Map.of()).step());
        GraphNode one = new GraphNode("a", "a", 0, CallRole.BOTH, -1, -1, false);
        assertFalse(new ForceLayout(new GraphData(List.of(one), List.of(), 0, Relation.CALLS), Map.of()).step());
    }

    @Test
    void anEdgeNeedsTwoNodes() {
        GraphNode one = new GraphNode("a", "a", 0, CallRole.BOTH, -1, -1, false);
        assertThrows(IllegalArgumentException.class,
                () -> new GraphData(List.of(one), List.of(new GraphEdge(0, 0, 1)), 0, Relation.CALLS));
        assertThrows(IllegalArgumentException.class,
                () -> new GraphData(List.of(one), List.of(new GraphEdge(0, 1, 1)), 0, Relation.CALLS));
    }

    @Test
    void filteringKeepsTheCallsAmongThoseWhoStay() {
        GraphData data = GraphSamples.communities(60, 3, 120, 1);
        GraphData kept = data.filtered(node -> node.community() == 1);
        assertEquals(20, kept.nodes().size());
        assertEquals(40, kept.hidden());
        double among = data.edges()
                .stream()
                .filter(edge -> edge.from() % 3 == 1 && edge.to() % 3 == 1)
                .mapToDouble(GraphEdge::weight)
                .sum();
        assertEquals(among, kept.edges().stream().mapToDouble(GraphEdge::weight).sum());
    }
}
