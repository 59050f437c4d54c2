package org.sipsleuth.view.flood.lane;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.flood.detection.FloodDetector;
import org.sipsleuth.flood.detection.FloodMethod;
import org.sipsleuth.flood.detection.FloodModel;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.flood.traffic.Traffic;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.time.TimeSight;
import org.sipsleuth.view.ui.FrameTimes;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.SampleCalls;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Prints how far apart frames are while the lanes of the page of floods are zoomed and moved, for
/// docs/PERFORMANCE.md; asserts nothing about time. `-Dsipsleuth.capture=FILE` for figures.
@ExtendWith(ApplicationExtension.class)
class LaneFrameTimesTest {

    private static final String CAPTURE = System.getProperty("sipsleuth.capture", "");
    private static final int FRAMES = CAPTURE.isEmpty() ? 20 : 600;
    private static final int FEW = 50;
    private static final double STEP = 1.02;
    private static final long PARTS = 2_000;

    private LanePane lanes;
    private ExecutorService background;

    @Start
    void start(Stage stage) {
        background = Executors.newSingleThreadExecutor();
        lanes = new LanePane(new SelectionModel(), background, _ -> {});
        FxStage.show(stage, lanes, 1_600, 700);
    }

    @Test
    void framesOfManyInvites(@TempDir Path folder) throws Exception {
        SipIndex index =
                CAPTURE.isEmpty()
                        ? SampleCalls.calls(FEW).index(folder.resolve("calls.pcap"))
                        : CaptureIndexer.read(List.of(Path.of(CAPTURE)), RunMonitor.NONE);
        FloodModel model = FloodModel.open(new FloodMethod().shipped());
        Traffic traffic =
                Traffic.of(
                        new FloodDetector(model).detect(index, RunMonitor.NONE),
                        0,
                        Optional.empty());
        System.out.printf("%,d INVITE attempts%n", traffic.windows().attempts().size());
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> lanes.show(Optional.of(traffic)));
        WaitForAsyncUtils.waitFor(1, TimeUnit.MINUTES, () -> !lanes.data().rows().isEmpty());
        TimeSight sight = lanes.sight();
        long first = traffic.invites().at(0);
        long nanos = traffic.invites().at(traffic.invites().size() - 1) - first;
        print("zooming in", _ -> sight.zoom(1 / STEP, first + nanos / 3));
        print("moving", _ -> sight.moveWindow(Math.max(1, nanos / PARTS / 10)));
        print("zooming out", _ -> sight.zoom(STEP, first + nanos / 3));
        print("the scale of rates", frame -> lanes.setLogarithmic(frame % 2 == 0));
        assertTrue(lanes.data().rows().size() > 1);
        background.shutdownNow();
    }

    private static void print(String name, IntConsumer action) throws InterruptedException {
        FrameTimes.print(name, FrameTimes.pulses(FRAMES, action));
    }
}
