package org.sipsleuth.view.dialogs.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.layer.ColourBy;
import org.sipsleuth.dialog.ladder.layer.LadderLook;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import org.sipsleuth.view.fx.SampleCalls;
import org.sipsleuth.view.fx.SelectionModel;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Prints how long the layout and the drawing commands of a frame take, for docs/PERFORMANCE.md;
/// asserts nothing about time. `-Dsipsleuth.frames=600` for figures.
@ExtendWith(ApplicationExtension.class)
class LadderFrameTimesTest {

    private static final int FRAMES = Integer.getInteger("sipsleuth.frames", 20);
    private static final int HOSTS = 200;
    private static final int MESSAGES = FRAMES > 100 ? 100_000 : 2_000;

    private final LadderChoices choices = new LadderChoices();
    private final LadderViewModel model =
            new LadderViewModel(
                    new SelectionModel(), choices, (work, then) -> then.accept(work.get()));
    private LadderCanvas canvas;

    @Start
    void start(Stage stage) {
        canvas = new LadderCanvas(model);
        stage.setScene(new Scene(new StackPane(canvas), 1_920, 1_080));
        stage.show();
    }

    @Test
    void framesOfALargeLadder(@TempDir Path folder) throws IOException {
        SipIndex index = SampleCalls.mesh(MESSAGES, HOSTS).index(folder.resolve("mesh.pcap"));
        long began = System.nanoTime();
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> model.show(index, List.of(0)));
        long laid = System.nanoTime() - began;
        assertEquals(MESSAGES, Objects.requireNonNull(model.rowsProperty().get()).size());
        assertEquals(HOSTS, model.rowsProperty().get().lifelines().size());
        System.out.printf(
                "%,d messages, %d lifelines: laid out in %.0f ms%n", MESSAGES, HOSTS, laid / 1e6);
        print("plain", look -> look.with(Overlay.FOCUS, false));
        print("focus", look -> look.with(Overlay.FOCUS, true));
        print(
                "all",
                look ->
                        look.with(Overlay.TRANSACTIONS, true)
                                .with(Overlay.STATES, true)
                                .with(Overlay.TIME, true)
                                .withColour(ColourBy.TRANSACTION));
    }

    private void print(String name, UnaryOperator<LadderLook> look) {
        long began = System.nanoTime();
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> choices.look(look));
        long laid = System.nanoTime() - began;
        double[] millis = new double[FRAMES];
        for (int frame = 0; frame < FRAMES; frame++) {
            int row = frame * 37 % MESSAGES;
            millis[frame] = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> frame(row)) / 1e6;
        }
        Arrays.sort(millis, FRAMES / 10, FRAMES); // the first are slow while code is compiled
        int from = FRAMES / 10;
        int count = FRAMES - from;
        System.out.printf(
                "%s: laid out in %.0f ms; frame median %.2f ms, 95 of 100 %.2f ms, longest %.2f"
                        + " ms%n",
                name,
                laid / 1e6,
                millis[from + count / 2],
                millis[from + count * 95 / 100],
                millis[FRAMES - 1]);
    }

    private long frame(int row) {
        long began = System.nanoTime();
        model.goTo(row);
        canvas.layout();
        return System.nanoTime() - began;
    }
}
