package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.view.session.Selection;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Keys work wherever the focus is, and what is shown can be inspected.
@ExtendWith(ApplicationExtension.class)
class KeysTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private static boolean isOn(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ToggleButton.class).isSelected();
    }

    private void choose(int dialog) {
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(dialog))));
    }

    private void focus(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).query().requestFocus());
        assertTrue(robot.lookup(id).query().isFocused());
    }

    @Test
    void keysOfTheDialogsWorkWhereverTheFocusIsButInATextField(FxRobot robot) throws IOException {
        window.open(window.sample("transfer.pcap"));
        choose(0);
        waitUntil(() -> !robot.lookup("#extended-flow").query().isDisabled());
        for (String id : List.of("#rail-dialogs", "#dialogs-table", "#ladder", "#openButton")) {
            boolean before = isOn(robot, "#extended-flow");
            focus(robot, id);
            robot.push(KeyCode.X);
            assertEquals(!before, isOn(robot, "#extended-flow"), id);
            boolean predicts = isOn(robot, "#prediction-toggle");
            robot.push(KeyCode.P);
            assertEquals(!predicts, isOn(robot, "#prediction-toggle"), id);
        }
        boolean before = isOn(robot, "#extended-flow");
        robot.clickOn("#dialogs-search").write("x");
        assertEquals(before, isOn(robot, "#extended-flow"));
        robot.push(KeyCode.F1); // a page lies over it
        robot.push(KeyCode.X);
        assertEquals(before, isOn(robot, "#extended-flow"));
    }

    @Test
    void theReasoningOfBeliefsOpensWhereverTheFocusIs(FxRobot robot) throws IOException {
        window.open(window.sample("scan.pcap"));
        robot.clickOn("#rail-beliefs");
        waitUntil(() -> window.workbench().isAtRest());
        for (String id : List.of("#rail-beliefs", "#openButton")) {
            focus(robot, id);
            boolean before = hasReasoning(robot);
            robot.push(KeyCode.CONTROL, KeyCode.R);
            boolean after = hasReasoning(robot);
            assertEquals(!before, after, id);
        }
    }

    private static boolean hasReasoning(FxRobot robot) {
        return robot.lookup("#beliefs-reasoning").tryQuery().isPresent();
    }

    @Test
    void controlQQuits(FxRobot robot) {
        assertTrue(window.stage().isShowing());
        robot.push(KeyCode.CONTROL, KeyCode.Q);
        waitUntil(() -> !window.stage().isShowing());
    }

    @Test
    void theMessageThatTheLadderShowsCanBeInspected(FxRobot robot) throws IOException {
        window.open(window.sample("busy.pcap"));
        choose(0);
        ToggleButton message = robot.lookup("Message").match(ToggleButton.class::isInstance).query();
        waitUntil(() -> !message.isDisabled());
        assertFalse(message.isSelected(), "the dialog was chosen");
        robot.clickOn(message);
        assertTrue(message.isSelected());
        waitUntil(() -> robot.lookup(".inspector-title").queryLabeled().getText().contains("486"));
    }

    @Test
    void aTextFileIsRefusedWithASentenceAndNoStackTrace(FxRobot robot) throws IOException {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            window.begin(window.file("notes.txt", "no capture".getBytes(StandardCharsets.UTF_8)));
            waitUntil(() -> window.state() instanceof Failed);
        } finally {
            System.setErr(before);
        }
        String words = printed.toString(StandardCharsets.UTF_8);
        assertFalse(words.contains("\tat "), words);
        assertTrue(words.lines().count() <= 1, words);
    }
}
