package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.filter.preset.Preset;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.dialogs.table.cell.RowCell;
import org.sipsleuth.view.session.Selection;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The sample capture of a call that drops after 32 seconds, in the window: no message is opened.
@ExtendWith(ApplicationExtension.class)
class DroppedCallWindowTest {

    private static final String CALL_ID = "5d0e6b45@198.51.100.20";
    private static final List<String> HINTS =
            List.of("No ACK", "Dropped after about 32 s", "2xx retransmitted", "Contact unreachable", "BYE unanswered");

    @TempDir Path directory;
    private TestWindow window;
    private int dropped;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    @BeforeEach
    void open() throws IOException {
        Path capture = window.sample("dropped.pcap");
        dropped = CaptureIndexer.read(List.of(capture), RunMonitor.NONE).dialogs().find(CALL_ID);
        window.open(capture);
    }

    private static List<String> rows(FxRobot robot) {
        return robot.lookup("#dialogs-table .row-of-values")
                .queryAllAs(RowCell.class)
                .stream()
                .map(cell -> cell.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .map(String.class::cast)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static String count(FxRobot robot) {
        return robot.lookup("#dialogs-count").queryAs(Label.class).getText();
    }

    @Test
    void theLadderMarksAndExplainsTheProblemAtEachOfItsMessages(FxRobot robot) {
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(dropped))));
        Node ladder = robot.lookup("#ladder").query();
        robot.interact(ladder::requestFocus);
        robot.push(KeyCode.HOME);
        Set<String> told = new LinkedHashSet<>();
        waitUntil(() -> window.workbench().isAtRest());
        for (int step = 0; step < 25; step++) {
            String words = ladder.getAccessibleText();
            words.lines()
                    .filter(line -> line.startsWith("■ "))
                    .forEach(line -> told.add(words.lines().toList().get(2)));
            robot.push(KeyCode.DOWN);
        }
        assertTrue(told.size() > 1, "not only at the first: " + told);
        robot.push(KeyCode.HOME).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
        waitUntil(() -> robot.lookup(".label")
                .queryAllAs(Label.class)
                .stream()
                .anyMatch(label -> label.getText().startsWith("Problem: ")));
    }

    @Test
    void listNamesCauseAndHints(FxRobot robot) {
        waitUntil(() -> rows(robot).size() == 6);
        List<String> found = rows(robot).stream().filter(row -> row.contains("dropped: no ACK")).toList();
        assertEquals(1, found.size(), rows(robot).toString());
        for (String hint : HINTS) {
            assertTrue(found.getFirst().contains(hint), found.toString());
            assertEquals(1, rows(robot).stream().filter(row -> row.contains(hint)).count(), hint);
        }
        assertTrue(rows(robot).stream().anyMatch(row -> row.contains("refused: busy (486)")), rows(robot).toString());
        window.checkLegible("dropped-list");
    }

    @Test
    void inspectorLeadsWithOutcomeCauseAndHints(FxRobot robot) {
        choose(dropped);
        waitUntil(() -> facts(robot).contains("BYE unanswered"));
        List<String> facts = facts(robot);
        List<Integer> order = Stream.concat(Stream.of("Outcome", "Cause"), HINTS.stream()).map(facts::indexOf).toList();
        assertEquals(order.stream().sorted().toList(), order, facts.toString());
        assertTrue(order.getFirst() >= 0, facts.toString());
        assertTrue(order.getLast() < facts.indexOf("Duration"), facts.toString());
        assertTrue(facts.stream().anyMatch(fact -> fact.contains("10.0.0.9")), facts.toString());
        waitUntil(() -> robot.lookup(".label")
                .queryAllAs(Label.class)
                .stream()
                .anyMatch(label -> label.getText().startsWith("Problem: Dropped after 32 s")));
        window.checkLegible("dropped-inspector");
    }

    @Test
    void inspectorOfARefusedCallBeginsWithItsReason(FxRobot robot) {
        int busy = IntStream.range(0, 6)
                .filter(dialog -> DialogOutcome.of(window.state().index().orElseThrow(), dialog).status() == 486)
                .findFirst()
                .orElseThrow();
        choose(busy);
        waitUntil(() -> robot.lookup(".inspector .section-title")
                .queryLabeled()
                .getText()
                .equals("INVITE refused: busy (486)"));
        assertTrue(facts(robot).stream().anyMatch(fact -> fact.startsWith("INVITE was refused with 486")),
                facts(robot).toString());
    }

    @Test
    void detailsAreClosedAtFirstAndRememberedOnceTheyAreOpen(FxRobot robot) {
        choose(dropped);
        waitUntil(() -> facts(robot).contains("BYE unanswered"));
        assertFalse(facts(robot).contains("Call-ID"), facts(robot).toString());
        TitledPane details = robot.lookup("#inspector-details").queryAs(TitledPane.class);
        window.run(details::requestFocus); // it may lie below what is in sight
        robot.push(KeyCode.SPACE);
        waitUntil(() -> facts(robot).contains("Call-ID"));
        assertTrue(facts(robot).contains(CALL_ID), facts(robot).toString());
        assertTrue(window.settings().isOn("inspector.details", false));
        choose(0);
        waitUntil(() -> !facts(robot).contains("BYE unanswered"));
        assertTrue(facts(robot).contains("Call-ID"), "they stay open for other dialogs");
        window.checkLegible("dropped-details");
    }

    @Test
    void closedInspectorCountsTheHintsOfTheChosenDialog(FxRobot robot) {
        choose(dropped);
        robot.push(KeyCode.F4);
        Button bar = robot.lookup("#inspector-bar").queryButton();
        waitUntil(() -> hintCount(bar).equals("5"));
        assertEquals("5 hints for this dialog. Open the inspector", bar.getAccessibleText());
        window.checkLegible("dropped-inspector-bar");
        choose(0);
        waitUntil(() -> hintCount(bar).isEmpty());
        assertFalse(robot.lookup(".inspector").query().getParent().isVisible());
        robot.clickOn(bar);
        assertTrue(robot.lookup(".inspector").query().getParent().isVisible());
        assertFalse(bar.getParent().isVisible());
    }

    /// One 486 in the refused call, one 200 in each completed one (and those to BYE).
    @Test
    void filterHitsAreGoneToByKey(FxRobot robot) {
        filter("sip.Status-Code == 486");
        waitUntil(() -> count(robot).startsWith("1 of 6"));
        waitUntil(() -> ListRows.values(robot, "Outcome").size() == 1);
        robot.clickOn(ListRows.place(robot, "Outcome", "refused"));
        waitUntil(() -> robot.lookup("#ladder-position").queryAs(Label.class).getText().equals("3 of 4"));
        window.checkLegible("dropped-match");
        filter("sip.Method == \"BYE\"");
        waitUntil(() -> count(robot).startsWith("5 of 6"));
        window.run(() -> window.workbench().selection().set(Selection.NONE));
        Set<Integer> seen = new LinkedHashSet<>();
        for (int step = 0; step < 20; step++) {
            robot.push(KeyCode.F8);
            seen.add(window.workbench().selection().get().messages().getFirst());
        }
        assertEquals(15, seen.size(), "each BYE once (11 of the dropped call), then from the top");
        int last = window.workbench().selection().get().messages().getFirst();
        robot.push(KeyCode.F8).push(KeyCode.SHIFT, KeyCode.F8);
        assertEquals(last, window.workbench().selection().get().messages().getFirst());
    }

    /// The 486 of another call was captured between two copies that this ladder shows as one row.
    @Test
    void aSearchForWhatLiesBetweenTwoCopiesEnds(FxRobot robot) {
        choose(dropped);
        robot.interact(robot.lookup("#ladder").query()::requestFocus);
        robot.push(KeyCode.S).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F).write("486");
        waitUntil(() -> robot.lookup(".label")
                .queryAllAs(Label.class)
                .stream()
                .anyMatch(label -> label.getText().startsWith("1 match")));
    }

    private void filter(String text) {
        window.run(() -> {
            try {
                window.workbench().filter().apply(text);
            } catch (FilterSyntaxException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static String hintCount(Button bar) {
        Label badge = (Label) bar.lookup(".hint-count");
        return badge.isVisible() ? badge.getText() : "";
    }

    private void choose(int dialog) {
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(dialog))));
    }

    /// What the inspector shows, from the top.
    private static List<String> facts(FxRobot robot) {
        Optional<Node> inspector = robot.lookup(".inspector").tryQuery();
        return inspector.stream().flatMap(root -> root.lookupAll("*").stream()).map(node -> switch (node) {
            case Labeled label -> label.getText();
            case Text text -> text.getText();
            default -> null;
        }).filter(text -> text != null && !text.isEmpty()).distinct().toList();
    }

    @Test
    void presetLeavesOnlyTheDroppedCall(FxRobot robot) {
        robot.clickOn("#filter-menu").clickOn("Dropped after about 32 s");
        waitUntil(() -> count(robot).startsWith("1 of 6"));
        waitUntil(() -> rows(robot).size() == 1);
        assertTrue(rows(robot).getFirst().contains("dropped: no ACK"), rows(robot).toString());
        window.checkLegible("dropped-preset");
    }

    @Test
    void callsWithAProblemAreGroupedByIt(FxRobot robot) {
        robot.clickOn("#filter-menu").clickOn("Calls with a problem");
        assertEquals(Preset.CALLS_WITH_PROBLEM.filter(), window.workbench().filter().textProperty().get());
        waitUntil(() -> count(robot).startsWith("1 of 6"));
        waitUntil(() -> heads(robot).stream().anyMatch(head -> head.contains("Dropped after 32 s: no ACK, Contact")));
        assertEquals(1, ListRows.groups(robot));
        window.checkLegible("dropped-by-problem");
    }

    private static List<String> heads(FxRobot robot) {
        return robot.lookup("#dialogs-table .row-of-values")
                .queryAllAs(RowCell.class)
                .stream()
                .map(cell -> String.valueOf(cell.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .toList();
    }

    @Test
    void failedCallsAreGroupedByCause(FxRobot robot) {
        robot.clickOn("#filter-menu").clickOn("Refused or failed calls by cause");
        assertEquals(Preset.FAILED_BY_CAUSE.filter(), window.workbench().filter().textProperty().get());
        waitUntil(() -> count(robot).startsWith("1 of 6"));
        waitUntil(() -> ListRows.groups(robot) == 1);
        window.checkLegible("dropped-by-cause");
    }
}
