package org.sipsleuth.app.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import atlantafx.base.controls.ModalPane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.Selection;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Works with a capture in the whole window as a person does.
class OpenCaptureTest {

    @RegisterExtension static final SharedWindow SHARED = new SharedWindow();

    private final TestWindow window = SHARED.window();

    private SipIndex index() {
        return assertInstanceOf(Shown.class, window.state()).shown().index();
    }

    private Selection selection() {
        return window.workbench().selection().get();
    }

    private Path calls(String name, int count) throws IOException {
        Path file = window.path(name);
        try (CaptureFile capture = new CaptureFile(file)) {
            for (int i = 0; i < count; i++) {
                capture.after(1000).call("call-" + i + "@test");
            }
        }
        return file;
    }

    private void open(String name, int count) throws IOException {
        window.openOnce(name, () -> calls(name, count));
    }

    private static String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> Clipboard.getSystemClipboard().getString());
    }

    private void choose(Selection chosen) {
        window.run(() -> window.workbench().selection().set(chosen));
    }

    @Test
    void severalFilesAreOneInvestigation() throws IOException {
        window.open(window.sample("busy.pcap"), window.sample("forked.pcap"));
        assertEquals(2, index().files().size());
        assertEquals(2, index().dialogs().size());
        assertEquals("busy.pcap and 1 more – SipSleuth", window.stage().getTitle());
    }

    @Test
    void stepsThroughADialogAndBack(FxRobot robot) throws IOException {
        open("two.pcap", 2);
        // The table may hold its cells in any order, and cells that nobody sees.
        Predicate<TableRow<?>> isFirst = row -> row.isVisible() && Integer.valueOf(0).equals(row.getItem());
        robot.clickOn(robot.lookup("#dialogs-table").lookup(".table-row-cell").match(isFirst).<Node>query());
        waitUntil(() -> selection().dialogs().equals(List.of(0)));
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        waitUntil(() -> !selection().messages().isEmpty());
        int third = selection().messages().getLast();
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertFalse(selection().messages().contains(third));
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertEquals(third, selection().messages().getLast());
    }

    @Test
    void searchesTheDialogs(FxRobot robot) throws IOException {
        open("ten.pcap", 10);
        robot.push(KeyCode.CONTROL, KeyCode.F).write("call-7");
        TableView<?> table = robot.lookup("#dialogs-table").queryTableView();
        waitUntil(() -> table.getItems().size() == 1);
        TextField search = robot.lookup("#dialogs-search").queryAs(TextField.class);
        window.run(search::clear);
        waitUntil(() -> table.getItems().size() == 10);
    }

    @Test
    void draggingOnTheTimeStripLeavesTheDialogsOfThatTime(FxRobot robot) throws IOException {
        open("ten.pcap", 10);
        TableView<?> table = robot.lookup("#dialogs-table").queryTableView();
        waitUntil(() -> table.getItems().size() == 10);
        Node strip = robot.lookup(".strip-canvas").query();
        double width = strip.getBoundsInLocal().getWidth();
        robot.moveTo(strip).moveBy(-width / 2 + 40, 0);
        robot.press(MouseButton.PRIMARY).moveBy(20, 0).moveBy(width / 3, 0).release(MouseButton.PRIMARY);
        assertTrue(selection().time().isPresent());
        waitUntil(() -> table.getItems().size() < 10);
        robot.clickOn("#chip-time");
        assertEquals(Optional.empty(), selection().time());
        waitUntil(() -> table.getItems().size() == 10);
    }

    @Test
    void theWheelZoomsTheTimeStrip(FxRobot robot) throws IOException {
        open("ten.pcap", 10);
        Node whole = robot.lookup("#wholeTime").query();
        robot.moveTo(".strip-canvas").scroll(3, VerticalDirection.UP);
        assertTrue(whole.isVisible());
        robot.clickOn("#wholeTime");
        assertFalse(whole.isVisible());
    }

    @Test
    void theKeyboardChoosesATime(FxRobot robot) throws IOException {
        open("ten.pcap", 10);
        robot.clickOn(".strip-canvas").press(KeyCode.SHIFT);
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        robot.release(KeyCode.SHIFT);
        assertTrue(selection().time().isPresent());
        robot.push(KeyCode.DELETE);
        assertEquals(Optional.empty(), selection().time());
    }

    @Test
    void theInspectorShowsWhatAMessageAnswers(FxRobot robot) throws IOException {
        open("one.pcap", 1);
        choose(Selection.NONE.withDialogs(List.of(0)).withMessages(List.of(3)));
        waitUntil(() -> robot.lookup("INVITE in frame 1, 1.120 s earlier").tryQuery().isPresent());
        window.pause();
        Node answered = robot.lookup("INVITE in frame 1, 1.120 s earlier").match(Node::isFocusTraversable).query();
        window.run(answered::requestFocus); // it may lie below what is in sight
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertEquals("INVITE in frame 1, 1.120 s earlier", clipboard());
    }

    @Test
    void theInspectorGoesAndComesBackByKey(FxRobot robot) throws IOException {
        open("one.pcap", 1);
        Node slot = robot.lookup("#inspectorSlot").query();
        assertTrue(slot.isVisible());
        robot.push(KeyCode.F4);
        assertFalse(slot.isVisible());
        assertFalse(window.settings().isOn("inspector.open", true));
        robot.push(KeyCode.F4);
        assertTrue(slot.isVisible());
    }

    @Test
    void theInspectorIsAsWideAsItIsDrawn(FxRobot robot) throws IOException {
        open("one.pcap", 1);
        Region slot = robot.lookup("#inspectorSlot").query();
        double before = slot.getWidth();
        robot.drag("#inspectorHandle").moveBy(-20, 0).moveBy(-80, 0).drop();
        assertEquals(before + 100, slot.getWidth(), 5);
        assertEquals(slot.getWidth(), window.settings().number("inspector.width", 0), 1);
    }

    @Test
    void copiesTheHash(FxRobot robot) throws Exception {
        open("one.pcap", 1);
        Path file = window.path("one.pcap");
        waitUntil(() -> !robot.lookup("#hash").query().isDisabled());
        robot.clickOn("#hash");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertEquals(HexFormat.of().formatHex(digest), clipboard());
    }

    @Test
    void aBrokenFileLeavesWhatWasShown(FxRobot robot) throws IOException {
        open("two.pcap", 2);
        SipIndex before = index();
        choose(Selection.NONE.withDialogs(List.of(1)));
        window.open(window.file("notes.pcap", "no capture at all".getBytes(UTF_8)));
        Failed failed = assertInstanceOf(Failed.class, window.state());
        assertSame(before, failed.investigation().orElseThrow().index());
        assertEquals(List.of(1), selection().dialogs());
        assertTrue(robot.lookup("notes.pcap is not a readable capture").tryQuery().isPresent());
        robot.clickOn("#dismissBanner");
        assertInstanceOf(Shown.class, window.state());
        assertEquals("two.pcap – SipSleuth", window.stage().getTitle());
    }

    @Test
    void theAccountShowsWhatWasNotRead(FxRobot robot) throws IOException {
        window.open(window.sample("call.pcap"));
        robot.clickOn("#notRead");
        assertFalse(robot.lookup("#notReadTable").queryTableView().getItems().isEmpty());
        robot.clickOn("Copy as CSV");
        assertTrue(clipboard().startsWith("file,what,reason,count,example_frames\r\n"));
        robot.push(KeyCode.ESCAPE);
        ModalPane overlay = robot.lookup(".modal-pane").query();
        waitUntil(() -> !overlay.isDisplay());
    }

    @Test
    void aCaptureWithoutSipSaysSo(FxRobot robot) throws IOException {
        Path file = window.path("quiet.pcap");
        try (CaptureFile capture = new CaptureFile(file)) {
            capture.udp(1, 2, new byte[]{1, 2, 3}).udp(2, 1, new byte[]{4});
        }
        window.open(file);
        assertTrue(robot.lookup("No SIP in 2 frames").tryQuery().isPresent());
        robot.clickOn("Open the capture report");
        assertFalse(robot.lookup("#notReadTable").queryTableView().getItems().isEmpty());
    }

    @Test
    void aQuestionMarkShowsAllKeys(FxRobot robot) {
        robot.clickOn("#theme").write("?");
        assertTrue(robot.lookup("#helpPage").tryQuery().isPresent());
        Label key = robot.lookup("Ctrl+Shift+A").query();
        assertTrue(key.isVisible());
    }
}
