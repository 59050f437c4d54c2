package org.sipsleuth.app.workbench;

import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The pages can be read on a screen of 3840 × 2160 pixels, the menu of filters in both themes.
@ExtendWith(ApplicationExtension.class)
@Tag("long")
class LargeScreenLegibilityTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.settings().put("filter.saved", "Ends of calls\tsip.Method == \"BYE\"");
        window.show(stage);
    }

    @Test
    void largeScreen(FxRobot robot) throws IOException {
        window.open(window.sample("incident.pcap"));
        choose(0);
        window.checkLegibleAt4k("desk-ladder");
        choose(0, 1);
        robot.clickOn("#compare-button");
        waitUntil(() -> robot.lookup("#dialog-comparison").query().isVisible());
        window.checkLegibleAt4k("desk-comparison");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        waitUntil(() -> robot.lookup("#statistics-scope").tryQuery().isPresent());
        window.checkLegibleAt4k("desk-statistics");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.interact(
                () -> robot.lookup("#filter-field").queryAs(TextField.class).setText("sip.Method == \"NOBODY\""));
        robot.push(KeyCode.ENTER);
        waitUntil(() -> robot.lookup("Nothing matches the filter").tryQuery().isPresent());
        window.checkLegibleAt4k("desk-nothing");
    }

    private void choose(Integer... dialogs) {
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(dialogs))));
    }

    @Test
    void menuOfFilters(FxRobot robot) throws IOException {
        window.open(window.sample("incident.pcap"));
        for (Theme theme : Theme.values()) {
            window.run(() -> window.workbench().look().themeProperty().set(theme));
            window.run(robot.lookup("#filter-menu").queryAs(MenuButton.class)::show);
            window.pause();
            String name = "desk-filter-menu-" + theme.name().toLowerCase(Locale.ROOT);
            saveMenu(name);
            window.run(robot.lookup("#filter-menu").queryAs(MenuButton.class)::hide);
        }
    }

    private static void saveMenu(String name) {
        Window.getWindows()
                .stream()
                .filter(each -> each instanceof PopupWindow && each.isShowing())
                .findFirst()
                .ifPresent(menu -> Legibility.check(menu.getScene(), name));
    }
}
