package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HelpTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    @Test
    void theHelpShowsTheLicencesOfAllLibraries(FxRobot robot) {
        robot.push(KeyCode.F1);
        TextArea licences = robot.lookup("#licences").queryAs(TextArea.class);
        assertFalse(licences.isVisible());
        robot.clickOn("#licencesLink");
        assertTrue(licences.isVisible());
        assertTrue(licences.getText().contains("pcap4j-core"));
        window.checkLegible("help-licences");
        robot.clickOn("#licencesLink");
        assertFalse(licences.isVisible());
    }
}
