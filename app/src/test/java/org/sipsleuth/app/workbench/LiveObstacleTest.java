package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.network.FakeNetwork;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Where nothing can be captured.
@ExtendWith(ApplicationExtension.class)
class LiveObstacleTest {

    private static final String SENTENCE = "Live capture needs something: get it";

    @TempDir Path directory;

    @Start
    void start(Stage stage) {
        new TestWindow(directory, new FakeNetwork(Optional.of(SENTENCE))).show(stage);
    }

    @Test
    void theButtonIsDisabledAndSaysWhy(FxRobot robot) {
        Node holder = robot.lookup("#holder").query();
        waitUntil(() -> SENTENCE.equals(holder.getAccessibleText()));
        assertTrue(robot.lookup("#live").query().isDisabled());
    }
}
