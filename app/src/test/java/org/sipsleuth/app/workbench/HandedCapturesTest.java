package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.handover.FileHandOver;
import org.sipsleuth.app.handover.RunningWindow;
import org.sipsleuth.app.handover.WindowSockets;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Empty;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.live.LiveRequest;
import org.sipsleuth.live.RingSettings;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Captures that another process hands over to the window.
@ExtendWith(ApplicationExtension.class)
class HandedCapturesTest {

    @TempDir Path directory;
    private TestWindow window;
    private HandedCaptures handed;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory, new FakeNetwork());
        window.show(stage);
        handed = new HandedCaptures(window.workbench(), stage);
    }

    @Test
    void aCaptureIsOpenedAndTheWindowComesBack() throws IOException {
        Path capture = window.sample("call.pcap");
        window.run(() -> window.stage().setIconified(true));
        assertTrue(handed.open(List.of(capture)));
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals(List.of(capture),
                window.state().index().orElseThrow().files().stream().map(f -> f.path()).toList());
        assertFalse(window.stage().isIconified());
        Path second = window.sample("incident.pcap");
        assertTrue(handed.open(List.of(second)));
        waitUntil(() -> window.state() instanceof Shown
                && window.state().index().orElseThrow().files().getFirst().path().equals(second));
    }

    @Test
    void overASocketItIsTheSame() throws IOException {
        WindowSockets sockets = new WindowSockets(directory, "d");
        try (RunningWindow _ = RunningWindow.listen(sockets, 1, handed)) {
            assertTrue(FileHandOver.toRunningWindow(sockets, List.of(window.sample("call.pcap"))));
            waitUntil(() -> window.state() instanceof Shown);
        }
    }

    @Test
    void aFileThatIsNoCaptureIsReportedInTheWindow() throws IOException {
        assertTrue(handed.open(List.of(window.file("text.pcap", new byte[100]))));
        waitUntil(() -> window.state() instanceof Failed);
    }

    @Test
    void aPageOverTheWindowIsNotClosed() throws IOException {
        window.run(window.workbench()::showHelp);
        assertFalse(handed.open(List.of(window.sample("call.pcap"))));
        assertInstanceOf(Empty.class, window.state());
        window.run(window.workbench()::escape);
        assertTrue(handed.open(List.of(window.sample("call.pcap"))));
    }

    @Test
    void aDialogThatAsksIsNotOvertaken() throws IOException {
        Stage[] question = new Stage[1];
        window.run(() -> {
            question[0] = new Stage();
            question[0].initOwner(window.stage());
            question[0].initModality(Modality.WINDOW_MODAL);
            question[0].show();
        });
        assertFalse(handed.open(List.of(window.sample("call.pcap"))));
        window.run(question[0]::hide);
        assertTrue(handed.open(List.of(window.sample("call.pcap"))));
    }

    @Test
    void aCallThatWaitsForItsAnswerIsNotOvertaken() throws IOException {
        Object key = new Object();
        CountDownLatch entered = new CountDownLatch(1);
        Platform.runLater(() -> {
            Platform.runLater(entered::countDown);
            Platform.enterNestedEventLoop(key);
        });
        waitUntil(() -> entered.getCount() == 0);
        assertFalse(handed.open(List.of(window.sample("call.pcap"))));
        window.run(() -> Platform.exitNestedEventLoop(key, null));
        assertTrue(handed.open(List.of(window.sample("call.pcap"))));
    }

    @Test
    void aLiveCaptureIsNotEnded() throws IOException {
        Platform.runLater(() -> window.workbench()
                .captures()
                .capture(new LiveRequest("fake0", "", RingSettings.in(directory.resolve("ring"))), List.of()));
        waitUntil(() -> window.state() instanceof Live);
        assertFalse(handed.open(List.of(window.sample("call.pcap"))));
        assertInstanceOf(Live.class, window.state());
        window.run(window.workbench()::escape);
    }

    @Test
    void aWindowThatHangsDoesNotOpenThemLater() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        Path capture = window.sample("call.pcap");
        Platform.runLater(() -> {
            try {
                hanging.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        assertFalse(handed.open(List.of(capture)));
        hanging.countDown();
        window.run(() -> {});
        assertInstanceOf(Empty.class, window.state());
    }
}
