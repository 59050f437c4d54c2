package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.Memory;
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
    void aClosedWindowIsNotHeld(FxRobot robot) {
        AtomicReference<WeakReference<Presentation>> closed = new AtomicReference<>();
        robot.interact(() -> {
            ScaledPane root = new ScaledPane();
            closed.set(new WeakReference<>(new Presentation(root, Memory.forgetful(), new SimpleBooleanProperty())));
            Stage other = new Stage();
            other.setScene(new Scene(root, 400, 300));
            other.show();
            other.close();
        });
        TestWindow.waitUntil(() -> {
            System.gc();
            return closed.get().get() == null;
        });
    }

    @Test
    void statusBarStaysInALargeWindowAtEveryScale(FxRobot robot) {
        robot.interact(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1920);
            stage.setHeight(1080);
        });
        for (KeyCode key : new KeyCode[]{KeyCode.EQUALS, KeyCode.MINUS}) {
            for (int i = 0; i < 6; i++) {
                robot.push(KeyCode.SHORTCUT, key);
                waitForFxEvents();
                Bounds status = onScreen(robot, "#statusSlot");
                double bottom = stage.getScene().getWindow().getY() + stage.getHeight();
                assertTrue(status.getMaxY() <= bottom + 1, key + " " + i);
            }
        }
    }

    /// A window that grows gets its new width and its new height one after the other.
    @Test
    void navigationAndStatusBarStayInTheWindowWhateverSizeItTakes(FxRobot robot) {
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.SHORTCUT, KeyCode.EQUALS);
        }
        waitForFxEvents();
        assertEquals("1.5", window.settings().get("window.scale").orElse(""));
        double[][] sizes = {{1920, 1080}, {1920, 800}, {1400, 800}, {1280, 1000}, {1280, 720}};
        for (double[] size : sizes) {
            resize(robot, size[0], size[1]);
            checkFilled(robot, size[0] + " x " + size[1]);
        }
        robot.push(KeyCode.F11);
        waitForFxEvents();
        checkFilled(robot, "full screen");
        robot.push(KeyCode.ESCAPE);
        waitForFxEvents();
        checkFilled(robot, "full screen left");
        robot.interact(() -> stage.setMaximized(true));
        waitForFxEvents();
        checkFilled(robot, "maximised");
        robot.interact(() -> stage.setMaximized(false));
        window.checkLegible("workbench-scaled-resized");
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
        waitForFxEvents();
        checkFilled(robot, "as usual again");
    }

    private void resize(FxRobot robot, double width, double height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        waitForFxEvents();
    }

    /// The window is filled from edge to edge: the rail at its left, the status bar at its foot.
    private void checkFilled(FxRobot robot, String when) {
        Scene scene = stage.getScene();
        Bounds rail = inScene(robot, "#rail-overview");
        Bounds status = inScene(robot, "#statusSlot");
        assertTrue(rail.getMinX() >= 0 && rail.getMinX() < 20, when + ": rail at " + rail);
        assertEquals(0, status.getMinX(), 1, when + ": status bar from " + status);
        assertEquals(scene.getWidth(), status.getMaxX(), 1, when + ": status bar to " + status);
        assertEquals(scene.getHeight(), status.getMaxY(), 1, when + ": status bar at " + status);
    }

    private static Bounds inScene(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node.localToScene(node.getLayoutBounds());
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

    @Test
    void aPresentationIsLargeAloneAndForgotten(FxRobot robot) throws Exception {
        window.open(window.sample("flood.pcap"));
        window.run(() -> window.workbench().openPage(DialogsPage.ID));
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(3))));
        Bounds before = onScreen(robot, "#rail-dialogs");
        robot.push(KeyCode.F5);
        waitForFxEvents();
        assertTrue(stage.isFullScreen());
        robot.push(KeyCode.F11);
        stageOf(robot, 1920, 1080);
        assertEquals(1.75, scale(robot), 0.001);
        stageOf(robot, 1280, 720);
        assertEquals(1.5, scale(robot), 0.001);
        assertFalse(isShown(robot, "#statusSlot"), "below the page");
        assertFalse(window.workbench().look().inspectorOpenProperty().get());
        assertTrue(window.workbench().look().railCollapsedProperty().get());
        Node ladder = robot.lookup("#ladder").query();
        assertTrue(ladder.getLayoutBounds().getHeight() > 200, "the ladder has " + ladder.getLayoutBounds());
        for (String page : List.of(DialogsPage.ID, "overview", "floods", "labs")) {
            window.run(() -> window.workbench().openPage(page));
            window.checkLegible("presentation-" + page);
        }
        robot.push(KeyCode.SHORTCUT, KeyCode.EQUALS);
        waitForFxEvents();
        assertEquals(1.75, scale(robot), 0.001);
        window.run(() -> window.workbench().openPage(DialogsPage.ID));
        robot.push(KeyCode.ESCAPE);
        waitForFxEvents();
        assertFalse(stage.isFullScreen());
        assertTrue(isShown(robot, "#statusSlot"));
        assertTrue(window.workbench().look().inspectorOpenProperty().get(), "as it was before");
        assertEquals(before.getHeight(), onScreen(robot, "#rail-dialogs").getHeight(), 0.5);
        assertEquals(1, scale(robot));
        assertEquals("", window.settings().get("window.scale").orElse(""));
        assertEquals("true", window.settings().get("inspector.open").orElse(""));
        assertEquals("", window.settings().get("rail.collapsed").orElse(""));
    }

    private void stageOf(FxRobot robot, double width, double height) {
        waitForFxEvents();
        resize(robot, width, height);
    }

    private static double scale(FxRobot robot) {
        return robot.lookup("#root").queryAs(ScaledPane.class).scaleProperty().get();
    }

    private static boolean isShown(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static Bounds onScreen(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node.localToScreen(node.getLayoutBounds());
    }
}
