package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.complete.Proposal;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.view.sequence.UnknownPage;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.filter.Filtered;
import org.testfx.api.FxRobot;

/// Filters by what models find and what the analyst notes.
class FilterFieldsTest {

    @RegisterExtension static final SharedWindow SHARED = new SharedWindow();

    private final TestWindow window = SHARED.window();

    private SequenceDetection open() throws IOException {
        window.openOnce("incident.pcap");
        SipIndex whole = assertInstanceOf(Shown.class, window.state()).shown().index();
        waitUntil(() -> analysis().filter(detection -> detection.index().equals(whole)).isPresent());
        return analysis().orElseThrow();
    }

    private Optional<SequenceDetection> analysis() {
        return window.workbench().page(UnknownPage.class).analysis().stateProperty().get().analysis();
    }

    private static TextField field(FxRobot robot) {
        return robot.lookup("#filter-field").queryAs(TextField.class);
    }

    private static String count(FxRobot robot) {
        return robot.lookup("#dialogs-count").queryAs(Label.class).getText();
    }

    private void apply(FxRobot robot, String text) {
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.interact(() -> field(robot).setText(text));
        robot.push(KeyCode.ENTER);
    }

    private int left() {
        return window.workbench()
                .filter()
                .filteredProperty()
                .get()
                .map(Filtered::found)
                .map(found -> found.dialogCount())
                .orElse(-1);
    }

    private List<String> proposed(FxRobot robot) {
        ListView<?> list = robot.lookup("#filter-proposals").queryListView();
        return list.getItems().stream().map(item -> ((Proposal) item).text()).toList();
    }

    @Test
    void whatTheModelSaysIsAsked(FxRobot robot) throws IOException {
        SequenceDetection analysis = open();
        apply(robot, "network.mark != \"within\"");
        int size = analysis.index().dialogs().size();
        long outside = IntStream.range(0, size)
                .map(analysis.scored().sequences()::ofDialog)
                .mapToObj(analysis.scored()::score)
                .map(analysis.model().thresholds()::byMoments)
                .filter(mark -> mark != NetworkMark.WITHIN)
                .count();
        waitUntil(() -> left() == outside);
        apply(robot, "dialog.observed == 1");
        int found = analysis.novelty().orElseThrow().novelty().unknown().cardinality();
        waitUntil(() -> left() == size - found);
        apply(robot, "dialog.unknown == 1");
        waitUntil(() -> left() == found);
        assertNotEquals(outside, found, "the network is no verdict");
        apply(robot, "finding.detector == \"sequence\"");
        waitUntil(() -> left() == found);
    }

    @Test
    void beliefsAreFindingsToo(FxRobot robot) throws IOException {
        open();
        apply(robot, "finding.detector == \"belief\"");
        waitUntil(() -> left() > 0);
        robot.push(KeyCode.CONTROL, KeyCode.L).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_SPACE);
        robot.write("finding.cl").push(KeyCode.TAB);
        assertEquals("finding.class ", field(robot).getText());
        robot.write("== ");
        waitUntil(() -> proposed(robot).contains("\"scan\""));
        assertTrue(proposed(robot).contains("\"host_scan\""), proposed(robot).toString());
        window.checkLegible("filter-completion-finding");
    }

    @Test
    void incidentsAreAskedFor(FxRobot robot) throws IOException {
        open();
        apply(robot, "incident.count == 0");
        waitUntil(() -> left() > 0 && left() < 390 && window.workbench().isAtRest());
        int others = left();
        apply(robot, "incident.actor == \"203.0.113.66\"");
        waitUntil(() -> left() == 390 - others);
        robot.push(KeyCode.CONTROL, KeyCode.L).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_SPACE);
        robot.write("incident.ki").push(KeyCode.TAB);
        assertEquals("incident.kind ", field(robot).getText());
        robot.write("== ");
        waitUntil(() -> proposed(robot).contains("\"host_scan\""));
    }

    @Test
    void anotherCaptureHasItsOwnFindings(FxRobot robot) throws IOException {
        open();
        apply(robot, "finding.count > 0");
        waitUntil(() -> left() > 10);
        window.open(window.sample("call.pcap"));
        waitUntil(() -> left() >= 0 && left() <= 1);
        apply(robot, "finding.count >= 0");
        waitUntil(() -> left() == 1);
        window.open(window.sample("incident.pcap"));
        waitUntil(() -> left() == 390);
    }

    @Test
    void marksOfTheAnalystAreAskedAndFollowed(FxRobot robot) throws IOException {
        open();
        apply(robot, "note.mark == \"B\"");
        waitUntil(() -> left() == 0);
        robot.push(KeyCode.CONTROL, KeyCode.L).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_SPACE);
        mark(robot, 0, KeyCode.DIGIT2);
        mark(robot, 4, KeyCode.DIGIT2);
        apply(robot, "note.mark == \"B\"");
        waitUntil(() -> left() == 2);
        waitUntil(() -> count(robot).startsWith("2 of "));
        mark(robot, 4, KeyCode.DIGIT0);
        waitUntil(() -> left() == 1);
        waitUntil(() -> count(robot).startsWith("1 of "));
    }

    private void mark(FxRobot robot, int dialog, KeyCode key) {
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(dialog))));
        window.run(() -> robot.lookup("#dialogs-table").query().requestFocus());
        robot.push(key);
    }
}
