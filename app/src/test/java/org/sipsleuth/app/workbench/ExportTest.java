package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import atlantafx.base.controls.ModalPane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.Selection;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Captures handed out from the window.
@ExtendWith(ApplicationExtension.class)
class ExportTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    @Test
    void theChosenDialogIsExportedByKeysAloneAndOpened(FxRobot robot) throws Exception {
        Path sample = window.sample("call.pcap");
        byte[] evidence = Files.readAllBytes(sample);
        openAndChoose(sample);
        press(robot);
        assertTrue(robot.lookup("#exportPage").query().isVisible());
        Path target = directory.resolve("one.pcapng");
        window.run(() -> robot.lookup("#media").queryAs(CheckBox.class).fire());
        write(robot, sample);
        waitUntil(() -> button(robot, "#export").isDisabled());
        write(robot, target);
        waitUntil(() -> !button(robot, "#export").isDisabled());
        window.checkLegible("workbench-export");
        window.run(() -> robot.lookup("#target").query().requestFocus());
        robot.type(KeyCode.ENTER);
        waitUntil(() -> robot.lookup("#open").query().isVisible());
        window.checkLegible("workbench-exported");
        window.run(button(robot, "#showFolder")::fire);
        waitUntil(() -> window.desktop().shownFolders().equals(List.of(target)));
        window.desktop().hasNoFolders();
        window.run(button(robot, "#showFolder")::fire);
        waitUntil(() -> robot.lookup("#details").queryLabeled().getText().endsWith("The file is " + target));
        window.run(() -> robot.lookup("#open").query().requestFocus());
        assertArrayEquals(evidence, Files.readAllBytes(sample));
        assertEquals(1, CaptureIndexer.read(List.of(target), RunMonitor.NONE).dialogs().size());
        robot.type(KeyCode.ENTER); // opens it: the focus is there
        waitUntil(() -> window.state().index().isPresent()
                && window.state().index().get().files().getFirst().path().equals(target));
    }

    @Test
    void anAnonymisedCopyIsWrittenWithItsKey(FxRobot robot) throws Exception {
        openAndChoose(window.sample("call.pcap"));
        press(robot);
        window.run(() -> robot.lookup("#anonymous").queryAs(RadioButton.class).fire());
        Path key = directory.resolve("my.key");
        window.run(() -> robot.lookup("#key").queryAs(TextField.class).setText(key.toString()));
        Path target = directory.resolve("nobody.pcap");
        write(robot, target);
        waitUntil(() -> !button(robot, "#export").isDisabled());
        window.checkLegible("workbench-export-anonymous");
        window.run(button(robot, "#export")::fire);
        waitUntil(() -> robot.lookup("#open").query().isVisible());
        window.checkLegible("workbench-exported-anonymous");
        assertTrue(Files.exists(key));
        assertTrue(Files.exists(target));
        robot.type(KeyCode.ESCAPE);
        ModalPane overlay = robot.lookup(".modal-pane").query();
        waitUntil(() -> !overlay.isDisplay());
    }

    @Test
    void beforeAnythingIsOpenItIsSaidThatThereIsNothing(FxRobot robot) {
        press(robot);
        assertTrue(button(robot, "#export").isDisabled());
        assertTrue(robot.lookup("#problem").queryLabeled().getText().contains("Nothing to export"));
    }

    private void openAndChoose(Path sample) {
        window.open(sample);
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(0))));
    }

    private void press(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E).release(KeyCode.E, KeyCode.SHIFT, KeyCode.CONTROL);
        window.pause();
    }

    private void write(FxRobot robot, Path target) {
        window.run(() -> robot.lookup("#target").queryAs(TextField.class).setText(target.toString()));
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup(id).queryButton();
    }
}
