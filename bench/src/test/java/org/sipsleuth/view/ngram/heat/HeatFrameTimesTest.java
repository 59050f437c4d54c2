package org.sipsleuth.view.ngram.heat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ScrollBar;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.ui.FrameTimes;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.SampleCalls;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Prints how far apart frames are while the heat map of 100,000 messages is scrolled, for
/// docs/PERFORMANCE.md; asserts nothing about time. `-Dsipsleuth.frames=600` for figures.
@ExtendWith(ApplicationExtension.class)
class HeatFrameTimesTest {

    private static final int FRAMES = Integer.getInteger("sipsleuth.frames", 20);
    private static final int ROWS = 100_000;
    private static final int CALLS = 50;

    private HeatPane heat;
    private ExecutorService background;

    @Start
    void start(Stage stage) {
        background = Executors.newSingleThreadExecutor();
        heat = new HeatPane(background, (_, _) -> {}, _ -> {});
        FxStage.show(stage, heat, 1_200, 800);
    }

    /// Each message over and over; what its bytes add depends on the row.
    private record Rows(SipIndex index) implements HeatRows {

        @Override
        public int count() {
            return ROWS;
        }

        @Override
        public int frame(int row) {
            return row + 1;
        }

        @Override
        public int cluster(int row) {
            return row / (ROWS / 5);
        }

        @Override
        public double score(int row) {
            return (double) (ROWS - row) / ROWS;
        }

        @Override
        public HeatRow compute(int row) {
            byte[] message = index.bytes(row % index.messages().size());
            float[] values = new float[message.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (i * 31 + row) % 97 / 97f;
            }
            return new HeatRow(values, message, 0, List.of());
        }
    }

    @Test
    void framesOfManyMessages(@TempDir Path folder) throws Exception {
        SipIndex index = SampleCalls.calls(CALLS).index(folder.resolve("calls.pcap"));
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> heat.show(new Rows(index)));
        WaitForAsyncUtils.waitFor(1, TimeUnit.MINUTES, () -> heat.isComputed(0));
        ScrollBar bar = (ScrollBar) heat.lookup("#anomalies-heat-rows");
        for (HeatZoom zoom : HeatZoom.values()) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> heat.setZoom(zoom));
            FrameTimes.print(
                    zoom + ", by rows",
                    FrameTimes.pulses(FRAMES, frame -> bar.setValue(frame * HeatLayout.ROW)));
            FrameTimes.print(
                    zoom + ", anywhere",
                    FrameTimes.pulses(
                            FRAMES,
                            frame -> bar.setValue(bar.getMax() * (frame * 37 % 100) / 100)));
        }
        assertTrue(bar.getMax() > ROWS * HeatLayout.ROW / 2);
        background.shutdownNow();
    }
}
