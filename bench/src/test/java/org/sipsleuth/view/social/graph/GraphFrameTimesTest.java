package org.sipsleuth.view.social.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.view.ui.FrameTimes;
import org.sipsleuth.view.ui.FxStage;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Prints how far apart frames are while the call graph settles and is zoomed, for
/// docs/PERFORMANCE.md; asserts nothing about time. `-Dsipsleuth.frames=600` for figures.
@ExtendWith(ApplicationExtension.class)
class GraphFrameTimesTest {

    private static final int FRAMES = Integer.getInteger("sipsleuth.frames", 20);
    private static final int USERS = 2_000;
    private static final int PAIRS = 12_000;
    private static final int COMMUNITIES = 12;

    private GraphPane graph;
    private ExecutorService background;

    @Start
    void start(Stage stage) {
        background = Executors.newSingleThreadExecutor();
        graph = new GraphPane(background, _ -> {});
        FxStage.show(stage, graph, 1_200, 800);
    }

    private static GraphData users() {
        Random random = new Random(7);
        List<GraphNode> nodes = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            nodes.add(
                    new GraphNode(
                            "user" + i,
                            "user" + i,
                            1 + random.nextInt(500),
                            List.of(CallRole.CALLER, CallRole.RECEIVER, CallRole.BOTH)
                                    .get(random.nextInt(3)),
                            random.nextInt(6),
                            i % COMMUNITIES,
                            i % 100 == 7));
        }
        Set<List<Integer>> seen = new HashSet<>();
        List<GraphEdge> edges = new ArrayList<>();
        while (edges.size() < PAIRS) {
            int from = random.nextInt(USERS);
            int to = (from + COMMUNITIES * random.nextInt(USERS / COMMUNITIES)) % USERS;
            if (from < to && seen.add(List.of(from, to))) {
                edges.add(new GraphEdge(from, to, 1 + random.nextInt(40)));
            }
        }
        return new GraphData(nodes, edges, 0, Relation.CALLS);
    }

    @Test
    void framesOfTwoThousandUsers() throws Exception {
        GraphData users = users();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> graph.show(users, users));
        FrameTimes.print("settling", FrameTimes.pulses(FRAMES, _ -> {}));
        WaitForAsyncUtils.waitFor(1, TimeUnit.MINUTES, () -> !graph.isSettling());
        FrameTimes.print(
                "zooming", FrameTimes.pulses(FRAMES, frame -> zoom(frame % 40 < 20 ? 1 : -1)));
        assertEquals(USERS, graph.data().nodes().size());
        background.shutdownNow();
    }

    private void zoom(int direction) {
        graph.fireEvent(
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        600,
                        400,
                        600,
                        400,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        40.0 * direction,
                        0,
                        40.0 * direction,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }
}
