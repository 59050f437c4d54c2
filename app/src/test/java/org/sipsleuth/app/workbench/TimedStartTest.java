package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.SimpleLongProperty;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The window as a script times it from outside.
@ExtendWith(ApplicationExtension.class)
class TimedStartTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.staysOnOverview();
        window.show(stage);
    }

    @AfterEach
    void forget() {
        System.clearProperty(TimedStart.WINDOW);
        System.clearProperty(TimedStart.ANSWER);
    }

    @Test
    void bothTimesAreWrittenAndTheWindowCloses() throws IOException {
        Path shown = directory.resolve("shown");
        Path answered = directory.resolve("answered");
        System.setProperty(TimedStart.WINDOW, shown.toString());
        System.setProperty(TimedStart.ANSWER, answered.toString());
        window.run(() -> TimedStart.follow(window.workbench(), window.stage()::close));
        waitUntil(() -> !window.stage().isShowing());
        assertTrue(Long.parseLong(Files.readString(shown).strip()) > 0);
        assertTrue(Long.parseLong(Files.readString(answered).strip()) > 0);
    }

    @Test
    void withoutPropertiesTheWindowStaysAndOpensNothing() {
        window.run(() -> TimedStart.follow(window.workbench(), window.stage()::close));
        window.pause();
        assertTrue(window.stage().isShowing());
    }

    @Test
    void anAnswerThatIsDrawnAfterRestIsStillTaken() {
        SimpleLongProperty answer = new SimpleLongProperty(-1);
        List<OptionalLong> taken = new ArrayList<>();
        window.run(() -> TimedStart.await(answer, Runnable::run, Duration.hours(1), taken::add));
        assertEquals(List.of(), taken, "at rest, and not drawn yet");
        window.run(() -> answer.set(70));
        assertEquals(List.of(OptionalLong.of(70)), taken, "drawn");
    }

    @Test
    void withoutAnAnswerTheWaitingEndsOnce() {
        SimpleLongProperty answer = new SimpleLongProperty(-1);
        List<OptionalLong> taken = new ArrayList<>();
        window.run(() -> TimedStart.await(answer, Runnable::run, Duration.millis(1), taken::add));
        waitUntil(() -> !taken.isEmpty());
        assertEquals(List.of(OptionalLong.empty()), taken);
    }
}
