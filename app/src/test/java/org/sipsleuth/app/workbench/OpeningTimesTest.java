package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.fx.Selection;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Prints how long the window takes to show what is chosen: a capture's first dialogs, a message's
/// text. For docs/PERFORMANCE.md; asserts that it is shown, nothing about time.
/// `-Dsipsleuth.capture=FILE` for figures.
@ExtendWith(ApplicationExtension.class)
class OpeningTimesTest {

    private static final String CAPTURE = System.getProperty("sipsleuth.capture", "");
    private static final int TEXTS = CAPTURE.isEmpty() ? 10 : 400;
    private static final int STRIDE = 104_729; // a prime, so that neighbours lie far apart
    private static final int PATIENCE_SECONDS = 300;

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    @Test
    void firstDialogsAndTexts(FxRobot robot) throws Exception {
        window.open(window.sample("forked.pcap")); // so that the window's own code is compiled
        open(robot);
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS, TimeUnit.SECONDS, () -> window.state() instanceof Shown);
        SipIndex index = window.state().index().orElseThrow();
        window.run(() -> select(index, 0));
        TestWindow.waitUntil(() -> robot.lookup("#message-text").tryQuery().isPresent());
        CodeArea area = robot.lookup("#message-text").queryAs(CodeArea.class);
        double[] millis = new double[TEXTS];
        for (int i = 0; i < TEXTS; i++) {
            int message = (int) ((i + 1L) * STRIDE % index.messages().size());
            millis[i] = text(index, message, area);
        }
        Arrays.sort(millis);
        System.out.printf(
                "  text of a message: median %.2f ms, 99 of 100 %.2f ms, longest %.2f ms%n",
                millis[TEXTS / 2], millis[TEXTS * 99 / 100], millis[TEXTS - 1]);
        assertFalse(area.getText().isEmpty());
    }

    /// Opens the capture and prints when the frame was done that showed its first dialogs.
    private void open(FxRobot robot) throws Exception {
        TableView<?> table = robot.lookup("#dialogs-table").queryTableView();
        Path file = CAPTURE.isEmpty() ? window.sample("incident.pcap") : Path.of(CAPTURE);
        CountDownLatch shown = new CountDownLatch(1);
        long[] times = new long[2];
        AnimationTimer timer =
                new AnimationTimer() {
                    private int rows = table.getItems().size();
                    private boolean isNext;

                    @Override
                    public void handle(long now) {
                        if (isNext) {
                            times[1] = System.nanoTime();
                            stop();
                            shown.countDown();
                        }
                        isNext = table.getItems().size() > Math.max(rows, 1);
                    }
                };
        Platform.runLater(
                () -> {
                    timer.start();
                    times[0] = System.nanoTime();
                    window.workbench().captures().open(List.of(file));
                });
        assertTrue(shown.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "no dialogs were shown");
        System.out.printf("  first dialogs drawn after %.0f ms%n", (times[1] - times[0]) / 1e6);
    }

    /// Selects a message.
    ///
    /// @return how long until its text stood in the window, in ms
    private double text(SipIndex index, int message, CodeArea area) throws InterruptedException {
        CountDownLatch shown = new CountDownLatch(1);
        long[] times = new long[2];
        ChangeListener<String> listener =
                (_, _, text) -> {
                    if (!text.isEmpty()) {
                        times[1] = System.nanoTime();
                        shown.countDown();
                    }
                };
        Platform.runLater(
                () -> {
                    area.textProperty().addListener(listener);
                    times[0] = System.nanoTime();
                    select(index, message);
                });
        assertTrue(
                shown.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "no text of message " + message);
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> area.textProperty().removeListener(listener));
        WaitForAsyncUtils.waitForFxEvents();
        return (times[1] - times[0]) / 1e6;
    }

    private void select(SipIndex index, int message) {
        window.workbench()
                .selection()
                .set(
                        Selection.NONE
                                .withDialogs(List.of(index.messages().dialog(message)))
                                .withMessages(List.of(message)));
    }
}
