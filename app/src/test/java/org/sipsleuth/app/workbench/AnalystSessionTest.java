package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.DialogState;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.view.session.Selection;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A whole session at the desk, in one window: filter, group, mark, compare two dialogs, follow the
/// legs of a call, export it, and open what was exported.
@ExtendWith(ApplicationExtension.class)
class AnalystSessionTest {

    private static final int CALLS = 8;
    private static final int LEGS = 3;

    @TempDir Path directory;
    private TestWindow window;
    private SipIndex index;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    @Test
    void fromTheCaptureToWhatIsHandedOut(FxRobot robot) throws Exception {
        open();
        List<Integer> completed = filter(robot);
        group(robot, completed.size());
        mark(robot, completed.getFirst());
        compare(robot, completed.get(0), completed.get(LEGS));
        followLegs(robot, completed.getFirst());
        export(robot, completed.getFirst());
    }

    private void open() throws IOException, SettingException {
        Scenario scenario = Scenarios.named("handover").orElseThrow();
        Map<String, String> chosen = Map.of("shared", "none", "legs", "" + LEGS, "calls", "" + CALLS);
        Path capture = window.path("handover.pcap");
        Settings settings = Settings.of(Simulation.settings(scenario), chosen);
        Simulation.run(scenario, 5, settings, capture, RunMonitor.NONE);
        window.open(capture);
        index = window.state().index().orElseThrow();
        assertEquals(CALLS * LEGS, index.dialogs().size());
    }

    /// Types a filter with the help of completion; the list shows what it leaves.
    private List<Integer> filter(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.write("dialog.stat").push(KeyCode.TAB);
        assertEquals("dialog.state ", field(robot).getText());
        robot.write("== \"compl").push(KeyCode.TAB).push(KeyCode.ENTER);
        List<Integer> completed = IntStream.range(0, index.dialogs().size())
                .filter(d -> DialogOutcome.of(index, d).state() == DialogState.COMPLETED)
                .boxed()
                .toList();
        assertTrue(completed.size() > LEGS && completed.size() < CALLS * LEGS);
        waitUntil(() -> count(robot).startsWith(completed.size() + " of "));
        return completed;
    }

    /// Groups what is left by calls.
    private void group(FxRobot robot, int left) {
        waitUntil(() -> fire(robot, "group-call"));
        waitUntil(() -> ListRows.groups(robot) >= 2);
        window.checkLegible("session-grouped");
        fire(robot, "group-none");
        waitUntil(() -> table(robot).getItems().size() == left);
    }

    private boolean fire(FxRobot robot, String item) {
        var found = robot.lookup("#dialogs-groups")
                .queryAs(MenuButton.class)
                .getItems()
                .stream()
                .filter(each -> item.equals(each.getId()))
                .findFirst();
        found.ifPresent(each -> window.run(each::fire));
        return found.isPresent();
    }

    /// Marks a dialog, and looks for the mark.
    private void mark(FxRobot robot, int dialog) {
        choose(List.of(dialog));
        window.run(() -> robot.lookup("#dialogs-table").query().requestFocus());
        robot.push(KeyCode.DIGIT1);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.push(KeyCode.END).write(" && note.mark == \"A\"").push(KeyCode.ENTER);
        waitUntil(() -> count(robot).startsWith("1 of "));
        robot.push(KeyCode.CONTROL, KeyCode.L).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_SPACE);
        waitUntil(() -> table(robot).getItems().size() == CALLS * LEGS);
    }

    /// Compares legs of two calls, and steps over their differences.
    private void compare(FxRobot robot, int left, int right) {
        choose(List.of(left, right));
        window.run(() -> robot.lookup("#ladder").query().requestFocus());
        robot.press(KeyCode.SHIFT).type(KeyCode.C).release(KeyCode.SHIFT);
        waitUntil(() -> robot.lookup("#dialog-comparison").query().isVisible());
        window.checkLegible("session-compared");
        robot.clickOn("#dialog-comparison .comparison-close");
        waitUntil(() -> !robot.lookup("#dialog-comparison").query().isVisible());
    }

    /// Follows a leg to the others of its call.
    private void followLegs(FxRobot robot, int dialog) {
        choose(List.of(dialog));
        ToggleButton flow = robot.lookup("#extended-flow").queryAs(ToggleButton.class);
        waitUntil(() -> !flow.isDisabled());
        assertEquals("+" + (LEGS - 1), flow.getText());
        window.run(() -> robot.lookup("#ladder").query().requestFocus());
        robot.type(KeyCode.X);
        waitUntil(flow::isSelected);
        window.checkLegible("session-legs");
    }

    /// Exports the whole call, shows the file in its folder, and opens it.
    private void export(FxRobot robot, int dialog) throws IOException {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        waitUntil(() -> robot.lookup("#exportPage").tryQuery().filter(Node::isVisible).isPresent());
        window.run(robot.lookup("#export-scope-calls").queryAs(RadioButton.class)::fire);
        Path target = directory.resolve("call.pcapng");
        window.run(() -> robot.lookup("#target").queryAs(TextField.class).setText(target.toString()));
        waitUntil(() -> !robot.lookup("#export").query().isDisabled());
        window.run(() -> robot.lookup("#target").query().requestFocus());
        robot.type(KeyCode.ENTER);
        waitUntil(() -> robot.lookup("#open").query().isVisible());
        window.run(robot.lookup("#showFolder").queryButton()::fire);
        waitUntil(() -> window.desktop().shownFolders().equals(List.of(target)));
        assertEquals(callIds(callOf(dialog)), callIds(CaptureIndexer.read(List.of(target), RunMonitor.NONE)));
        window.run(() -> robot.lookup("#open").query().requestFocus());
        robot.type(KeyCode.ENTER);
        waitUntil(() -> count(robot).equals(LEGS + " dialogs"));
    }

    /// The legs of a call come one after the other in this scenario.
    private List<Integer> callOf(int dialog) {
        int first = dialog / LEGS * LEGS;
        return IntStream.range(first, first + LEGS).boxed().toList();
    }

    private TreeSet<String> callIds(List<Integer> dialogs) {
        return dialogs.stream().map(index.dialogs()::callId).collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> callIds(SipIndex all) {
        return IntStream.range(0, all.dialogs().size())
                .mapToObj(all.dialogs()::callId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void choose(List<Integer> dialogs) {
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(dialogs)));
    }

    private static TextField field(FxRobot robot) {
        return robot.lookup("#filter-field").queryAs(TextField.class);
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#dialogs-table").queryTableView();
    }

    private static String count(FxRobot robot) {
        return robot.lookup("#dialogs-count").queryAs(Label.class).getText();
    }
}
