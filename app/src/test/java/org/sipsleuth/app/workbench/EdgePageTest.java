package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.controls.ToggleSwitch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.view.edge.flow.FlowPane;
import org.sipsleuth.view.ui.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The page of the border with a flood.
@ExtendWith(ApplicationExtension.class)
class EdgePageTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private Path simulated(String name, Map<String, String> values) throws IOException, SettingException {
        Scenario scenario = Scenarios.named(name).orElseThrow();
        Settings settings = Settings.of(Simulation.settings(scenario), values);
        Path file = window.path(name + ".pcap");
        Simulation.run(scenario, 4, settings, file, RunMonitor.NONE);
        return file;
    }

    private Path flood() throws IOException, SettingException {
        return simulated("invite-flood", Map.of("rate", "VH", "behaviour", "very-high", "episodes", "1",
                "episode-seconds", "5", "spoofing", "none"));
    }

    private void open(Path file, FxRobot robot) {
        window.run(() -> window.workbench().captures().open(List.of(file)));
        waitUntil(() -> window.state() instanceof Shown && window.workbench().isAtRest());
        window.run(() -> window.workbench().openPage("edge"));
        waitUntil(() -> robot.lookup("#edge-headline").tryQuery().isPresent());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    private static boolean isThere(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(EdgePageTest::isShown).isPresent();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static void awaitAdvice(FxRobot robot) {
        waitUntil(() -> isThere(robot, "#edge-scatter"));
        waitUntil(() -> !isThere(robot, "#edge-cancel"));
    }

    private void picture(String name, Theme theme, int width, int height) {
        window.checkLegible(name, theme, width, height);
    }

    @Test
    void protectionsAreSwitchedAndNumbersAndFlowFollow(FxRobot robot) throws Exception {
        open(flood(), robot);
        waitUntil(() -> !words(robot, "#edge-calls").isEmpty());
        System.gc(); // what the page listens to must outlive it
        assertEquals("no incident", words(robot, "#edge-legitimate-words"));
        assertEquals("part of an incident", words(robot, "#edge-attack-words"));
        awaitAdvice(robot);
        assertTrue(robot.lookup("#edge-basic").queryAs(ToggleButton.class).isSelected());
        picture("edge", Theme.LIGHT, 1280, 720);
        picture("edge", Theme.LIGHT, 1440, 900);
        picture("edge", Theme.LIGHT, 1920, 1080);
        picture("edge", Theme.DARK, 1280, 720);
        picture("edge", Theme.DARK, 1440, 900);
        picture("edge", Theme.DARK, 1920, 1080);
        String calls = words(robot, "#edge-calls");
        String attack = words(robot, "#edge-attack");
        FlowPane flow = robot.lookup("#edge-flow").queryAs(FlowPane.class);
        String before = flow.data().csv();
        ToggleSwitch queues = robot.lookup("#edge-switch-queues").queryAs(ToggleSwitch.class);
        robot.interact(queues::requestFocus);
        robot.interact(queues::fire);
        waitUntil(() -> !words(robot, "#edge-calls").equals(calls) || !words(robot, "#edge-attack").equals(attack));
        waitUntil(() -> !isThere(robot, "#edge-cancel"));
        assertNotEquals(before, flow.data().csv());
        assertTrue(robot.lookup("#edge-own").queryAs(ToggleButton.class).isSelected());
        robot.clickOn("#edge-apply");
        waitUntil(() -> words(robot, "#edge-advice-words").endsWith("It is switched on."));
        picture("edge-applied", Theme.LIGHT, 1440, 900);
        robot.clickOn("#edge-configure");
        waitUntil(() -> isThere(robot, "#edge-snippets"));
        picture("edge-configuration", Theme.LIGHT, 1440, 900);
        picture("edge-configuration", Theme.DARK, 1280, 720);
        robot.type(KeyCode.ESCAPE);
        ModalPane overlay = robot.lookup(".modal-pane").query();
        waitUntil(() -> !overlay.isDisplay());
    }

    @Test
    void droppedMessagesAreOpened(FxRobot robot) throws Exception {
        open(flood(), robot);
        waitUntil(() -> !words(robot, "#edge-calls").isEmpty());
        awaitAdvice(robot);
        FlowPane flow = robot.lookup("#edge-flow").queryAs(FlowPane.class);
        int outcome = flow.outcomes()
                .stream()
                .filter(ending -> ending.word().equals("dropped-filter"))
                .findFirst()
                .orElseThrow()
                .count()
                .sum();
        robot.interact(() -> robot.lookup("#edge-outcome-dropped-filter").query().requestFocus());
        robot.type(KeyCode.SPACE);
        waitUntil(() -> !window.workbench().selection().get().dialogs().isEmpty());
        assertEquals(outcome, window.workbench().selection().get().messages().size());
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        waitUntil(() -> isThere(robot, "#edge-headline"));
    }

    @Test
    void aStageLeadsToItsFirstStoppedMessage(FxRobot robot) throws Exception {
        open(flood(), robot);
        waitUntil(() -> !words(robot, "#edge-calls").isEmpty());
        waitUntil(() -> isThere(robot, "#edge-stages"));
        awaitAdvice(robot);
        Hyperlink link = robot.lookup("#edge-stages .hyperlink").queryAs(Hyperlink.class);
        assertTrue(link.getText().matches("from [0-9]+"), link.getText());
        window.run(link::fire);
        waitUntil(() -> window.workbench().selection().get().messages().size() == 1);
    }

    @Test
    void theNumbersExplainThemselvesByKeyboard(FxRobot robot) throws Exception {
        open(flood(), robot);
        waitUntil(() -> !words(robot, "#edge-calls").isEmpty());
        awaitAdvice(robot);
        waitUntil(() -> isThere(robot, "#edge-stages"));
        for (String[] number : new String[][]{
            {"#edge-attack", "Messages of the attack that pass, without protection", "(p + d) ÷ n"},
            {"#edge-effect-filter", "with this protection alone", "(p + d) ÷ n"},
            {"#edge-stages .explained", "Messages stopped: ", "h + v"}}) {
            Node node = robot.lookup(number[0]).query();
            assertTrue(node.isFocusTraversable(), number[0]);
            robot.interact(node::requestFocus);
            robot.type(KeyCode.ENTER);
            Node popover = robot.lookup("#explain").query();
            String shown = ShownTexts.of((Parent) popover).whole().toString();
            assertTrue(shown.contains(number[1]) && shown.contains(number[2]), shown);
            robot.interact(() -> popover.getScene().getWindow().hide());
        }
    }

    @Test
    void theGroundTruthNamesAttacks(FxRobot robot) throws Exception {
        open(flood(), robot);
        robot.clickOn("#truth");
        waitUntil(() -> words(robot, "#edge-attack-words").equals("attack"));
        assertEquals("legitimate", words(robot, "#edge-legitimate-words"));
        awaitAdvice(robot);
        picture("edge-truth", Theme.LIGHT, 1280, 720);
        picture("edge-truth", Theme.LIGHT, 1440, 900);
        picture("edge-truth", Theme.DARK, 1440, 900);
        picture("edge-truth", Theme.LIGHT, 1920, 1080);
        picture("edge-truth", Theme.DARK, 3840, 2160);
        ComboBox<?> choice = robot.lookup("#edge-choice").queryComboBox();
        assertTrue(choice.getItems().size() > 1);
        robot.interact(() -> choice.getSelectionModel().select(1));
        waitUntil(() -> words(robot, "#edge-attack-words").equals("part of I1"));
        awaitAdvice(robot);
        robot.clickOn("#edge-advanced");
        waitUntil(() -> !isThere(robot, "#edge-cancel"));
        picture("edge-advanced", Theme.LIGHT, 1280, 720);
        picture("edge-advanced", Theme.DARK, 1440, 900);
        robot.clickOn("#edge-settings");
        waitUntil(() -> isThere(robot, "#edge-rate"));
        picture("edge-settings", Theme.LIGHT, 1440, 900);
        if (!isThere(robot, "#edge-border")) { // another size of the window closes it
            robot.clickOn("#edge-settings");
            waitUntil(() -> isThere(robot, "#edge-border"));
        }
        TextField border = robot.lookup("#edge-border").queryAs(TextField.class);
        robot.interact(() -> border.setText("nowhere"));
        robot.interact(() -> border.fireEvent(new ActionEvent()));
        assertEquals("nowhere is not an IP address", words(robot, "#edge-border-fault"));
        robot.interact(() -> border.setText("192.0.2.77"));
        robot.interact(() -> border.fireEvent(new ActionEvent()));
        waitUntil(() -> isThere(robot, "#edge-page-title"));
        assertEquals("No messages from outside", words(robot, "#edge-page-title"));
        robot.interact(() -> robot.lookup("#edge-stack-reset").queryButton().fire());
        waitUntil(() -> isThere(robot, "#edge-flow"));
    }

    @Test
    void bordersShareSignatures(FxRobot robot) throws Exception {
        open(simulated("mutations", Map.of()), robot);
        robot.clickOn("#truth");
        waitUntil(() -> words(robot, "#edge-attack-words").equals("attack"));
        awaitAdvice(robot);
        picture("edge-mutations", Theme.LIGHT, 1440, 900);
        robot.interact(() -> robot.lookup("#edge-share-open").queryButton().fire());
        waitUntil(() -> isThere(robot, "#edge-share-answer"));
        assertTrue(words(robot, "#edge-share-answer").contains("of the attack stopped"));
        picture("edge-share", Theme.LIGHT, 1280, 720);
        picture("edge-share", Theme.DARK, 1440, 900);
        robot.type(KeyCode.ESCAPE);
        ModalPane overlay = robot.lookup(".modal-pane").query();
        waitUntil(() -> !overlay.isDisplay());
    }

    @Test
    void withoutAnIncidentOnlyTheCostIsShown(FxRobot robot) throws Exception {
        open(simulated("normal", Map.of()), robot);
        waitUntil(() -> !words(robot, "#edge-calls").isEmpty());
        waitUntil(() -> !isThere(robot, "#edge-cancel"));
        assertFalse(isThere(robot, "#edge-scatter"));
        assertFalse(isThere(robot, "#edge-attack-words"));
        picture("edge-no-incident", Theme.LIGHT, 1440, 900);
    }
}
