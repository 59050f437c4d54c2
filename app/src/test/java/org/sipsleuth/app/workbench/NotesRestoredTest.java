package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.ui.Legibility;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Notes of a window that was never closed, in the next window.
@ExtendWith(ApplicationExtension.class)
class NotesRestoredTest {

    @TempDir Path directory;
    private Stage stage;
    private TestWindow window;
    private Path capture;

    @Start
    void start(Stage first) {
        stage = first;
        window = new TestWindow(directory);
        window.show(stage);
    }

    private boolean isSaved() throws IOException {
        Path notes = directory.resolve("config/notes");
        if (!Files.isDirectory(notes)) {
            return false;
        }
        try (Stream<Path> files = Files.list(notes)) {
            return files.anyMatch(file -> file.toString().endsWith(".notes.json"));
        }
    }

    private void mark(FxRobot robot) throws IOException {
        capture = window.sample("call.pcap");
        window.open(capture);
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(0))));
        window.run(() -> robot.lookup("#dialogs-table").query().requestFocus());
        robot.push(KeyCode.DIGIT2);
        TestWindow.waitUntil(this::isSaved);
    }

    /// Another window of the same user; the first is left as a killed program leaves it.
    private void openAgain(String name) throws IOException {
        TestWindow next = new TestWindow(directory);
        window.run(() -> next.show(stage));
        window = next;
        Path copy = directory.resolve(name);
        Files.copy(capture, copy);
        next.open(copy);
        TestWindow.waitUntil(() -> isOffered());
    }

    private boolean isOffered() {
        return window.workbench()
                .root()
                .lookupAll(".notice-banner .button")
                .stream()
                .anyMatch(button -> button.toString().contains("Restore"));
    }

    @Test
    void theyAreOfferedForTheSameCaptureAndRestored(FxRobot robot) throws IOException {
        mark(robot);
        openAgain("same-bytes-other-name.pcap");
        assertEquals(0, noted());
        window.run(() -> Legibility.check(stage.getScene(), "notes-offered"));
        robot.clickOn("Restore");
        assertEquals(1, noted());
        assertFalse(isOffered());
    }

    @Test
    void discardedOnesAreGone(FxRobot robot) throws IOException {
        mark(robot);
        openAgain("again.pcap");
        robot.clickOn("Discard");
        assertEquals(0, noted());
        TestWindow.waitUntil(() -> !isSaved());
    }

    private int noted() {
        return window.workbench().notes().byCallId().size();
    }
}
