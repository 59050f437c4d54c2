package org.sipsleuth.view.social.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Where users lie, however the graph came to be shown.
@ExtendWith(ApplicationExtension.class)
class GraphPaneTest {

    private static final String CAPTURE = "capture";
    private static final String PART = "first part";

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final GraphData users = GraphSamples.communities(60, 4, 150, 8);

    private GraphPane pane() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new GraphPane(background::add, _ -> {}));
    }

    private static void show(GraphPane pane, String of, GraphData shown) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> pane.show(of, shown));
    }

    /// Goes on with what is done in the background, so many times.
    private void settle(int most) {
        for (int i = 0; i < most && !background.isEmpty(); i++) {
            background.remove().run();
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {}); // what it passed on to that thread is done
        }
    }

    private static List<List<Object>> places(GraphPane pane) {
        return pane.table().rows().stream().map(row -> List.of(row.getFirst(), row.get(7), row.get(8))).toList();
    }

    private List<List<Object>> settled(GraphPane pane) {
        settle(Integer.MAX_VALUE);
        assertFalse(pane.isSettling());
        return places(pane);
    }

    private List<List<Object>> usual() {
        GraphPane pane = pane();
        show(pane, CAPTURE, users);
        return settled(pane);
    }

    @Test
    void flagsThatComeWhileItSettlesMoveNobody() {
        List<List<Object>> usual = usual();
        GraphPane pane = pane();
        show(pane, CAPTURE, users);
        settle(5);
        show(pane, CAPTURE, users.flagged(Set.of("user3")));
        settle(3);
        show(pane, CAPTURE, users.flagged(Set.of("user3")).ofIncidents(name -> name.equals("user4") ? "one" : ""));
        assertTrue(pane.isSettling());
        assertEquals(usual, settled(pane));
        assertTrue(pane.data().nodes().get(3).isFlagged());
        assertTrue(pane.data().nodes().get(4).isOfIncident());
    }

    @Test
    void theWholeLiesTheSameWhateverPartWasShown() {
        List<List<Object>> usual = usual();
        for (int steps : List.of(0, 4, Integer.MAX_VALUE)) {
            GraphPane pane = pane();
            show(pane, PART, users.filtered(node -> node.calls() < 250));
            settle(steps);
            show(pane, CAPTURE, users);
            assertEquals(usual, settled(pane));
        }
    }

    @Test
    void whoStaysKeepsItsPlaceWhileThePartGrows() {
        GraphPane pane = pane();
        GraphData few = users.filtered(node -> node.calls() < 250);
        show(pane, PART, few);
        List<List<Object>> before = settled(pane);
        show(pane, PART, users);
        List<List<Object>> after = places(pane);
        assertTrue(after.containsAll(before), "all begin where they were");
        assertNotEquals(before.size(), after.size());
    }
}
