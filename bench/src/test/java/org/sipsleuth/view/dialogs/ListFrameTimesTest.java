package org.sipsleuth.view.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.FrameTimes;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.SampleCalls;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Prints how far apart frames are while the list of dialogs is opened, scrolled and sorted, for
/// docs/PERFORMANCE.md; asserts nothing about time. `-Dsipsleuth.capture=FILE` for figures.
@ExtendWith(ApplicationExtension.class)
class ListFrameTimesTest {

    private static final String CAPTURE = System.getProperty("sipsleuth.capture", "");
    private static final int FRAMES = CAPTURE.isEmpty() ? 20 : 300;
    private static final int FEW = 50;

    private DialogsView view;

    @Start
    void start(Stage stage) {
        view = new DialogsView(new SelectionModel());
        FxStage.show(stage, view.root(), 1_600, 900);
    }

    @Test
    void framesOfALongList(@TempDir Path folder, FxRobot robot) throws Exception {
        SipIndex index =
                CAPTURE.isEmpty()
                        ? SampleCalls.calls(FEW).index(folder.resolve("calls.pcap"))
                        : CaptureIndexer.read(List.of(Path.of(CAPTURE)), RunMonitor.NONE);
        TableView<Integer> table = robot.lookup("#dialogs-table").queryTableView();
        System.out.printf("%,d dialogs%n", index.dialogs().size());
        print("opening", frame -> first(frame, () -> view.show(index)));
        WaitForAsyncUtils.waitFor(
                1, TimeUnit.MINUTES, () -> table.getItems().size() == index.dialogs().size());
        print("scrolling", frame -> table.scrollTo(frame * 37 % index.dialogs().size()));
        print("jumping", frame -> table.scrollTo((int) (frame * 7_919L % index.dialogs().size())));
        for (String name : List.of("start", "caller", "outcome", "messages")) {
            print("sorting by " + name, frame -> first(frame, () -> sort(table, name)));
        }
        assertEquals(index.dialogs().size(), table.getItems().size());
    }

    private static void first(int frame, Runnable action) {
        if (frame == FRAMES / 5) {
            action.run();
        }
    }

    private static void sort(TableView<Integer> table, String name) {
        TableColumn<Integer, ?> column =
                table.getColumns().stream()
                        .filter(each -> each.getId().equals("column-" + name))
                        .findFirst()
                        .orElseThrow();
        column.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(column));
    }

    private static void print(String name, IntConsumer action) throws InterruptedException {
        FrameTimes.print(name, FrameTimes.pulses(FRAMES, action));
    }
}
