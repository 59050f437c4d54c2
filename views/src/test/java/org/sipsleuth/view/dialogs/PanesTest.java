package org.sipsleuth.view.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.SampleCalls;
import org.sipsleuth.view.ui.folder.SystemFolders;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PanesTest {

    private static final int DIALOGS = 40;
    private static final double WIDTH = 1200;

    private final Memory memory = Memory.forgetful();
    private SipIndex index;
    private DialogsView view;

    @Start
    void start(Stage stage) throws IOException {
        Path file = Files.createTempFile("calls", ".pcap");
        index = SampleCalls.calls(DIALOGS).index(file);
        file.toFile().deleteOnExit(); // messages are read of it
        view = view();
        FxStage.show(stage, view.root(), WIDTH, 700);
    }

    private DialogsView view() {
        return new DialogsView(new SelectionModel(), memory, new SystemFolders());
    }

    @Test
    void onlyListAndLadderAndMessageAreThereAtFirst(FxRobot robot) {
        assertTrue(robot.lookup("#prediction").tryQuery().isEmpty());
        assertEquals(2, split(robot).getItems().size());
    }

    @Test
    void doubleClickOnTheHeadOfTheLadderMaximisesAndRestoresIt(FxRobot robot) {
        open(robot);
        Node ladder = robot.lookup(".ladder-view").query();
        double before = ladder.getLayoutBounds().getWidth();
        double divider = split(robot).getDividerPositions()[0];
        robot.doubleClickOn("#ladder-position");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(ladder.getLayoutBounds().getWidth() > WIDTH - 10);
        assertTrue(robot.lookup("#dialogs-table").tryQuery().isEmpty());
        assertTrue(robot.lookup(".message-view").tryQuery().isEmpty());
        Legibility.check(split(robot).getScene(), "ladder-maximised");
        robot.doubleClickOn("#ladder-position");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(before, ladder.getLayoutBounds().getWidth(), 2);
        assertEquals(divider, split(robot).getDividerPositions()[0], 0.01);
    }

    @Test
    void keyMaximisesThePaneWithTheFocus(FxRobot robot) {
        open(robot);
        robot.clickOn("#dialogs-table");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(table(robot).getWidth() > WIDTH - 30);
        assertTrue(robot.lookup(".ladder-view").tryQuery().isEmpty());
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup(".ladder-view").tryQuery().isPresent());
    }

    @Test
    void predictionComesBesideAllPanes(FxRobot robot) {
        open(robot);
        robot.clickOn("#ladder-maximise");
        robot.clickOn("#prediction-toggle");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(3, split(robot).getItems().size());
        assertTrue(robot.lookup("#dialogs-table").tryQuery().isPresent());
    }

    @Test
    void aComparisonGetsMoreRoomBesideANarrowListAndNamesTheHosts(FxRobot robot) {
        open(robot);
        double before = split(robot).getDividerPositions()[0];
        String host = index.messages().endpoint(index.messages().source(0)).host();
        robot.interact(() -> table(robot).getSelectionModel().selectIndices(0, 1));
        waitFor(() -> robot.lookup("#compare-button").query().isVisible());
        robot.clickOn("#compare-button");
        waitFor(() -> !robot.lookup(".comparison-host").queryAll().isEmpty());
        assertTrue(split(robot).getDividerPositions()[0] < before - 0.05);
        assertTrue(robot.lookup("#dialogs-table").query().isVisible());
        assertTrue(robot.lookup(".comparison-host-name")
                .queryAll()
                .stream()
                .anyMatch(head -> ((Label) head).getText().equals(host)));
        robot.push(KeyCode.ESCAPE);
        waitFor(() -> split(robot).getDividerPositions()[0] > before - 0.01);
        assertEquals(before, split(robot).getDividerPositions()[0], 0.01);
    }

    private static void waitFor(Callable<Boolean> fact) {
        try {
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, fact);
        } catch (TimeoutException e) {
            throw new AssertionError("it did not happen", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void draggedDividerIsRememberedInTheNextWindow(FxRobot robot) {
        Node divider = split(robot).getChildrenUnmodifiable()
                .stream()
                .filter(child -> child.getStyleClass().contains("split-pane-divider"))
                .findFirst()
                .orElseThrow();
        robot.drag(divider).moveBy(150, 0).drop();
        WaitForAsyncUtils.waitForFxEvents();
        double left = split(robot).getDividerPositions()[0];
        String kept = memory.get("dialogs.panes").orElse("");
        assertEquals(left, Double.parseDouble(kept), 0.001);
        robot.interact(() -> assertEquals(left, ((SplitPane) view().root()).getDividerPositions()[0], 0.001));
    }

    private void open(FxRobot robot) {
        robot.interact(() -> view.show(index));
        waitFor(() -> table(robot).getItems().size() == DIALOGS);
        robot.interact(() -> table(robot).getSelectionModel().select(0));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static SplitPane split(FxRobot robot) {
        return robot.lookup(".dialogs-view").queryAs(SplitPane.class);
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#dialogs-table").queryAs(TableView.class);
    }
}
