package org.sipsleuth.view.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.sequence.prediction.PredictionView;
import org.sipsleuth.view.sequence.prediction.course.TestModels;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.FrameTimes;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.SampleCalls;
import org.sipsleuth.view.ui.folder.SystemFolders;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Prints how long stepping takes with a model of many known dialogs, for docs/PERFORMANCE.md;
/// asserts nothing about time. `-Dsipsleuth.frames=600` for figures: 10,000 known dialogs.
@ExtendWith(ApplicationExtension.class)
class PredictionFrameTimesTest {

    private static final int FRAMES = Integer.getInteger("sipsleuth.frames", 20);
    private static final int CLASSES = FRAMES > 100 ? 10_000 : 100;
    private static final int MESSAGES = 56;

    private final SelectionModel selection = new SelectionModel();
    private DialogsView view;

    @Start
    void start(Stage stage) throws Exception {
        view = new DialogsView(selection, withPrediction(), new SystemFolders());
        view.add(
                new PredictionView(
                        selection,
                        new SimpleObjectProperty<>(Optional.of(TestModels.random(CLASSES))),
                        new SimpleObjectProperty<>(Optional.empty()),
                        new SimpleObjectProperty<>(Optional.empty()),
                        new SimpleStringProperty("")));
        FxStage.show(stage, view.root(), 1_600, 900);
    }

    private static Memory withPrediction() {
        Memory memory = Memory.forgetful();
        memory.keep("dialogs.prediction.open", "true");
        return memory;
    }

    @Test
    void framesWhileSteppingWithManyKnownDialogs(@TempDir Path folder, FxRobot robot)
            throws Exception {
        SipIndex index = SampleCalls.longDialog(MESSAGES).index(folder.resolve("long.pcap"));
        int[] messages = index.messagesOf(0);
        robot.interact(() -> view.show(index));
        robot.interact(() -> show(messages[MESSAGES - 1]));
        WaitForAsyncUtils.waitFor(
                1, TimeUnit.MINUTES, () -> position(robot).equals("after 56 of 56"));
        System.out.printf("%,d known dialogs%n", CLASSES);
        double[] work = new double[FRAMES];
        double[] pulses =
                FrameTimes.pulses(
                        FRAMES,
                        frame -> {
                            long before = System.nanoTime();
                            show(messages[frame % MESSAGES]);
                            work[frame] = (System.nanoTime() - before) / 1e6;
                        });
        FrameTimes.print("stepping: work on the JavaFX thread", work);
        FrameTimes.print("stepping: from frame to frame", pulses);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("after %d of 56".formatted((FRAMES - 1) % MESSAGES + 1), position(robot));
    }

    private void show(int message) {
        selection.set(Selection.NONE.withDialogs(List.of(0)).withMessages(List.of(message)));
    }

    private static String position(FxRobot robot) {
        return robot.lookup("#prediction-position")
                .tryQueryAs(Label.class)
                .map(Label::getText)
                .orElse("");
    }
}
