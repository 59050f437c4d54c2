package org.sipsleuth.view.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
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

/// The same key copies what has the focus, and nothing else. An accelerator of a menu would copy
/// rows of the list also where the focus is on something that copies nothing.
@ExtendWith(ApplicationExtension.class)
class CopyTest {

    private static final int DIALOGS = 7;

    private final SelectionModel selection = new SelectionModel();
    private DialogsView view;
    private SipIndex index;

    @Start
    void start(Stage stage) throws IOException {
        Path file = Files.createTempFile("copy", ".pcap");
        index = SampleCalls.calls(DIALOGS).index(file);
        file.toFile().deleteOnExit(); // messages are read of it
        view = new DialogsView(selection);
        FxStage.show(stage, view.root(), 1400, 900);
    }

    @BeforeEach
    void open(FxRobot robot) throws TimeoutException {
        robot.interact(() -> view.show(index));
        TableView<?> table = robot.lookup("#dialogs-table").queryTableView();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> table.getItems().size() == DIALOGS);
        robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(5))));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup(".table-row-cell").queryAll().size() > 2);
        // a menu puts its accelerators into the scene once it was shown
        robot.rightClickOn(robot.lookup(".table-row-cell").nth(2).<Node>query());
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> {
            selection.set(Selection.NONE.withDialogs(List.of(5)));
            ClipboardContent nothing = new ClipboardContent();
            nothing.putString("nothing");
            Clipboard.getSystemClipboard().setContent(nothing);
        });
    }

    @Test
    void theListCopiesItsRows(FxRobot robot) {
        robot.interact(() -> robot.lookup("#dialogs-table").query().requestFocus());
        assertTrue(copied(robot).startsWith("Start (UTC)\t"), copied(robot));
    }

    @Test
    void theSearchCopiesItsWords(FxRobot robot) {
        robot.clickOn("#dialogs-search").write("sip");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        assertEquals("sip", copied(robot));
    }

    @Test
    void aSearchWithoutChosenWordsCopiesNothing(FxRobot robot) {
        robot.clickOn("#dialogs-search");
        assertEquals("nothing", copied(robot));
    }

    @Test
    void theRawMessageCopiesWhatIsChosenInIt(FxRobot robot) {
        robot.clickOn("#message-text");
        StyledTextArea area = robot.lookup("#message-text").queryAs(StyledTextArea.class);
        robot.interact(() -> area.select(0, 6));
        assertEquals("INVITE", copied(robot));
    }

    @Test
    void theLadderCopiesItsMessage(FxRobot robot) {
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        assertTrue(copied(robot).startsWith("INVITE sip:"), copied(robot));
    }

    @Test
    void theHexadecimalDigitsCopyThemselves(FxRobot robot) {
        robot.clickOn("#message-hex-toggle");
        robot.interact(() -> robot.lookup("#message-hex").query().requestFocus());
        assertTrue(copied(robot).startsWith("0000  49 4e 56 49 54 45"), copied(robot));
    }

    @Test
    void aButtonCopiesNothing(FxRobot robot) {
        robot.interact(() -> robot.lookup("#message-hex-toggle").query().requestFocus());
        assertEquals("nothing", copied(robot));
    }

    private static String copied(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(1_000, () -> Clipboard.getSystemClipboard().getString());
    }
}
