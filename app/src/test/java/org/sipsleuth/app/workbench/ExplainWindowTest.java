package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.Theme;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// *Explain this* in the window: by mouse, key and menu, on the incident page, in statistics and in
/// the inspector; what it copies is what the analysis explains.
class ExplainWindowTest {

    @RegisterExtension static final SharedWindow SHARED = new SharedWindow(TestWindow::staysOnOverview);

    private final TestWindow window = SHARED.window();

    private Incident open(FxRobot robot) throws IOException {
        window.openOnce("incident.pcap");
        waitUntil(
                () -> window.workbench().isAtRest() && window.workbench().session().foundProperty().get().isPresent());
        window.pause();
        waitUntil(() -> robot.lookup("#open-incident-1").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#open-incident-1").queryButton().fire());
        return window.workbench().session().foundProperty().get().orElseThrow().incidents().getFirst();
    }

    private static void press(FxRobot robot, Node node, KeyCode key, boolean isAlt) {
        robot.interact(() -> {
            node.requestFocus();
            node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, isAlt, false));
        });
    }

    private static String copied(FxRobot robot) {
        Button copy = robot.lookup("#explain-copy").queryButton();
        robot.interact(copy::fire);
        assertEquals("Copied", copy.getText());
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
    }

    private void hide(FxRobot robot) {
        robot.interact(() -> robot.lookup("#explain").query().getScene().getWindow().hide());
        assertFalse(robot.lookup("#explain").tryQuery().isPresent());
    }

    @Test
    void theConfidenceOfAnIncidentExplainsItself(FxRobot robot) throws IOException {
        Incident incident = open(robot);
        Node confidences = robot.lookup("#confidences").query();
        assertTrue(confidences.isFocusTraversable());
        press(robot, confidences, KeyCode.ENTER, false);
        String expected = incident.confidence()
                .explanations()
                .stream()
                .map(each -> each.text())
                .collect(Collectors.joining("\n\n"));
        assertEquals(expected + "\n", copied(robot));
        String shown = robot.from(robot.lookup("#explain"))
                .lookup(".explain-value")
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
        assertTrue(shown.contains("min(0.99, round(1 − Π(1 − c), 3))"), shown);
        pictures(robot, "explain-confidence", confidences);
        hide(robot);
    }

    /// The popover in both themes.
    private void pictures(FxRobot robot, String name, Node number) {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            hide(robot);
            window.run(() -> window.workbench().look().themeProperty().set(theme));
            press(robot, number, KeyCode.ENTER, false);
            Legibility.check(robot.lookup("#explain").query().getScene(),
                    name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void aMeasureExplainsItselfByItsMenu(FxRobot robot) throws IOException {
        open(robot);
        Node value = robot.from(robot.lookup(".side-rows")).lookup(".explained").query();
        robot.interact(() -> value
                .fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 400, 300, false, null)));
        Node item = robot.lookup("Explain this").query();
        robot.interact(() -> item.getScene().getWindow().hide());
        press(robot, value, KeyCode.ENTER, true);
        String text = copied(robot);
        assertTrue(text.contains("Direction: Anomalous from "), text);
        hide(robot);
    }

    @Test
    void aShareOfTheStatisticsExplainsItself(FxRobot robot) throws IOException {
        open(robot);
        window.run(() -> window.workbench().openPage("statistics"));
        waitUntil(() -> robot.lookup(".figure-main").tryQuery().isPresent());
        Node share = robot.lookup(".figure-main")
                .queryAll()
                .stream()
                .filter(each -> each.getStyleClass().contains("explained"))
                .findFirst()
                .orElseThrow();
        press(robot, share, KeyCode.SPACE, false);
        String text = copied(robot);
        assertTrue(text.contains("RFC 6076 §4."), text);
        pictures(robot, "explain-statistics", share);
        hide(robot);
    }
}
