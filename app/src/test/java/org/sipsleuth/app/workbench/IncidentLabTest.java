package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The lab that the sample captures' `README.md` describes finds what it says.
@ExtendWith(ApplicationExtension.class)
class IncidentLabTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    @Test
    void searchesFindWhatTheLabSays(FxRobot robot) {
        robot.clickOn("An incident");
        waitUntil(() -> window.state() instanceof Shown);
        finds(robot, "", 390);
        finds(robot, "options 203.0.113", 253);
        finds(robot, "register 203.0.113.66", 52);
        finds(robot, "register 203.0.113.66 404", 39);
        finds(robot, "203.0.113.129", 6);
        finds(robot, "options 198.51.100.11", 23);
        finds(robot, "register 192.0.2.19", 1);
    }

    @Test
    void theTruthIsWhatTheLabSays(FxRobot robot) {
        robot.clickOn("An incident");
        waitUntil(() -> robot.lookup("#truth").query().getParent().isVisible());
        robot.clickOn("#truth");
        waitUntil(() -> robot.lookup("#truth").queryAs(ToggleButton.class).isSelected());
        finds(robot, "scan A1", 253);
        finds(robot, "scan A2", 51);
        finds(robot, "cracking A3", 1);
        finds(robot, "fraud A4", 6);
        finds(robot, "normal", 79);
    }

    private void finds(FxRobot robot, String words, int number) {
        TableView<?> table = robot.lookup("#dialogs-table").queryTableView();
        TextField search = robot.lookup("#dialogs-search").queryAs(TextField.class);
        window.run(() -> search.setText(words));
        waitUntil(() -> table.getItems().size() == number);
        assertEquals(number, table.getItems().size(), words);
    }
}
