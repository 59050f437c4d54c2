package org.sipsleuth.view.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.search.SearchKind;
import org.sipsleuth.search.SearchTerm;
import org.sipsleuth.search.SearchTermException;
import org.sipsleuth.view.message.text.StyledTextArea;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.PcapFile;
import org.sipsleuth.view.ui.SampleCalls;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MessageViewTest {

    private static final String DAMAGED =
            "INVITE sip:bob@example.com SIP/2.0\r\nv: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1\r\n"
                    + "Max-Forwards: many\r\nFrom: \"Zoë\" <sip:a@example.com>;tag=1\r\n"
                    + "To: <sip:b@example.com>\r\nCall-ID: odd\u001b[2J\r\nCSeq: 1 INVITE\r\nSubject: "
                    + "very long ".repeat(400) + "\r\nContent-Length: 0\r\n\r\n";

    private MessageView view;
    private SipIndex index;
    private Scene scene;

    @Start
    void start(Stage stage) throws IOException {
        InetSocketAddress a = new InetSocketAddress("10.0.0.1", 5060);
        InetSocketAddress b = new InetSocketAddress("10.0.0.2", 5062);
        Path file = Files.createTempFile("damaged", ".pcap");
        index = new PcapFile().add(SampleCalls.START, a, b, DAMAGED)
                .addOverlapping(SampleCalls.START + 1, a, b, DAMAGED)
                .index(file);
        Files.delete(file);
        view = new MessageView();
        scene = FxStage.show(stage, new StackPane(view.root()), 700, 420);
    }

    @Test
    void aDefectLeadsToItsPlace(FxRobot robot) {
        robot.interact(() -> view.show(index, 0));
        Legibility.check(scene, "message-light");
        robot.clickOn("⚠ invalid Max-Forwards (RFC 3261 §20.22)");
        assertEquals("many", area(robot).selectedText());
        robot.interact(() -> FxStage.setDark(scene, true));
        Legibility.check(scene, "message-dark");
    }

    @Test
    void aViewThatIsThrownAwayIsLetGo() throws TimeoutException {
        WeakReference<Node> thrown = WaitForAsyncUtils.waitForAsyncFx(5000, this::passing);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> {
            System.gc();
            return thrown.get() == null;
        });
    }

    private WeakReference<Node> passing() {
        MessageView other = new MessageView();
        other.show(index, 0);
        return new WeakReference<>(other.root());
    }

    @Test
    void copyTakesTheWholeMessageWithEscapes(FxRobot robot) {
        robot.interact(() -> view.show(index, 0));
        robot.clickOn("#message-copy");
        String copied = clipboard();
        assertTrue(copied.contains("Call-ID: odd\\x1b[2J\nCSeq"), copied);
        assertTrue(copied.contains("very long ".repeat(400)), "lines are not broken");
    }

    @Test
    void theBytesAreShownAsHexadecimalDigits(FxRobot robot) {
        robot.interact(() -> view.show(index, 0));
        robot.clickOn("#message-hex-toggle");
        Legibility.check(scene, "message-hex-light");
        ListView<?> rows = robot.lookup("#message-hex").queryListView();
        assertEquals((DAMAGED.length() + 1 + 15) / 16, rows.getItems().size()); // ë has two bytes
        robot.clickOn("49 4e 56 49 54 45 20 73  69 70 3a 62 6f 62 40 65");
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        assertEquals("0000  49 4e 56 49 54 45 20 73  69 70 3a 62 6f 62 40 65  INVITE sip:bob@e\n"
                + "0010  78 61 6d 70 6c 65 2e 63  6f 6d 20 53 49 50 2f 32  xample.com SIP/2", clipboard());
        robot.interact(() -> FxStage.setDark(scene, true));
        Legibility.check(scene, "message-hex-dark");
        robot.interact(() -> scene.getWindow().setWidth(420));
        Legibility.check(scene, "message-hex-narrow");
        assertEquals((DAMAGED.length() + 1 + 7) / 8, rows.getItems().size());
    }

    @Test
    void keysGoToTheBytesAndBackAndOtherMessagesKeepThem(FxRobot robot) {
        robot.interact(() -> view.show(index, 0));
        robot.clickOn("#message-text");
        robot.press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
        assertTrue(robot.lookup("#message-hex").query().isFocused());
        robot.interact(view::showNothing);
        robot.interact(() -> view.show(index, 1));
        assertTrue(robot.lookup("#message-hex").query().isVisible());
        robot.interact(() -> robot.lookup("#message-hex").query().requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
        assertTrue(robot.lookup("#message-hex").tryQuery().isEmpty());
        assertTrue(area(robot).textProperty().get().startsWith("INVITE"));
    }

    @Test
    void contradictingPiecesAreReportedAmongTheDefects(FxRobot robot) {
        robot.interact(() -> view.show(index, 0));
        assertTrue(robot.lookup("⚠ pieces overlap with different bytes").tryQuery().isEmpty());
        robot.interact(() -> view.show(index, 1));
        assertTrue(robot.lookup("⚠ pieces overlap with different bytes").tryQuery().isPresent());
        Legibility.check(scene, "message-overlap");
    }

    @Test
    void whatIsSearchedForIsMarkedAndGoneTo(FxRobot robot) throws SearchTermException {
        SearchTerm term = SearchTerm.of(SearchKind.TEXT, "EXAMPLE");
        robot.interact(() -> view.show(index, 0));
        robot.interact(() -> view.mark(Optional.of(term)));
        robot.interact(() -> view.goToMark(1));
        assertEquals("example", area(robot).selectedText());
        int second = area(robot).caret() - "example".length();
        assertTrue(area(robot).stylesAt(second).contains("found"));
        robot.interact(() -> view.goToMark(0));
        assertTrue(area(robot).caret() < second);
        Legibility.check(scene, "message-found");
        robot.interact(() -> view.mark(Optional.empty()));
        assertFalse(area(robot).stylesAt(second).contains("found"));
    }

    @Test
    void withoutAMessageTheViewSaysWhatToDo(FxRobot robot) {
        robot.interact(() -> view.show(index, 0));
        robot.interact(view::showNothing);
        assertEquals("", area(robot).textProperty().get());
        assertTrue(robot.lookup(".message-placeholder").queryLabeled().isVisible());
        Legibility.check(scene, "message-empty");
    }

    private static String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(1_000, () -> Clipboard.getSystemClipboard().getString());
    }

    private static StyledTextArea area(FxRobot robot) {
        return robot.lookup("#message-text").queryAs(StyledTextArea.class);
    }
}
