package org.sipsleuth.view.dialogs.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.dialogs.DialogsView;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.SampleCalls;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ComparisonsTest {

    private static final int CANCELLED = 2;
    private static final int COMPLETED = 5;

    private final SelectionModel selection = new SelectionModel();
    private SipIndex index;
    private DialogsView view;
    private Scene scene;

    @Start
    void start(Stage stage) throws IOException {
        Path file = Files.createTempFile("calls", ".pcap");
        index = SampleCalls.calls(20).index(file);
        file.toFile().deleteOnExit();
        view = new DialogsView(selection);
        scene = FxStage.show(stage, view.root(), 1600, 900);
        view.show(index);
    }

    @Test
    void twoChosenDialogsStandSideBySideAndKeysStepOverTheirDifferences(FxRobot robot) throws TimeoutException {
        robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(CANCELLED, COMPLETED))));
        robot.clickOn("#compare-button");
        waitFor(() -> count(robot, "#dialog-comparison").matches("\\d+ differences"));
        assertTrue(robot.lookup("#dialog-comparison").query().isVisible());
        List<Integer> first = selection.get().messages();
        robot.type(KeyCode.F7);
        waitFor(() -> !selection.get().messages().equals(first));
        robot.press(KeyCode.SHIFT).type(KeyCode.F7).release(KeyCode.SHIFT);
        waitFor(() -> selection.get().messages().equals(first));
        pictures("comparison-dialogs");
        robot.clickOn("#dialog-comparison .comparison-copy");
        String text = clipboard();
        assertTrue(text.contains("the right dialog is like the left one"), text);
        robot.clickOn("#dialog-comparison .comparison-close");
        waitFor(() -> !robot.lookup("#dialog-comparison").query().isVisible());
    }

    @Test
    void twoChosenMessagesAreComparedInThePlaceOfTheRawMessage(FxRobot robot) throws TimeoutException {
        int[] messages = index.messagesOf(COMPLETED);
        robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(COMPLETED))));
        assertFalse(robot.lookup("#message-comparison").query().isVisible());
        robot.interact(() -> selection.set(selection.get().withMessages(List.of(messages[0], messages[6]))));
        waitFor(() -> count(robot, "#message-comparison").matches("\\d+ differences?"));
        pictures("comparison-messages");
        robot.clickOn("#message-comparison .comparison-close");
        waitFor(() -> !robot.lookup("#message-comparison").query().isVisible());
        assertEquals(List.of(messages[6]), selection.get().messages());
    }

    @Test
    void keysChooseOneMessageAndThenTheOther(FxRobot robot) throws TimeoutException {
        robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(COMPLETED))));
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        int[] messages = index.messagesOf(COMPLETED);
        robot.type(KeyCode.RIGHT);
        robot.press(KeyCode.SHIFT).type(KeyCode.C).release(KeyCode.SHIFT);
        robot.type(KeyCode.RIGHT);
        robot.press(KeyCode.SHIFT).type(KeyCode.C).release(KeyCode.SHIFT);
        waitFor(() -> selection.get().messages().equals(List.of(messages[1], messages[2])));
        waitFor(() -> robot.lookup("#message-comparison").query().isVisible());
        robot.type(KeyCode.RIGHT);
        waitFor(() -> !robot.lookup("#message-comparison").query().isVisible());
    }

    private void pictures(String name) {
        Legibility.check(scene, name + "-light");
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> FxStage.setDark(scene, true));
        Legibility.check(scene, name + "-dark");
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> FxStage.setDark(scene, false));
    }

    private static String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
    }

    private static String count(FxRobot robot, String root) {
        return robot.lookup(root + " .comparison-count").queryLabeled().getText();
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
