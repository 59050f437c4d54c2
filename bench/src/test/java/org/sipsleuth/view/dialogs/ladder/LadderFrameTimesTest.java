package org.sipsleuth.view.dialogs.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.layer.ColourBy;
import org.sipsleuth.dialog.ladder.layer.LadderStyle;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.FrameTimes;
import org.sipsleuth.view.ui.SampleCalls;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Prints how long the layout and the drawing commands of a frame take, and how far apart frames
/// are on the screen, for docs/PERFORMANCE.md; asserts nothing about time.
/// `-Dsipsleuth.frames=600` for figures.
@ExtendWith(ApplicationExtension.class)
class LadderFrameTimesTest {

    private static final int FRAMES = Integer.getInteger("sipsleuth.frames", 20);
    private static final int HOSTS = 200;
    private static final int MESSAGES = FRAMES > 100 ? 100_000 : 2_000;

    private final LadderChoices choices = new LadderChoices();
    private final LadderViewModel model =
            new LadderViewModel(
                    new SelectionModel(), choices, (work, then, _) -> then.accept(work.get()));
    private LadderCanvas canvas;

    @Start
    void start(Stage stage) {
        canvas = new LadderCanvas(model);
        Scene scene = new Scene(new StackPane(canvas), 1_920, 1_080);
        scene.getStylesheets().add(LadderView.class.getResource("Ladder.css").toExternalForm());
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void framesOfALargeLadder(@TempDir Path folder) throws Exception {
        SipIndex index = SampleCalls.mesh(MESSAGES, HOSTS).index(folder.resolve("mesh.pcap"));
        long began = System.nanoTime();
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> model.show(index, List.of(0)));
        long laid = System.nanoTime() - began;
        assertEquals(MESSAGES, Objects.requireNonNull(model.rowsProperty().get()).size());
        assertEquals(HOSTS, model.rowsProperty().get().lifelines().size());
        System.out.printf(
                "%,d messages, %d lifelines: laid out in %.0f ms%n", MESSAGES, HOSTS, laid / 1e6);
        print("plain", style -> style.with(Overlay.FOCUS, false));
        print("focus", style -> style.with(Overlay.FOCUS, true));
        print(
                "all",
                style ->
                        style.with(Overlay.TRANSACTIONS, true)
                                .with(Overlay.STATES, true)
                                .with(Overlay.TIME, true)
                                .withColour(ColourBy.TRANSACTION));
    }

    private void print(String name, UnaryOperator<LadderStyle> style) throws Exception {
        long began = System.nanoTime();
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> choices.style(style));
        System.out.printf("%s: laid out in %.0f ms%n", name, (System.nanoTime() - began) / 1e6);
        act(name + ", stepping", frame -> model.goTo(frame * 37 % MESSAGES));
        act(name + ", scrolling", this::scroll);
        act(name + ", zooming", frame -> choices.style(l -> l.withLeastLane(40 + frame * 7 % 360)));
    }

    private void scroll(int frame) {
        for (ScrollBar bar :
                canvas.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast).toList()) {
            if (bar.getOrientation() == Orientation.VERTICAL) {
                bar.setValue((bar.getValue() + 97) % Math.max(1, bar.getMax()));
            }
        }
    }

    private void act(String name, IntConsumer action) throws Exception {
        double[] millis = new double[FRAMES];
        for (int frame = 0; frame < FRAMES; frame++) {
            int now = frame;
            millis[frame] =
                    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> frame(action, now)) / 1e6;
        }
        FrameTimes.print(name + ": work on the JavaFX thread", millis);
        double before = processorMillis();
        FrameTimes.print(name + ": from frame to frame", FrameTimes.pulses(FRAMES, action));
        System.out.printf(
                "  %s: %.2f ms of processor time a frame, drawing included%n",
                name, (processorMillis() - before) / FRAMES);
    }

    private long frame(IntConsumer action, int frame) {
        long began = System.nanoTime();
        action.accept(frame);
        canvas.layout();
        return System.nanoTime() - began;
    }

    /// What the threads of the toolkit have used.
    private static double processorMillis() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().matches("JavaFX App.*|QuantumRend.*")) {
                nanos += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return nanos / 1e6;
    }
}
