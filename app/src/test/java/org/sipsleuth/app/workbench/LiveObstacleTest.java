package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.live.PacketSources.Obstacle;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Where nothing can be captured.
@ExtendWith(ApplicationExtension.class)
class LiveObstacleTest {

    private static final Obstacle OBSTACLE = new Obstacle("Live capture needs something", "sudo get $(it)");

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory, new FakeNetwork(Optional.of(OBSTACLE)));
        window.show(stage);
    }

    @Test
    void theButtonIsDisabledAndSaysWhy(FxRobot robot) {
        Node holder = robot.lookup("#holder").query();
        waitUntil(() -> "Live capture needs something: sudo get $(it)".equals(holder.getAccessibleText()));
        assertTrue(robot.lookup("#live").query().isDisabled());
    }

    @Test
    void theCommandThatMendsItIsCopied(FxRobot robot) {
        waitUntil(() -> robot.lookup("#copyCommand").query().isVisible());
        robot.clickOn("#copyCommand");
        AtomicReference<String> copied = new AtomicReference<>("");
        robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertEquals("sudo get $(it)", copied.get());
        window.checkLegible("live-obstacle");
    }
}
