package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.pipeline.FaultyMethods;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The overview while a rule fails: its row says so, and what to report; the others have answered.
@ExtendWith(ApplicationExtension.class)
class FaultWindowTest {

    private static final String FAULT = "rules/MalformedMessages failed;";

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.staysOnOverview();
        window.settings().put("inspector.open", "false");
        window.use(FaultyMethods.withRule("MalformedMessages"));
        window.show(stage);
    }

    private void open(FxRobot robot, String sample) throws IOException {
        window.open(window.sample(sample));
        waitUntil(() -> window.workbench().isAtRest());
        waitUntil(() -> robot.lookup(".run-fault").tryQuery().isPresent());
        waitUntil(() -> robot.lookup(".calls-segment").tryQuery().isPresent());
        window.pause();
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
    void anEmptyResultMarksTheFailedCheck(FxRobot robot) throws IOException {
        open(robot, "office-hour.pcap");
        assertTrue(texts(robot, "#overview-runs").contains(FAULT), texts(robot, "#overview-runs"));
        String checks = texts(robot, "#checks");
        assertEquals(1, checks.split("failed, not judged", -1).length - 1, checks);
        assertTrue(checks.contains("none found"), checks);
        assertFalse(robot.lookup("#again-rules").tryQuery().isEmpty());
        window.checkLegible("overview-rule-failed");
        robot.interact(() -> robot.from(robot.lookup("#overview-runs"))
                .lookup((Predicate<Node>) FaultWindowTest::isCopy)
                .queryButton()
                .fire());
        assertTrue(WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString())
                .startsWith(FAULT));
    }

    private static boolean isCopy(Node node) {
        return node instanceof Button button && button.getText().equals("Copy");
    }

    @Test
    void incidentsOfTheOthersAreShown(FxRobot robot) throws IOException {
        open(robot, "incident.pcap");
        waitUntil(() -> robot.lookup("#incident-card-1").tryQuery().isPresent());
        assertTrue(texts(robot, "#overview-runs").contains(FAULT));
        window.checkLegible("overview-rule-failed-incident");
    }
}
