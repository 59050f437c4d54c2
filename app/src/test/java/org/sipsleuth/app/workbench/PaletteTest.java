package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ModalPane;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.view.ui.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Finds and runs commands as a person does who knows no keys.
@ExtendWith(ApplicationExtension.class)
class PaletteTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private static void open(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    }

    private static ListView<?> found(FxRobot robot) {
        return robot.lookup("#palette-found").queryListView();
    }

    private static boolean isShown(FxRobot robot) {
        return robot.lookup(".modal-pane").queryAs(ModalPane.class).isDisplay();
    }

    @Test
    void aCommandFoundByItsWordsIsDone(FxRobot robot) {
        Theme before = window.workbench().look().themeProperty().getValue();
        open(robot);
        robot.write("light dark");
        assertEquals(1, found(robot).getItems().size());
        robot.push(KeyCode.ENTER);
        assertFalse(isShown(robot));
        assertNotEquals(before, window.workbench().look().themeProperty().getValue());
    }

    @Test
    void aCommandMayShowAPageOfItsOwn(FxRobot robot) {
        open(robot);
        robot.write("keyboard shortcuts");
        robot.push(KeyCode.ENTER);
        assertTrue(robot.lookup("#helpPage").tryQuery().isPresent());
    }

    @Test
    void whatCannotBeDoneNowIsSaid(FxRobot robot) {
        open(robot);
        robot.write("capture report");
        robot.push(KeyCode.ENTER);
        assertTrue(isShown(robot));
        assertTrue(robot.lookup("#palette-note").queryLabeled().getText().contains("Capture report"));
    }

    @Test
    void arrowsChooseAndEscapeCloses(FxRobot robot) {
        open(robot);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.UP);
        assertEquals(1, found(robot).getSelectionModel().getSelectedIndex());
        robot.push(KeyCode.ESCAPE);
        assertFalse(isShown(robot));
    }
}
