package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Empty;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.ui.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Works with a window that nothing is open in yet, as a person does.
@ExtendWith(ApplicationExtension.class)
class WorkbenchTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private SipIndex index() {
        return assertInstanceOf(Shown.class, window.state()).shown().index();
    }

    private Path calls(String name, int count) throws IOException {
        Path file = window.path(name);
        try (CaptureFile capture = new CaptureFile(file)) {
            for (int i = 0; i < count; i++) {
                capture.after(1000).call("call-" + i + "@test");
            }
        }
        return file;
    }

    @Test
    void opensWhatTheChooserGives(FxRobot robot) throws IOException {
        window.desktop().willChoose(calls("five.pcap", 5));
        robot.clickOn("#openButton");
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals(5, index().dialogs().size());
        assertEquals("five.pcap – SipSleuth", window.stage().getTitle());
        assertTrue(robot.lookup("35 messages   5 dialogs").tryQuery().isPresent());
    }

    @Test
    void aChooserThatIsCancelledChangesNothing(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.O);
        assertInstanceOf(Empty.class, window.state());
    }

    @Test
    void opensASampleFromTheStartPage(FxRobot robot) {
        robot.clickOn("An incident");
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals("incident.pcap – SipSleuth", window.stage().getTitle());
    }

    @Test
    void opensASampleOfAGroupThatIsUnfolded(FxRobot robot) {
        window.run(() -> window.stage().setHeight(900));
        robot.clickOn("An office, and those who attack it").clickOn("Scans");
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals("scan.pcap – SipSleuth", window.stage().getTitle());
    }

    @Test
    void theThemeIsRemembered(FxRobot robot) {
        robot.clickOn("#theme");
        assertTrue(window.workbench().root().getStyleClass().contains("dark"));
        assertEquals(Optional.of("dark"), window.settings().get("theme"));
        robot.push(KeyCode.CONTROL, KeyCode.T);
        assertFalse(window.workbench().root().getStyleClass().contains("dark"));
        assertEquals(Theme.LIGHT, window.workbench().look().themeProperty().get());
    }

    @Test
    void aFileThatIsGoneIsNamedAndStaysInTheList(FxRobot robot) throws IOException {
        Path file = calls("gone.pcap", 1);
        window.open(file);
        Files.delete(file);
        window.open(file);
        assertInstanceOf(Failed.class, window.state());
        assertTrue(robot.lookup("gone.pcap not found").tryQuery().isPresent());
        assertTrue(window.settings().get("recent").orElse("").endsWith("gone.pcap"));
    }
}
