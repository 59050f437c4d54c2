package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.pipeline.FaultyMethods;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A method that fails says so on its page and in the overview, with what to report.
@ExtendWith(ApplicationExtension.class)
class FailedMethodWindowTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.staysOnOverview();
        window.settings().put("inspector.open", "false");
        window.use(FaultyMethods.withMethod("ngram"));
        window.show(stage);
    }

    private static String texts(FxRobot robot, String within) {
        return robot.from(robot.lookup(within))
                .lookup((Predicate<Node>) Labeled.class::isInstance)
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void overviewAndPageHaveWhatToReport(FxRobot robot) throws IOException {
        window.open(window.sample("incident.pcap"));
        waitUntil(() -> window.workbench().isAtRest());
        waitUntil(() -> texts(robot, "#overview-runs").contains("ngram failed;"));
        waitUntil(() -> robot.lookup("#incident-card-1").tryQuery().isPresent());
        window.run(() -> robot.lookup("#rail-anomalies").queryAs(ToggleButton.class).fire());
        waitUntil(() -> robot.lookup("#anomalies-page-title").tryQuery().isPresent());
        window.pause();
        assertTrue(robot.lookup("#anomalies-page-title")
                .query()
                .getParent()
                .lookupAll(".page-advice")
                .stream()
                .map(node -> ((Labeled) node).getText())
                .anyMatch(text -> text.startsWith("ngram failed;")));
    }
}
