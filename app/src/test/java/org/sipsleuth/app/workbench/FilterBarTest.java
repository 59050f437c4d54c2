package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sipsleuth.filter.preset.Preset;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.ui.Theme;
import org.testfx.api.FxRobot;

/// Filters in the window, as a user does, and takes pictures of it.
class FilterBarTest {

    @RegisterExtension static final SharedWindow SHARED = new SharedWindow();

    private final TestWindow window = SHARED.window();

    private void openIncident() throws IOException {
        window.openOnce("incident.pcap");
    }

    private static TextField field(FxRobot robot) {
        return robot.lookup("#filter-field").queryAs(TextField.class);
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static ListView<?> proposals(FxRobot robot) {
        return robot.lookup("#filter-proposals").queryListView();
    }

    private static String count(FxRobot robot) {
        return robot.lookup("#dialogs-count").queryAs(Label.class).getText();
    }

    private Filtered filtered() {
        waitUntil(() -> window.workbench().filter().filteredProperty().get().isPresent());
        return window.workbench().filter().filteredProperty().get().orElseThrow();
    }

    private void apply(FxRobot robot, String text) {
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.interact(() -> field(robot).setText(text));
        robot.push(KeyCode.ENTER);
    }

    @Test
    void filterIsTypedWithCompletionAndListFollows(FxRobot robot) throws IOException {
        openIncident();
        robot.write("/");
        assertTrue(field(robot).isFocused());
        robot.write("sip.Me");
        waitUntil(() -> isShown(robot, "#filter-popup"));
        window.checkLegible("filter-completion-field");
        robot.push(KeyCode.TAB);
        assertEquals("sip.Method ", field(robot).getText());
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertEquals("sip.Method == ", field(robot).getText());
        window.checkLegible("filter-completion-value");
        robot.write("\"OPT").push(KeyCode.TAB);
        assertEquals("sip.Method == \"OPTIONS\"", field(robot).getText());
        String all = count(robot);
        robot.push(KeyCode.ENTER);
        Filtered left = filtered();
        assertTrue(left.found().dialogCount() > 0);
        waitUntil(() -> count(robot).startsWith(left.found().dialogCount() + " of "));
        assertFalse(isShown(robot, "#filter-popup"));
        window.checkLegible("filter-applied");
        String typed = field(robot).getText();
        robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE).push(KeyCode.ESCAPE);
        assertEquals(typed, field(robot).getText());
        assertEquals(typed, filtered().text());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_SPACE);
        waitUntil(() -> count(robot).equals(all));
        assertEquals("", field(robot).getText());
        assertFalse(isShown(robot, "#chip-filter"));
    }

    @Test
    void mistakeIsMarkedAndMended(FxRobot robot) throws IOException {
        openIncident();
        apply(robot, "sip.Metod == \"INVITE\" && frame.number > 3");
        waitUntil(() -> isShown(robot, "#filter-mark"));
        assertTrue(window.workbench().filter().textProperty().get().isEmpty());
        assertTrue(robot.lookup("#filter-sentence").queryAs(Label.class).getText().contains("sip.Metod"));
        window.checkLegible("filter-mistake");
        robot.clickOn("#filter-repair");
        assertEquals("sip.Method == \"INVITE\" && frame.number > 3", field(robot).getText());
        robot.push(KeyCode.ENTER);
        assertEquals("sip.Method == \"INVITE\" && frame.number > 3", filtered().text());
        assertFalse(isShown(robot, "#filter-mark"));
    }

    @Test
    void ladderShowsOthersFaintOrOnlyTheMessages(FxRobot robot) throws IOException {
        openIncident();
        apply(robot, "sip.Method == \"INVITE\" || sip.Status-Code == 200");
        Filtered left = filtered();
        int dialog =
                left.found().dialogs().filter(d -> left.index().messagesOf(d).length > 5).findFirst().orElseThrow();
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(dialog))));
        window.checkLegible("filter-ladder-faint");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertTrue(filtered().onlyMessages());
        window.checkLegible("filter-ladder-only");
        assertTrue(robot.lookup((Node n) -> words(n).contains("not match the filter")).tryQuery().isPresent());
        robot.clickOn("#chip-filter");
        assertEquals("", window.workbench().filter().textProperty().get());
    }

    private static String words(Node node) {
        return node instanceof Label label && label.getText() != null ? label.getText() : "";
    }

    @Test
    void nothingFits(FxRobot robot) throws IOException {
        openIncident();
        apply(robot, "sip.Method == \"NOBODY\"");
        assertEquals(0, filtered().found().size());
        waitUntil(() -> count(robot).startsWith("0 of "));
        window.checkLegible("filter-nothing");
        assertTrue(robot.lookup("Nothing matches the filter").tryQuery().isPresent());
    }

    @Test
    void presetsAndHistoryAreInTheMenu(FxRobot robot) throws IOException {
        openIncident();
        robot.clickOn("#filter-menu").clickOn("Scanners");
        assertEquals(Preset.SCANNERS.filter(), filtered().text());
        assertEquals(Preset.SCANNERS.filter(), field(robot).getText());
        robot.push(KeyCode.CONTROL, KeyCode.L).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_SPACE);
        apply(robot, "sip.Method");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_SPACE);
        robot.push(KeyCode.UP);
        assertEquals("sip.Method", field(robot).getText());
        robot.push(KeyCode.UP);
        assertEquals(Preset.SCANNERS.filter(), field(robot).getText());
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertEquals("", field(robot).getText());
    }

    @Test
    void filterIsSavedUnderAName(FxRobot robot) throws IOException {
        openIncident();
        apply(robot, "sip.Method == \"BYE\"");
        robot.clickOn("#filter-menu").clickOn("Save or manage filters…");
        robot.write("Ends");
        window.checkLegible("filter-save");
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.L).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_SPACE);
        robot.clickOn("#filter-menu").clickOn("Saved filters").clickOn("Ends");
        assertEquals("sip.Method == \"BYE\"", filtered().text());
        assertInstanceOf(Button.class, robot.lookup("#chip-filter").query());
    }

    @Test
    void popupStaysWithinTheWindowAndTheFocusInTheBar(FxRobot robot) throws IOException {
        openIncident();
        robot.push(KeyCode.CONTROL, KeyCode.L).push(KeyCode.CONTROL, KeyCode.SPACE);
        waitUntil(() -> isShown(robot, "#filter-popup"));
        Node popup = robot.lookup("#filter-popup").query();
        assertTrue(popup.getScene().getRoot().getLayoutBounds().contains(popup.localToScene(popup.getLayoutBounds())));
        Object first = proposals(robot).getItems().getFirst();
        robot.clickOn(String.valueOf(((org.sipsleuth.filter.complete.Proposal) first).text()));
        assertTrue(field(robot).isFocused());
        assertEquals("sip.Method ", field(robot).getText());
    }

    @Test
    void popupFollowsTheFieldWhenTheWindowIsResizedOrItsThemeChanges(FxRobot robot) throws IOException {
        openIncident();
        robot.push(KeyCode.CONTROL, KeyCode.L).push(KeyCode.CONTROL, KeyCode.SPACE);
        waitUntil(() -> isShown(robot, "#filter-popup"));
        for (Theme theme : Theme.values()) {
            window.run(() -> window.workbench().look().themeProperty().set(theme));
            for (double width : new double[]{1920, 1280, 1440}) {
                window.run(() -> window.stage().setWidth(width));
                Bounds popup = inScene(robot.lookup("#filter-popup").query());
                Bounds field = inScene(field(robot));
                assertEquals(field.getMinX(), popup.getMinX(), 1, theme + " " + width);
                double gap = popup.getMinY() - field.getMaxY();
                assertTrue(gap >= 0 && gap < 10, () -> theme + " " + width + ": gap " + gap);
                assertTrue(popup.getWidth() >= field.getWidth(), () -> theme + " " + width);
            }
        }
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void cellOfTheListIsFilteredForAndWithout(FxRobot robot) throws IOException {
        openIncident();
        String all = count(robot);
        robot.rightClickOn(ListRows.place(robot, "Outcome", "refused"));
        robot.clickOn("Filter for dialog.outcome == \"refused\"");
        assertEquals("dialog.outcome == \"refused\"", filtered().text());
        assertEquals("dialog.outcome == \"refused\"", field(robot).getText());
        int refused = filtered().found().dialogCount();
        waitUntil(() -> count(robot).startsWith(refused + " of "));
        robot.rightClickOn(ListRows.place(robot, "Outcome", "refused"));
        robot.clickOn("Filter without this");
        waitUntil(() -> filtered().text().startsWith("!"));
        assertEquals("!(dialog.outcome == \"refused\")", filtered().text());
        int others = filtered().index().dialogs().size() - refused;
        assertEquals(others, filtered().found().dialogCount());
        waitUntil(() -> count(robot).startsWith(others + " of "));
        assertFalse(count(robot).equals(all));
    }

    @Test
    void ladderMessageAndFactsAreFilteredFor(FxRobot robot) throws IOException {
        openIncident();
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(0))));
        Node ladder = robot.lookup("#ladder").query();
        askForMenu(ladder);
        assertTrue(robot.lookup(menu("Filter by sip.Call-ID == ")).tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        askForMenu(robot.lookup("#message-text").query());
        assertTrue(robot.lookup(menu("Filter")).tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        askForMenu(robot.lookup(".fact-value").match(node -> words(node).equals("completed")).query());
        robot.clickOn("Filter by dialog.final_status == 200").clickOn("Filter for this");
        assertEquals("dialog.final_status == 200", filtered().text());
    }

    private static Predicate<Node> menu(String words) {
        return node -> node.isVisible() && words(node).startsWith(words);
    }

    private void askForMenu(Node node) {
        window.run(() -> {
            node.requestFocus();
            Bounds at = node.localToScreen(node.getBoundsInLocal());
            Point2D inside = new Point2D(at.getMinX() + 20, at.getMinY() + 10);
            Point2D own = node.screenToLocal(inside);
            Event.fireEvent(node, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, own.getX(), own.getY(),
                    inside.getX(), inside.getY(), true, null));
        });
    }

    @Test
    void pagesOfTheWholeCaptureSayThatTheFilterLeavesThem(FxRobot robot) throws IOException {
        openIncident();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        waitUntil(() -> robot.lookup(".filter-page-note").tryQuery().isPresent());
        assertFalse(isShown(robot, ".filter-page-note"));
        apply(robot, "sip.Method == \"BYE\"");
        waitUntil(() -> isShown(robot, ".filter-page-note"));
        window.checkLegible("filter-page-note");
    }

    @Test
    void statisticsFollow(FxRobot robot) throws IOException {
        openIncident();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        waitUntil(() -> scope(robot).equals("Whole capture"));
        apply(robot, "dialog.state == \"cancelled\"");
        int left = filtered().found().dialogCount();
        waitUntil(() -> scope(robot).startsWith(left + " dialogs matching the filter"));
        window.checkLegible("filter-statistics");
        robot.push(KeyCode.CONTROL, KeyCode.L).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_SPACE);
        waitUntil(() -> scope(robot).equals("Whole capture"));
    }

    private static String scope(FxRobot robot) {
        return robot.lookup("#statistics-scope").queryLabeled().getText();
    }
}
