package org.sipsleuth.app.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.Progress;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.ui.Legibility;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Every designed state of the window can be read, in both themes and two sizes.
@ExtendWith(ApplicationExtension.class)
@Tag("long")
class WorkbenchLegibilityTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private Path[] samples(String... names) throws IOException {
        Path[] files = new Path[names.length];
        for (int i = 0; i < names.length; i++) {
            files[i] = window.sample(names[i]);
        }
        return files;
    }

    private SipIndex index() {
        return assertInstanceOf(Shown.class, window.state()).shown().index();
    }

    @Test
    void empty() {
        window.checkLegible("workbench-empty");
    }

    @Test
    void samplesUnfolded(FxRobot robot) {
        robot.clickOn("An office, and those who attack it");
        window.checkLegible("workbench-samples");
    }

    @Test
    void loaded() throws IOException {
        window.open(samples("call.pcap"));
        int message = index().messagesOf(0)[3];
        window.run(() -> window.workbench()
                .selection()
                .set(Selection.NONE.withDialogs(List.of(0)).withMessages(List.of(message))));
        window.checkLegible("workbench-message");
    }

    @Test
    void loadedSeveral() throws IOException {
        window.open(samples("register.pcap", "call.pcap", "busy.pcap", "lossy.pcap", "forked.pcap"));
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(0, 1, 2))));
        window.checkLegible("workbench-several");
    }

    @Test
    void nothingChosen() throws IOException {
        window.open(samples("forked.pcap"));
        window.run(() -> window.workbench().selection().set(Selection.NONE));
        window.checkLegible("workbench-nothing-chosen");
    }

    @Test
    void failedAtStart() throws IOException {
        window.open(window.file("notes.pcap", "These are notes.".getBytes(UTF_8)));
        assertInstanceOf(Failed.class, window.state());
        window.checkLegible("workbench-failed");
    }

    @Test
    void failedLater() throws IOException {
        window.open(samples("call.pcap"));
        window.open(window.file("notes.pcap", "These are notes.".getBytes(UTF_8)));
        window.checkLegible("workbench-failed-later");
    }

    @Test
    void damaged() throws IOException {
        byte[] whole = Files.readAllBytes(window.sample("lossy.pcap"));
        window.open(window.file("cut.pcap", Arrays.copyOf(whole, whole.length * 2 / 3)));
        window.checkLegible("workbench-damaged");
    }

    @Test
    void noSip() throws IOException {
        Path file = window.path("quiet.pcap");
        try (CaptureFile capture = new CaptureFile(file)) {
            for (int i = 0; i < 20; i++) {
                capture.after(10).udp(1, 2, new byte[]{(byte) 0x80, 0, 0, 1});
            }
        }
        window.open(file);
        window.checkLegible("workbench-no-sip");
    }

    @Test
    void loading() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        window.readWith((files, options, monitor, partial) -> {
            SipIndex read = CaptureIndexer.read(files, monitor);
            partial.accept(read);
            while (!monitor.isCancelled() && end.getCount() > 0) {
                monitor.progress(new Progress("Reading capture", 63, 100));
                LockSupport.parkNanos(1_000_000);
            }
            return read;
        });
        window.begin(samples("forked.pcap"));
        waitUntil(() -> window.state() instanceof Loading l && l.partial().isPresent());
        window.checkLegible("workbench-loading");
        end.countDown();
        waitUntil(() -> window.state() instanceof Shown);
    }

    @Test
    void account(FxRobot robot) throws IOException {
        window.open(samples("register.pcap", "call.pcap", "cooked.pcap"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        window.checkLegible("workbench-account");
        assertFalse(robot.lookup("#notReadTable").queryTableView().getItems().isEmpty());
    }

    @Test
    void help(FxRobot robot) {
        robot.push(KeyCode.F1);
        window.checkLegible("workbench-help");
    }

    @Test
    void palette(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        window.checkLegible("workbench-palette");
    }

    @Test
    void brushed(FxRobot robot) throws IOException {
        Path file = window.path("calls.pcap");
        try (CaptureFile capture = new CaptureFile(file)) {
            for (int i = 0; i < 400; i++) {
                capture.after(i * 37L % 9000).call("call-" + i + "@test");
            }
        }
        window.open(file);
        robot.moveTo(".strip-canvas")
                .press(MouseButton.PRIMARY)
                .moveBy(30, 0)
                .moveBy(220, 0)
                .release(MouseButton.PRIMARY);
        window.checkLegible("workbench-brushed");
    }

    @Test
    void dialogChosen() throws IOException {
        window.open(samples("lossy.pcap"));
        window.run(() -> {
            window.workbench().selection().set(Selection.NONE.withDialogs(List.of(0)));
        });
        window.checkLegible("workbench-dialog");
    }

    @Test
    void narrow(FxRobot robot) throws IOException {
        window.open(samples("call.pcap"));
        robot.clickOn("#railMenu").clickOn("#captures");
        window.run(() -> {
            window.stage().setWidth(960);
            window.stage().setHeight(600);
        });
        window.pause();
        Legibility.check(window.stage().getScene(), "workbench-narrow");
        window.open(samples("register.pcap", "lossy.pcap"));
        robot.push(KeyCode.F4).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        window.pause();
        Legibility.check(window.stage().getScene(), "workbench-narrow-account");
        robot.push(KeyCode.ESCAPE).push(KeyCode.F1);
        window.pause();
        Legibility.check(window.stage().getScene(), "workbench-narrow-help");
    }

    @Test
    void focusIsSeen(FxRobot robot) {
        robot.push(KeyCode.TAB);
        for (String name : List.of("1", "2", "3")) {
            robot.push(KeyCode.TAB);
            Legibility.check(window.stage().getScene(), "workbench-focus-" + name);
        }
    }

    @Test
    void loadingBeforeTheFirstMessage() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        window.readWith((files, options, monitor, partial) -> {
            while (end.getCount() > 0) {
                monitor.progress(new Progress("Reading capture", 21, 100));
                LockSupport.parkNanos(1_000_000);
            }
            return CaptureIndexer.read(files, monitor);
        });
        window.begin(samples("forked.pcap", "busy.pcap"));
        window.checkLegible("workbench-loading-first");
        end.countDown();
        waitUntil(() -> window.state() instanceof Shown);
    }

    @Test
    void aDirectoryIsNoCapture() {
        window.open(directory);
        assertInstanceOf(Failed.class, window.state());
        window.checkLegible("workbench-directory");
    }

    @Test
    void startWithRecentFiles() throws IOException {
        window.open(samples("forked.pcap", "busy.pcap"));
        window.open(samples("call.pcap"));
        window.open(window.file("x.pcap", new byte[0]));
        window.run(() -> window.stage().hide());
        Stage[] again = new Stage[1];
        window.run(() -> {
            again[0] = new Stage();
            window.show(again[0]);
        });
        window.checkLegible("workbench-recent");
        window.run(again[0]::hide);
    }
}
