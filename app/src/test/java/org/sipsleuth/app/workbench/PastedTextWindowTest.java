package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.incident.OverviewPage;
import org.sipsleuth.view.session.Selection;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Messages from the clipboard, opened in the window.
@ExtendWith(ApplicationExtension.class)
class PastedTextWindowTest {

    private static final String CALL = """
            INVITE sip:bob@203.0.113.9 SIP/2.0
            Via: SIP/2.0/UDP 198.51.100.7:5060;branch=z9hG4bKpasted
            Max-Forwards: 70
            From: <sip:alice@198.51.100.7>;tag=a1
            To: <sip:bob@203.0.113.9>
            Call-ID: pasted@198.51.100.7
            CSeq: 1 INVITE
            Content-Length: 0

            SIP/2.0 486 Busy Here
            Via: SIP/2.0/UDP 198.51.100.7:5060;branch=z9hG4bKpasted
            From: <sip:alice@198.51.100.7>;tag=a1
            To: <sip:bob@203.0.113.9>;tag=b1
            Call-ID: pasted@198.51.100.7
            CSeq: 1 INVITE
            Content-Length: 0

            """;

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private SipIndex index() {
        return window.workbench().stateProperty().get().index().orElseThrow();
    }

    private boolean isOpen() {
        return window.workbench().stateProperty().get().index().isPresent();
    }

    private void copy(String text) {
        window.run(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    @Test
    void pastingOnTheFirstPageOpensTheMessages(FxRobot robot) throws IOException {
        copy(CALL);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        waitUntil(this::isOpen);

        assertEquals(2, index().messages().size());
        assertEquals("Log byte 0", index().title(0));
        try (Stream<Path> kept = Files.list(directory.resolve("pasted"))) {
            assertEquals(List.of(CALL), kept.map(PastedTextWindowTest::read).toList());
        }
        window.run(() -> window.workbench()
                .selection()
                .set(Selection.NONE.withDialogs(List.of(0)).withMessages(List.of(1))));
        waitUntil(() -> window.workbench().isAtRest());
        assertTrue(robot.lookup(".label")
                .queryAllAs(Label.class)
                .stream()
                .anyMatch(label -> label.getText().equals("The log states no times: order of the log")));
        window.checkLegible("pasted-text");
        window.run(() -> window.workbench().openPage(OverviewPage.ID));
        waitUntil(() -> window.workbench().isAtRest());
        assertTrue(robot.lookup(".label")
                .queryAllAs(Label.class)
                .stream()
                .anyMatch(label -> label.getText().startsWith("From a text log, not from the wire")));
        window.checkLegible("pasted-text-overview");
    }

    @Test
    void theMenuOpensTextFromTheClipboard(FxRobot robot) {
        copy(CALL);
        MenuButton menu = robot.lookup("#captures").queryAs(MenuButton.class);
        window.run(() -> menu.getOnShowing().handle(null));
        MenuItem paste =
                menu.getItems().stream().filter(item -> "open-pasted".equals(item.getId())).findFirst().orElseThrow();
        assertTrue(!paste.isDisable());
        window.run(paste::fire);
        waitUntil(this::isOpen);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
