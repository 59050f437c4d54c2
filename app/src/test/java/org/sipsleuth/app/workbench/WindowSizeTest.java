package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A window that was left on a larger screen fits the one at hand.
@ExtendWith(ApplicationExtension.class)
class WindowSizeTest {

    @TempDir Path directory;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        TestWindow window = new TestWindow(directory);
        window.settings().put(WorkbenchApplication.WIDTH, "9000");
        window.settings().put("window.height", "9000");
        window.show(stage);
    }

    @Test
    void theWindowIsNotLargerThanTheScreen() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        assertTrue(stage.getScene().getWidth() <= screen.getWidth());
        assertTrue(stage.getScene().getHeight() <= screen.getHeight());
    }
}
