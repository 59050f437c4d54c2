package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.fault.SeenFaults;
import org.sipsleuth.app.workbench.background.UncaughtFaults;
import org.sipsleuth.app.workbench.fault.FaultDisplay;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.app.workbench.page.Notice;
import org.sipsleuth.view.ui.Legibility;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Faults that nobody handles are shown in a dialog, which offers a report without evidence.
@ExtendWith(ApplicationExtension.class)
class UncaughtFaultWindowTest {

    @TempDir Path directory;
    private TestWindow window;
    private UncaughtFaults faults;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
        faults = window.workbench().uncaughtFaults();
        Thread.currentThread().setUncaughtExceptionHandler(faults);
    }

    @AfterEach
    void closeDialogs() {
        window.run(() -> dialogs().forEach(Window::hide));
    }

    private List<Window> dialogs() {
        return Window.getWindows()
                .stream()
                .filter(each -> each instanceof Stage && !each.equals(window.stage()))
                .toList();
    }

    private int dialogCount() {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> dialogs().size());
    }

    private Scene dialog() {
        return dialogs().getFirst().getScene();
    }

    private <N extends Node> N node(String id, Class<N> type) {
        return type.cast(WaitForAsyncUtils.waitForAsyncFx(5_000, () -> dialog().lookup(id)));
    }

    /// The same fault each time, from the same lines.
    private void fail(String message) {
        Platform.runLater(() -> {
            throw new IllegalStateException(message);
        });
    }

    private void failOnce() {
        fail("for a test");
        waitUntil(() -> !dialogs().isEmpty());
    }

    private boolean hasBanner() {
        return window.stage().getScene().lookup(".notice-banner.error") != null;
    }

    @Test
    void aFaultIsShownInADialogThatContinues(FxRobot robot) {
        failOnce();
        assertTrue(node("#faultContinue", Button.class).isFocused());
        robot.push(KeyCode.ENTER);
        assertEquals(0, dialogCount());
        assertTrue(window.stage().isShowing());
    }

    @Test
    void everyChoiceIsReachedByTheKeyboard(FxRobot robot) {
        failOnce();
        for (String id : List.of("faultDetails", "faultSave", "faultCopy", "faultQuit", "faultContinue")) {
            robot.push(KeyCode.TAB);
            assertEquals(id, WaitForAsyncUtils.waitForAsyncFx(5_000, () -> dialog().getFocusOwner().getId()));
        }
        robot.push(KeyCode.ESCAPE);
        assertEquals(0, dialogCount());
    }

    @Test
    void theReportHoldsNothingOfTheCapture() throws IOException {
        Path capture = directory.resolve("SECRET-file.pcap");
        try (CaptureFile file = new CaptureFile(capture)) {
            file.call("SECRET-call").after(100);
        }
        window.open(capture);
        waitUntil(() -> window.state() instanceof Shown && window.workbench().isAtRest());
        RuntimeException fault = new IllegalStateException("SECRET message", new IOException("SECRET cause"));
        fault.addSuppressed(new IllegalArgumentException("SECRET suppressed"));
        Thread.ofPlatform().name("SECRET thread").start(() -> faults.uncaughtException(Thread.currentThread(), fault));
        waitUntil(() -> !dialogs().isEmpty());
        Path report = directory.resolve("report.txt");
        window.desktop().willSaveTo(report);
        window.run(node("#faultSave", Button.class)::fire);
        waitUntil(() -> Files.exists(report) && node("#faultDone", Label.class).isVisible());
        String text = Files.readString(report);
        assertFalse(text.contains("SECRET"), text);
        assertFalse(text.contains(directory.toString()), text);
        assertTrue(text.contains("captures    1, less than 1 MB, 7 messages, 1 dialogs\n"), text);
        assertTrue(text.contains("page        dialogs\n"), text);
        assertTrue(text.contains("state       shown\n"), text);
        assertTrue(text.contains("graphics    by software\n"), text);
        assertTrue(text.contains("UncaughtFaultWindowTest.java:"), text);
        assertFalse(node("#faultDetails", TextArea.class).getText().contains("SECRET"));
    }

    @Test
    void noReportReplacesTheOpenCapture() throws IOException {
        Path capture = window.sample("call.pcap");
        byte[] before = Files.readAllBytes(capture);
        window.open(capture);
        failOnce();
        window.desktop().willSaveTo(capture);
        window.run(node("#faultSave", Button.class)::fire);
        waitUntil(() -> node("#faultDone", Label.class).getText().startsWith("The report was not saved: "));
        assertArrayEquals(before, Files.readAllBytes(capture));
    }

    @Test
    void theReportIsCopied() {
        failOnce();
        window.run(node("#faultCopy", Button.class)::fire);
        String copied = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.startsWith("SipSleuth fault report\n"), copied);
    }

    @Test
    void faultsWhileTheDialogIsOpenAreCountedInIt() {
        failOnce();
        for (int i = 0; i < 40; i++) {
            fail("again " + i);
            WaitForAsyncUtils.waitForFxEvents(1);
        }
        waitUntil(() -> node("#faultMore", Label.class).isVisible());
        assertEquals(1, dialogCount());
        window.run(node("#faultCopy", Button.class)::fire);
        assertTrue(node("#faultDetails", TextArea.class).getText().contains("times on JavaFX Application Thread\n"));
    }

    @Test
    void aFaultThatComesBackIsANoticeAndNoDialog() {
        failOnce();
        window.run(node("#faultContinue", Button.class)::fire);
        for (int i = 0; i < 3; i++) {
            fail("again");
            WaitForAsyncUtils.waitForFxEvents(1);
        }
        waitUntil(this::hasBanner);
        assertEquals(0, dialogCount());
        Button details = (Button) window.stage().getScene().lookup(".notice-banner .notice-acts .button");
        window.run(details::fire);
        assertEquals(1, dialogCount());
    }

    @Test
    void aFaultWithEveryFrameOpensOneDialogAndLeavesTheWindowInUse() {
        AtomicInteger frames = new AtomicInteger();
        AnimationTimer failing = new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames.incrementAndGet();
                throw new IllegalStateException("with every frame");
            }
        };
        window.run(failing::start);
        waitUntil(() -> frames.get() > 200 && !dialogs().isEmpty());
        assertEquals(1, dialogCount());
        window.run(node("#faultContinue", Button.class)::fire);
        int before = frames.get();
        waitUntil(() -> frames.get() > 3 * before);
        assertEquals(0, dialogCount());
        window.run(failing::stop);
    }

    @Test
    void manyKindsOfFaultsOpenThreeDialogs() {
        for (int i = 0; i < 12; i++) {
            RuntimeException fault = new RuntimeException();
            fault.setStackTrace(new StackTraceElement[]{new StackTraceElement("A", "b", "A.java", i)});
            faults.uncaughtException(Thread.currentThread(), fault);
            WaitForAsyncUtils.waitForFxEvents(1);
            assertEquals(i < 3 ? 1 : 0, dialogCount(), "after fault " + (i + 1));
            closeDialogs();
        }
        assertTrue(WaitForAsyncUtils.waitForAsyncFx(5_000, this::hasBanner));
    }

    @Test
    void aDialogThatFailsIsReplacedByANotice() {
        SeenFaults seen = new SeenFaults();
        AtomicInteger notices = new AtomicInteger();
        FaultDisplay display = new FaultDisplay(seen, new FailingSurroundings() {
            @Override
            public void note(Notice notice) {
                notices.incrementAndGet();
            }
        }, (Executor) Runnable::run);
        RuntimeException fault = new IllegalStateException();
        window.run(() -> display.show(seen.add(Thread.currentThread(), fault), fault));
        assertEquals(1, notices.get());
        assertEquals(0, dialogCount());
    }

    @Test
    void aNoticeThatFailsTooIsLoggedOnly() {
        SeenFaults seen = new SeenFaults();
        FaultDisplay display = new FaultDisplay(seen, new FailingSurroundings(), (Executor) Runnable::run);
        RuntimeException fault = new IllegalStateException();
        window.run(() -> display.show(seen.add(Thread.currentThread(), fault), fault));
        assertEquals(0, dialogCount());
    }

    @Test
    void lackOfMemoryIsANotice() {
        faults.uncaughtException(Thread.currentThread(), new OutOfMemoryError());
        waitUntil(this::hasBanner);
        assertEquals(0, dialogCount());
    }

    @Test
    void quitClosesTheWindow() {
        failOnce();
        window.run(node("#faultQuit", Button.class)::fire);
        waitUntil(() -> !window.stage().isShowing());
    }

    @Test
    void theDialogIsLegibleInBothThemes() {
        failOnce();
        Legibility.check(dialog(), "fault-dialog-light");
        closeDialogs();
        window.run(() -> window.workbench().look().switchTheme());
        faults.uncaughtException(Thread.currentThread(), new IllegalArgumentException());
        waitUntil(() -> !dialogs().isEmpty());
        Legibility.check(dialog(), "fault-dialog-dark");
        window.run(() -> window.workbench().look().switchTheme());
    }
}
