package org.sipsleuth.view.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.message.text.StyledTextArea;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.SampleCalls;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What was made ready behind a page, or is chosen, is shown right at its first showing.
@ExtendWith(ApplicationExtension.class)
class FirstShownTest {

    private static final int DIALOGS = 70;
    private static final int COMPLETED = 5;
    private static final double WIDTH = 1200;
    private static final double LIST_SHARE = 0.5;

    private final SelectionModel selection = new SelectionModel();
    private SipIndex index;
    private DialogsView view;

    @Start
    void start(Stage stage) throws IOException {
        Path file = Files.createTempFile("calls", ".pcap");
        index = SampleCalls.calls(DIALOGS).index(file);
        file.toFile().deleteOnExit(); // messages are read of it
        view = new DialogsView(selection);
        place(false);
        Scene scene = FxStage.show(stage, new StackPane(view.root()), WIDTH, 700);
        scene.getRoot().applyCss();
        view.prepare();
        scene.getRoot().layout();
    }

    @Test
    void preparedPartsShareTheRoomThatTheyGetInTheEnd(FxRobot robot) throws TimeoutException {
        open(robot);
        SplitPane parts = (SplitPane) view.root();
        assertEquals(2, parts.getItems().size(), "the prediction is there on demand only");
        assertEquals(LIST_SHARE, parts.getDividerPositions()[0], 0.005);
    }

    @Test
    void preparedListHasTheRowsOfTheCaptureOnly(FxRobot robot) throws TimeoutException {
        assertTrue(table(robot).getItems().isEmpty());
        open(robot);
        assertEquals(DIALOGS, table(robot).getItems().stream().distinct().count());
    }

    @Test
    void chosenMessageIsShownOnce(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(COMPLETED + 1))));
        StyledTextArea area = robot.lookup("#message-text").queryAs(StyledTextArea.class);
        List<String> texts = new ArrayList<>();
        robot.interact(() -> area.textProperty().addListener((_, _, text) -> texts.add(text)));
        int[] messages = index.messagesOf(COMPLETED);
        int last = messages[messages.length - 1];
        assertNotEquals(index.message(messages[0]).text(), index.message(last).text());
        robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(COMPLETED)).withMessages(List.of(last))));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1, texts.size(), "neither the first message of its dialog, nor nothing");
        assertTrue(texts.getFirst().startsWith(index.message(last).startLine()));
    }

    private void open(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            view.show(index);
            place(true);
        });
        waitFor(() -> table(robot).getItems().size() == DIALOGS);
    }

    private void place(boolean isThere) {
        view.root().setVisible(isThere);
        view.root().setManaged(isThere);
    }

    private static TableView<Integer> table(FxRobot robot) {
        return robot.lookup("#dialogs-table").queryTableView();
    }

    private static void waitFor(Callable<Boolean> fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, fact);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
