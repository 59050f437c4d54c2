package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Changed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.view.session.Selection;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Captures that another program changes while they are open.
@ExtendWith(ApplicationExtension.class)
class ChangedCaptureTest {

    private static final int CALLS = 1_000;

    @TempDir Path directory;
    private TestWindow window;
    private Path file;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
        Thread.currentThread().setUncaughtExceptionHandler(window.workbench().uncaughtFaults());
    }

    @BeforeEach
    void open() throws IOException {
        file = directory.resolve("calls.pcap");
        try (CaptureFile capture = new CaptureFile(file)) {
            for (int call = 0; call < CALLS; call++) {
                capture.call("call-" + call).after(100);
            }
        }
        window.open(file);
        waitUntil(() -> window.state() instanceof Shown && window.workbench().isAtRest());
    }

    private void truncate() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(5_000);
        }
    }

    private void overwrite() throws IOException {
        byte[] other = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("call-", "fall-")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(other));
        }
    }

    private void choose(int dialog) {
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(dialog))));
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private static boolean isShown(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().filter(node -> node.isVisible()).isPresent();
    }

    private static boolean isUnreadable(FxRobot robot) {
        return isShown(robot, ".ladder-placeholder")
                && text(robot, ".ladder-placeholder").contains("can no longer be read");
    }

    private void assertConsistent(FxRobot robot) {
        assertTrue(isShown(robot, ".notice-banner.error"));
        assertEquals(Optional.empty(), window.workbench().filter().filteredProperty().get());
        assertEquals("", window.workbench().filter().textProperty().get());
        assertTrue(text(robot, "#dialogs-count").startsWith("1,000 "), text(robot, "#dialogs-count"));
        assertFalse(isShown(robot, "#chip-filter"));
    }

    private void filter(String text) {
        window.run(() -> {
            try {
                window.workbench().filter().apply(text);
            } catch (FilterSyntaxException wrong) {
                throw new IllegalStateException(wrong);
            }
        });
    }

    private void changes(FxRobot robot, Change change, String name) throws IOException {
        choose(0);
        waitUntil(() -> text(robot, "#ladder-position").equals("1 of 7"));
        filter("sip.Call-ID contains \"call-1\"");
        waitUntil(() -> window.workbench().filter().filteredProperty().get().isPresent());
        change.run();
        filter("sip.Call-ID contains \"call-2\"");
        waitUntil(() -> window.state() instanceof Changed);
        waitUntil(() -> !window.workbench().filter().runningProperty().get());
        assertConsistent(robot);
        choose(CALLS - 1);
        waitUntil(() -> isUnreadable(robot));
        filter("sip.Call-ID contains \"call-3\"");
        waitUntil(() -> !window.workbench().filter().runningProperty().get());
        assertConsistent(robot);
        window.checkLegible(name);
    }

    private interface Change {
        void run() throws IOException;
    }

    @Test
    void truncatedCaptureIsReportedAndAllViewsAgree(FxRobot robot) throws IOException {
        changes(robot, this::truncate, "capture-truncated");
    }

    @Test
    void overwrittenCaptureIsReportedAndAllViewsAgree(FxRobot robot) throws IOException {
        changes(robot, this::overwrite, "capture-overwritten");
    }

    /// How often each kind of change is tried, at random moments of what a user does.
    private static final int REPEATS = Integer.getInteger("sipsleuth.changes", 3);

    private void repeatedly(FxRobot robot, Change change) throws Exception {
        Random chosen = new Random(1);
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < REPEATS; i++) {
            Files.write(file, whole);
            window.open(file);
            assertInstanceOf(Shown.class, window.state());
            Thread.sleep(30); // clocks of file systems tick some ms apart
            int act = i;
            int dialog = chosen.nextInt(CALLS);
            int delay = chosen.nextInt(150);
            Thread changing = Thread.ofPlatform().start(() -> {
                try {
                    Thread.sleep(delay);
                    change.run();
                } catch (InterruptedException | IOException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            for (int step = 0; step < 8; step++) {
                int next = (dialog + 100 * step) % CALLS;
                choose(next);
                if ((act + step) % 2 == 0) {
                    filter("sip.Call-ID contains \"call-" + step + "\"");
                }
                robot.push(KeyCode.RIGHT);
            }
            changing.join();
            waitUntil(() -> window.state() instanceof Changed);
            waitUntil(() -> !window.workbench().filter().runningProperty().get());
            assertConsistent(robot);
            choose(dialog);
            waitUntil(() -> isUnreadable(robot));
            assertFalse(text(robot, ".notice-banner .text-bold").contains("nternal error"));
        }
    }

    @Test
    @Tag("long")
    void everyTruncationIsReported(FxRobot robot) throws Exception {
        repeatedly(robot, this::truncate);
    }

    @Test
    @Tag("long")
    void everyOverwriteIsReported(FxRobot robot) throws Exception {
        repeatedly(robot, this::overwrite);
    }

    @Test
    void ladderDoesNotStayOnAnotherDialog(FxRobot robot) throws IOException {
        choose(0);
        waitUntil(() -> text(robot, "#ladder-position").equals("1 of 7"));
        truncate();
        choose(CALLS - 1); // at once, before anybody has looked at the file
        waitUntil(() -> window.state() instanceof Changed);
        choose(CALLS - 2);
        waitUntil(() -> isUnreadable(robot));
    }

    @Test
    void captureIsOpenedAgainByTheKeyboard(FxRobot robot) throws IOException {
        overwrite();
        waitUntil(() -> window.state() instanceof Changed);
        Button again = robot.lookup(".notice-banner").lookup(".button").match(Button::isVisible).queryButton();
        assertEquals("Open again", again.getText());
        robot.interact(again::requestFocus);
        assertTrue(again.isFocused());
        robot.push(KeyCode.SPACE);
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals("fall-0", window.state().index().orElseThrow().dialogs().callId(0));
        assertFalse(isShown(robot, ".notice-banner"));
    }

    @Test
    void growingCaptureIsNoChange(FxRobot robot) throws Exception {
        Files.write(file, new byte[100], StandardOpenOption.APPEND);
        Thread.sleep(1_500); // three looks
        assertInstanceOf(Shown.class, window.state());
        choose(CALLS - 1);
        waitUntil(() -> text(robot, "#ladder-position").equals("1 of 7"));
    }
}
