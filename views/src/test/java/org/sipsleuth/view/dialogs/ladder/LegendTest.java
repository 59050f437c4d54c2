package org.sipsleuth.view.dialogs.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.dialogs.DialogsView;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.SampleCalls;
import org.sipsleuth.view.ui.folder.SystemFolders;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The legend is opened and closed by key and from the menu, and explains what is drawn.
@ExtendWith(ApplicationExtension.class)
class LegendTest {

    private final SelectionModel selection = new SelectionModel();
    private SipIndex index;
    private DialogsView view;
    private Scene scene;

    @Start
    void start(Stage stage) throws IOException {
        Path file = Files.createTempFile("calls", ".pcap");
        index = SampleCalls.calls(3).index(file);
        file.toFile().deleteOnExit(); // messages are read of it
        view = new DialogsView(selection, Memory.forgetful(), new SystemFolders());
        scene = FxStage.show(stage, view.root(), 1_280, 720);
        view.show(index);
        selection.set(Selection.NONE.withDialogs(List.of(0)));
    }

    @Test
    void aKeyOpensAndClosesTheLegendOfTheLadder(FxRobot robot) {
        focusLadder(robot);
        assertTrue(legend(robot).isEmpty());
        robot.push(KeyCode.K);
        String plain = legend(robot).orElseThrow().getAccessibleText();
        assertTrue(plain.contains("request, 1xx provisional, 2xx success"), plain);
        assertTrue(plain.contains("dotted: a retransmission"), plain);
        assertFalse(plain.contains("a transaction"), plain);
        robot.push(KeyCode.K);
        waitUntilClosed(robot);
        focusLadder(robot);
        robot.push(KeyCode.B).push(KeyCode.K);
        String brackets = legend(robot).orElseThrow().getAccessibleText();
        assertTrue(brackets.contains("a transaction"), brackets);
        robot.push(KeyCode.ESCAPE);
        waitUntilClosed(robot);
    }

    @Test
    void theMenuOfTheLadderOpensItInTheColoursOfEachTheme(FxRobot robot) {
        focusLadder(robot);
        for (boolean isDark : new boolean[]{false, true}) {
            robot.interact(() -> FxStage.setDark(scene, isDark));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> itemOfMenu(robot).getOnAction().handle(null));
            Node drawn = legend(robot).orElseThrow();
            WritableImage image = picture(robot, drawn);
            Legibility.check(drawn.getScene(), "ladder-legend-" + (isDark ? "dark" : "light"));
            Color corner = image.getPixelReader().getColor(0, 0);
            assertEquals(isDark, corner.getBrightness() < 0.5, corner.toString());
            assertTrue(distinct(image) > 6, "arrows in the colours of their kinds");
            robot.interact(() -> itemOfMenu(robot).getOnAction().handle(null));
            waitUntilClosed(robot);
        }
    }

    private static MenuItem itemOfMenu(FxRobot robot) {
        return robot.lookup("#ladder-modes")
                .queryAs(MenuButton.class)
                .getItems()
                .stream()
                .filter(item -> item.getText() != null && item.getText().startsWith("Legend"))
                .findFirst()
                .orElseThrow();
    }

    private void focusLadder(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Optional<Node> legend(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#ladder-legend").tryQuery();
    }

    /// It fades out.
    private static void waitUntilClosed(FxRobot robot) {
        try {
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> legend(robot).isEmpty());
        } catch (TimeoutException e) {
            throw new AssertionError("the legend is still open", e);
        }
    }

    private static WritableImage picture(FxRobot robot, Node node) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = node.snapshot(null, null));
        return image[0];
    }

    private static long distinct(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        return IntStream.range(0, width * height)
                .map(i -> image.getPixelReader().getArgb(i % width, i / width))
                .distinct()
                .count();
    }
}
