package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.CaptureReader;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Empty;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.sequence.UnknownPage;
import org.sipsleuth.view.sequence.session.AnalysisState;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Opens captures that take their time.
@ExtendWith(ApplicationExtension.class)
class LoadingTest {

    @TempDir Path directory;
    private TestWindow window;
    private final SlowReader slow = new SlowReader();

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    /// Shows parts of what it reads, and ends when it is asked to or cancelled.
    private static final class SlowReader implements CaptureReader {

        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private volatile boolean end;

        @Override
        public SipIndex read(List<Path> files, ReadOptions options, RunMonitor monitor, Consumer<SipIndex> partial)
                throws IOException {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                partial.accept(CaptureIndexer.read(files, RunMonitor.NONE));
                while (!end) {
                    monitor.progress(new Progress("Reading capture", 1, 4));
                    monitor.throwIfCancelled();
                    LockSupport.parkNanos(1_000_000);
                }
                return CaptureIndexer.read(files, monitor);
            } finally {
                LockSupport.parkNanos(50_000_000); // a run does not end the moment it is asked
                running.decrementAndGet();
            }
        }
    }

    private boolean showsPart() {
        return window.state() instanceof Loading loading && loading.partial().isPresent();
    }

    private SelectionModel selection() {
        return window.workbench().selection();
    }

    @Test
    void aPartIsShownWhileTheRestIsRead(FxRobot robot) throws IOException {
        window.readWith(slow);
        window.begin(window.sample("forked.pcap"));
        waitUntil(this::showsPart);
        assertTrue(robot.lookup("20 messages   1 dialog").tryQuery().isPresent());
        assertTrue(robot.lookup("25%").tryQuery().isPresent());
        slow.end = true;
        waitUntil(() -> window.state() instanceof Shown);
    }

    @Test
    void whatGoesThroughWholeCapturesWaitsUntilTheyAreRead() throws IOException {
        window.readWith(slow);
        window.begin(window.sample("forked.pcap"));
        waitUntil(this::showsPart);
        window.pause();
        assertFalse(window.workbench().isAtRest());
        assertInstanceOf(AnalysisState.Running.class, analysis());
        slow.end = true;
        waitUntil(() -> window.state() instanceof Shown);
        waitUntil(() -> window.workbench().isAtRest());
        assertInstanceOf(AnalysisState.Known.class, analysis());
    }

    @Test
    void whatWaitsForTheEndOfReadingFindsTheWhole() throws IOException {
        List<WorkbenchState> atEnd = new ArrayList<>();
        window.run(() -> window.workbench().captures().loader().runningProperty().addListener((_, _, isReading) -> {
            if (!isReading) {
                atEnd.add(window.state());
            }
        }));
        window.readWith(slow);
        window.begin(window.sample("forked.pcap"));
        waitUntil(this::showsPart);
        window.begin(window.sample("busy.pcap")); // instead
        assertEquals(List.of(), atEnd);
        slow.end = true;
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals(List.of(window.state()), atEnd);
    }

    private AnalysisState analysis() {
        return window.workbench().page(UnknownPage.class).analysis().stateProperty().get();
    }

    @Test
    void whatIsChosenWhileLoadingStaysChosen() throws IOException {
        window.readWith(slow);
        window.begin(window.sample("forked.pcap"));
        waitUntil(this::showsPart);
        window.run(() -> selection().set(Selection.NONE.withDialogs(List.of(0)).withMessages(List.of(5))));
        slow.end = true;
        waitUntil(() -> window.state() instanceof Shown);
        assertEquals(List.of(0), selection().get().dialogs());
        assertEquals(List.of(5), selection().get().messages());
    }

    @Test
    void cancellingBringsBackWhatWasShownAndChosen(FxRobot robot) throws IOException {
        window.open(window.sample("call.pcap"));
        SipIndex before = assertInstanceOf(Shown.class, window.state()).shown().index();
        window.run(() -> {
            selection().set(Selection.NONE.withDialogs(List.of(0)));
            selection().set(selection().get().withMessages(List.of(2)));
        });
        window.readWith(slow);
        window.begin(window.sample("forked.pcap"));
        waitUntil(this::showsPart);
        robot.clickOn("#cancel");
        Shown shown = assertInstanceOf(Shown.class, window.state());
        assertSame(before, shown.shown().index());
        assertEquals(List.of(2), selection().get().messages());
        assertEquals("call.pcap – SipSleuth", window.stage().getTitle());
        window.run(() -> selection().back());
        assertEquals(List.of(), selection().get().messages());
    }

    @Test
    void escapeCancelsTheFirstRunIntoTheStartPage(FxRobot robot) throws IOException {
        window.readWith(slow);
        window.begin(window.sample("forked.pcap"));
        waitUntil(this::showsPart);
        robot.push(KeyCode.ESCAPE);
        assertInstanceOf(Empty.class, window.state());
        assertTrue(robot.lookup("#openCapture").tryQuery().isPresent());
    }

    @Test
    void openingAgainAwaitsTheRunBefore() throws IOException {
        window.readWith(slow);
        window.begin(window.sample("forked.pcap"));
        waitUntil(this::showsPart);
        window.begin(window.sample("busy.pcap"));
        window.begin(window.sample("lossy.pcap"));
        waitUntil(this::showsPart);
        slow.end = true;
        waitUntil(() -> window.state() instanceof Shown);
        Shown shown = assertInstanceOf(Shown.class, window.state());
        assertEquals("lossy.pcap", shown.shown().files().getFirst().getFileName().toString());
        assertEquals(1, slow.most.get());
    }

    @Test
    void aFloodOfPartsDoesNotDrownTheWindow() throws IOException {
        int parts = 20_000;
        Path file = window.sample("busy.pcap");
        window.readWith((files, options, monitor, partial) -> {
            SipIndex whole = CaptureIndexer.read(files, monitor);
            for (int i = 0; i < parts; i++) {
                partial.accept(whole);
            }
            return whole;
        });
        AtomicInteger shown = new AtomicInteger();
        window.run(() -> window.workbench().stateProperty().subscribe(_ -> shown.incrementAndGet()));
        window.open(file);
        assertTrue(shown.get() < parts / 2, () -> shown + " states for " + parts + " parts");
    }
}
