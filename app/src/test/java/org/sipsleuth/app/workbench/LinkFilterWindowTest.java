package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sipsleuth.view.incident.OverviewPage;
import org.testfx.api.FxRobot;

/// The filter that a link of the overview sets: said in words, and gone again by Escape, Back or its
/// own link.
class LinkFilterWindowTest {

    private static final String PROBLEM = "Showing: 1 call: Dropped after 32 s: no ACK, Contact cannot be reached";

    @RegisterExtension static final SharedWindow SHARED = new SharedWindow(TestWindow::staysOnOverview);

    private final TestWindow window = SHARED.window();

    private void followTheProblem(FxRobot robot) throws IOException {
        window.openOnce("dropped.pcap");
        waitUntil(() -> isShown(robot, "#problem-card") && window.workbench().isAtRest());
        robot.interact(robot.lookup(".problem-row .hyperlink").queryAs(Hyperlink.class)::fire);
        waitUntil(() -> window.workbench().filter().filteredProperty().get().isPresent());
        waitUntil(() -> robot.lookup("#dialogs-count").queryAs(Label.class).getText().startsWith("1 of 6"));
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private String overview() {
        return window.workbench().page(OverviewPage.class).id();
    }

    private String filter() {
        return window.workbench().filter().textProperty().get();
    }

    private static String words(FxRobot robot) {
        return isShown(robot, "#filter-words") ? robot.lookup("#filter-showing").queryAs(Label.class).getText() : "";
    }

    @Test
    void aLinkSaysInWordsWhatTheListShows(FxRobot robot) throws IOException {
        followTheProblem(robot);
        assertEquals(PROBLEM, words(robot));
        window.checkLegibleInEverySize("link-filter");
        robot.clickOn("#filter-showing");
        TextField field = robot.lookup("#filter-field").queryAs(TextField.class);
        assertTrue(field.isFocused(), "it can be edited");
        assertEquals("", words(robot), "the filter itself is seen");
        assertFalse(field.getText().isEmpty());
        assertEquals(filter(), field.getText());
        window.run(robot.lookup("#dialogs-table").query()::requestFocus);
        assertEquals(PROBLEM, words(robot), "the words return where nothing was edited");
        robot.clickOn("#filter-show-all");
        assertEquals("", filter());
        assertEquals("", words(robot));
    }

    @Test
    void escapeAndBackClearIt(FxRobot robot) throws IOException {
        followTheProblem(robot);
        robot.push(KeyCode.ESCAPE);
        assertEquals("", filter());
        window.run(window.workbench().selection()::back);
        assertEquals(overview(), window.workbench().shownPage());
        followTheProblem(robot);
        window.run(window.workbench().selection()::back);
        assertEquals("", filter());
        assertEquals("", words(robot));
        window.run(window.workbench().selection()::forward);
        waitUntil(() -> words(robot).equals(PROBLEM));
    }

    @Test
    void whatWasTypedStaysAtEscape(FxRobot robot) throws IOException {
        window.openOnce("dropped.pcap");
        window.run(() -> window.workbench().openPage(DialogsPage.ID));
        robot.push(KeyCode.CONTROL, KeyCode.L).write("sip").push(KeyCode.ESCAPE).push(KeyCode.ENTER);
        assertEquals("sip", filter());
        robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE);
        assertEquals("sip", filter());
        assertEquals("", words(robot));
    }

    @Test
    void theNoteOfAFilterDoesNotMoveThePage(FxRobot robot) throws IOException {
        window.openOnce("dropped.pcap");
        waitUntil(() -> isShown(robot, "#problem-card") && window.workbench().isAtRest());
        double before = top(robot, "#overview-headline");
        followTheProblem(robot);
        window.run(() -> window.workbench().openPage(overview()));
        waitUntil(() -> isShown(robot, ".filter-page-note"));
        assertEquals(before, top(robot, "#overview-headline"));
        window.checkLegibleInEverySize("link-filter-overview");
    }

    private static double top(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }
}
