package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
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

/// The legs of a call in the window.
@ExtendWith(ApplicationExtension.class)
class LegsTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    @Test
    void theExtendedFlowShowsAllLegsAndStaysForTheNextCall(FxRobot robot) throws Exception {
        open("none", 3);
        choose(0);
        waitUntil(() -> !button(robot).isDisabled());
        assertEquals("+2", button(robot).getText());
        int alone = messages(robot);
        focusLadder(robot);
        robot.type(KeyCode.X);
        waitUntil(() -> messages(robot) > alone);
        assertTrue(button(robot).isSelected());
        SipIndex index = window.state().index().orElseThrow();
        assertEquals(allMessages(index, List.of(0, 1, 2)), messages(robot));
        choose(3);
        waitUntil(() -> messages(robot) == allMessages(index, List.of(3, 4, 5)));
        focusLadder(robot);
        robot.type(KeyCode.X);
        waitUntil(() -> messages(robot) == index.dialogs().messageCount(3));
        assertFalse(button(robot).isSelected());
    }

    @Test
    void aDialogWithoutOtherLegsHasNoExtendedFlow(FxRobot robot) throws IOException {
        window.open(window.sample("call.pcap"));
        choose(0);
        assertTrue(button(robot).isDisabled());
        int alone = messages(robot);
        focusLadder(robot);
        robot.type(KeyCode.X);
        assertEquals(alone, messages(robot));
    }

    @Test
    void theInspectorShowsTheLegsWithReasonsThatLeadThere(FxRobot robot) throws Exception {
        open("x-call-id", 2);
        choose(0);
        waitUntil(() -> robot.lookup("+\u00a0x-call-id").tryQuery().isPresent());
        SipIndex index = window.state().index().orElseThrow();
        Labeled other = robot.lookup(index.dialogs().callId(1)).match(LegsTest::isLink).query();
        window.run(other::requestFocus);
        robot.type(KeyCode.ENTER);
        waitUntil(() -> selection().dialogs().equals(List.of(1)));
        waitUntil(() -> robot.lookup("all 2 legs").tryQuery().isPresent());
        window.run(() -> robot.lookup("all 2 legs").query().requestFocus());
        robot.type(KeyCode.ENTER);
        waitUntil(() -> selection().dialogs().equals(List.of(0, 1)));
    }

    @Test
    void howTheyAreLookedForIsSaidInTheWindow(FxRobot robot) throws Exception {
        open("none", 3);
        choose(0);
        waitUntil(() -> "+2".equals(button(robot).getText()));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        waitUntil(() -> robot.lookup("#leg-fields").query().isFocused());
        assertEquals("6 calls have several legs: 18 dialogs.", robot.lookup("#leg-found").queryLabeled().getText());
        window.checkLegible("workbench-leg-settings");
        window.run(() -> robot.lookup("#leg-confidence").query().requestFocus());
        robot.push(KeyCode.END);
        window.run(() -> robot.lookup("#leg-fields").query().requestFocus());
        robot.push(KeyCode.ENTER);
        waitUntil(() -> robot.lookup("#leg-found").queryLabeled().getText().equals("No call has several legs."));
        robot.push(KeyCode.ESCAPE);
        waitUntil(() -> button(robot).isDisabled());
    }

    @Test
    void pictures(FxRobot robot) throws Exception {
        open("none", 3);
        choose(0);
        waitUntil(() -> !button(robot).isDisabled());
        focusLadder(robot);
        robot.type(KeyCode.X);
        waitUntil(() -> button(robot).isSelected());
        window.checkLegible("workbench-legs");
    }

    @Test
    void theListIsGroupedByCalls(FxRobot robot) throws Exception {
        open("none", 3);
        choose(0);
        waitUntil(() -> !button(robot).isDisabled());
        window.run(() -> robot.lookup("#dialogs-groups")
                .queryAs(MenuButton.class)
                .getItems()
                .stream()
                .filter(item -> "group-call".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        waitUntil(() -> ListRows.groups(robot) >= 6);
        window.checkLegible("workbench-legs-grouped");
    }

    private static boolean isLink(javafx.scene.Node node) {
        return node.getStyleClass().contains("link");
    }

    private Selection selection() {
        return window.workbench().selection().get();
    }

    private void choose(int dialog) {
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(dialog))));
    }

    private void focusLadder(FxRobot robot) {
        window.run(() -> robot.lookup("#ladder").query().requestFocus());
    }

    private static ToggleButton button(FxRobot robot) {
        return robot.lookup("#extended-flow").queryAs(ToggleButton.class);
    }

    /// How many messages the ladder has, as its heading says.
    private static int messages(FxRobot robot) {
        String position = robot.lookup("#ladder-position").queryLabeled().getText();
        return Integer.parseInt(position.substring(position.lastIndexOf(' ') + 1));
    }

    private static int allMessages(SipIndex index, List<Integer> dialogs) {
        return dialogs.stream().mapToInt(index.dialogs()::messageCount).sum();
    }

    private void open(String shared, int legs) throws IOException, SettingException {
        Scenario scenario = Scenarios.named("handover").orElseThrow();
        Map<String, String> chosen = Map.of("shared", shared, "legs", Integer.toString(legs), "calls", "6");
        Path capture = window.path("handover.pcap");
        Simulation.run(scenario, 5, Settings.of(Simulation.settings(scenario), chosen), capture, RunMonitor.NONE);
        window.open(capture);
    }
}
