package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.view.ui.Legibility;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PresentationTest {

    @TempDir Path directory;
    private TestWindow window;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        window = new TestWindow(directory);
        window.show(stage);
    }

    @Test
    void everythingIsScaledAndTheScaleIsRemembered(FxRobot robot) {
        Bounds before = onScreen(robot, "#rail-dialogs");
        robot.push(KeyCode.SHORTCUT, KeyCode.EQUALS);
        robot.push(KeyCode.SHORTCUT, KeyCode.EQUALS);
        robot.push(KeyCode.SHORTCUT, KeyCode.EQUALS);
        waitForFxEvents();
        Bounds larger = onScreen(robot, "#rail-dialogs");
        assertEquals(1.5, larger.getHeight() / before.getHeight(), 0.05);
        assertEquals("1.5", window.settings().get("window.scale").orElse(""));
        Legibility.check(stage.getScene(), "workbench-scaled");
        robot.clickOn("#rail-statistics"); // where it is drawn
        waitForFxEvents();
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
        waitForFxEvents();
        assertEquals(before, onScreen(robot, "#rail-dialogs"));
    }

    @Test
    void statusBarStaysInALargeWindowAtEveryScale(FxRobot robot) {
        robot.interact(
                () -> {
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(1920);
                    stage.setHeight(1080);
                });
        for (KeyCode key : new KeyCode[] {KeyCode.EQUALS, KeyCode.MINUS}) {
            for (int i = 0; i < 6; i++) {
                robot.push(KeyCode.SHORTCUT, key);
                waitForFxEvents();
                Bounds status = onScreen(robot, "#statusSlot");
                double bottom = stage.getScene().getWindow().getY() + stage.getHeight();
                assertTrue(status.getMaxY() <= bottom + 1, key + " " + i);
            }
        }
    }

    @Test
    void fullScreenBeginsWithF11AndEndsWithEscape(FxRobot robot) {
        robot.push(KeyCode.F11);
        waitForFxEvents();
        assertTrue(stage.isFullScreen());
        robot.push(KeyCode.ESCAPE);
        waitForFxEvents();
        assertFalse(stage.isFullScreen());
    }

    private static Bounds onScreen(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node.localToScreen(node.getLayoutBounds());
    }
}
