package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A file with corrections of roles that is broken: the window names it, its line and what to do.
@ExtendWith(ApplicationExtension.class)
class UserRolesTest {

    @TempDir Path directory;
    private TestWindow window;
    private Path file;

    @Start
    void start(Stage stage) throws IOException {
        window = new TestWindow(directory);
        file = window.settings().directory().resolve("roles.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "address,role\n192.0.2.1,registrar\n192.0.2.2,telephone\u001b\n");
        window.show(stage);
    }

    private static String shown(FxRobot robot) {
        return robot.lookup((Predicate<Node>) Labeled.class::isInstance)
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void brokenCorrectionsAreAnErrorInTheWindow(FxRobot robot) throws IOException {
        assertNamed(shown(robot));
        window.open(window.sample("call.pcap"));
        waitUntil(() -> window.workbench().isAtRest());
        assertNamed(shown(robot));
        window.checkLegible("workbench-broken-roles");
        window.run(() -> robot.lookup("#dismissBanner").queryButton().fire());
        assertFalse(shown(robot).contains("roles.csv"));
    }

    private void assertNamed(String all) {
        assertTrue(all.contains("Your corrections of roles were not read: roles.csv, line 3: unknown role"
                + " \"telephone\\x1b\"; use one of phone, registrar"), all);
        assertTrue(all.contains("Correct the file " + file + ", then start SipSleuth again."), all);
    }
}
