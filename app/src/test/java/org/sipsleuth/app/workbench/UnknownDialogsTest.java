package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import atlantafx.base.controls.ModalPane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.finding.VerdictText;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.view.sequence.UnknownPage;
import org.sipsleuth.view.sequence.session.AnalysisState.Known;
import org.sipsleuth.view.session.filter.Filtered;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class UnknownDialogsTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private Path odd() throws IOException, SettingException {
        Scenario scenario = Scenarios.named("odd-dialogs").orElseThrow();
        Map<String, String> given = Map.of("normal-dialogs", "150", "odd-dialogs", "40");
        Settings settings = Settings.of(Simulation.settings(scenario), given);
        Path capture = window.path("odd.pcap");
        Simulation.run(scenario, 5, settings, capture, RunMonitor.NONE);
        return capture;
    }

    private void open(FxRobot robot, Path capture) {
        window.open(capture);
        waitUntil(() -> window.workbench().page(UnknownPage.class).analysis().stateProperty().get() instanceof Known);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        waitUntil(() -> robot.lookup("#groups").tryQuery().isPresent());
        waitUntil(() -> !table(robot).getItems().isEmpty());
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#groups").queryTableView();
    }

    private static String inspector(FxRobot robot) {
        return robot.lookup(".inspector .fact-value")
                .queryAll()
                .stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whereTheModelDoesNotFitTheInspectorStatesThatInsteadOfFindings(FxRobot robot)
            throws IOException, SettingException {
        open(robot, odd());
        window.run(() -> table(robot).getSelectionModel().clearAndSelect(0));
        waitUntil(() -> inspector(robot).contains("The model does not fit this capture"));
        assertFalse(inspector(robot).contains("This step is rare: "), inspector(robot));
    }

    @Test
    void aChosenGroupIsExplainedInTheInspectorWithItsEvidence(FxRobot robot) throws IOException {
        open(robot, window.sample("torture.pcap"));
        window.run(() -> table(robot).getSelectionModel().clearAndSelect(0));
        waitUntil(() -> inspector(robot).contains("This step is rare: "));
        assertFalse(inspector(robot).contains("−log2(P)"), "formulas are details");
        window.run(() -> robot.lookup("#inspector-details").queryAs(TitledPane.class).setExpanded(true));
        waitUntil(() -> inspector(robot).contains("−log2(P)"));
        window.checkLegible("unknown-group");
        Labeled evidence = robot.lookup(".inspector .fact-value.link")
                .queryAll()
                .stream()
                .map(Labeled.class::cast)
                .filter(link -> link.getText().contains("in frame"))
                .findFirst()
                .orElseThrow();
        window.run(evidence::requestFocus);
        robot.push(KeyCode.ENTER);
        assertEquals(1, window.workbench().selection().get().messages().size());
    }

    /// List, page, badge, triage and overview count the same dialogs; the network marks others.
    @Test
    void everyPageCountsTheSameUnknownDialogs(FxRobot robot) throws IOException {
        open(robot, window.sample("torture.pcap"));
        waitUntil(() -> text(robot, "#summary").equals("16 of 290 dialogs are unknown · 10 groups"));
        assertTrue(text(robot, "#meaning").contains(VerdictText.ofMark().text()), "one sentence");
        waitUntil(() -> text(robot, "#meaning").startsWith("Model fits: 1 of 126 dialogs"));
        window.checkLegible("unknown-dialogs");
        window.run(() -> robot.lookup("#networkPart").queryAs(ToggleButton.class).fire());
        assertTrue(text(robot, "#summary").startsWith("▢ 113 of 290 dialogs"));
        assertTrue(text(robot, "#meaning").contains("(▲ 16)"), text(robot, "#meaning"));
        window.checkLegible("unknown-network");
        window.run(() -> robot.lookup("#dialogsPart").queryAs(ToggleButton.class).fire());
        assertTrue(text(robot, "#summary").startsWith("16 of 290"), text(robot, "#summary"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        waitUntil(() -> robot.lookup(".quality-words")
                .queryAll()
                .stream()
                .map(node -> texts(node))
                .anyMatch(words -> words.endsWith("; 16 of all 290")));
        robot.push(KeyCode.CONTROL, KeyCode.L);
        window.run(() -> robot.lookup("#filter-field").queryAs(TextField.class).setText("dialog.unknown == 1"));
        robot.push(KeyCode.ENTER);
        waitUntil(() -> window.workbench()
                .filter()
                .filteredProperty()
                .get()
                .map(Filtered::found)
                .filter(found -> found.dialogCount() == 16)
                .isPresent());
        window.checkLegible("unknown-list");
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    private static String texts(Node node) {
        return node instanceof Labeled labeled ? labeled.getText()
                : node instanceof TextFlow flow ? flow.getChildren()
                        .stream()
                        .map(part -> part instanceof Text its ? its.getText() : "")
                        .collect(Collectors.joining())
                : "";
    }

    @Test
    void theTruthAddsTheRealClass(FxRobot robot) throws IOException, SettingException {
        open(robot, odd());
        waitUntil(() -> robot.lookup("#truth").query().getParent().isVisible());
        window.run(() -> robot.lookup("#truth").queryAs(ToggleButton.class).fire());
        waitUntil(() -> robot.lookup(".confusion .label")
                .queryAll()
                .stream()
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .collect(Collectors.toSet())
                .containsAll(List.of("normal", "odd dialog")));
        Button cell = robot.lookup("#confusion-1-VERDICT").queryAs(Button.class);
        int unknown = Integer.parseInt(cell.getText().split(" ")[0].replace(",", ""));
        assertTrue(unknown > 0, cell.getText());
        window.run(cell::fire);
        assertEquals(unknown, window.workbench().selection().get().dialogs().size());
        window.checkLegible("unknown-truth");
    }

    @Test
    void theModelPageOpensByItsKeyAndClosesByEscape(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.M);
        waitUntil(() -> robot.lookup(".model-page").tryQuery().isPresent());
        window.checkLegible("model-page");
        robot.push(KeyCode.ESCAPE);
        ModalPane overlay = robot.lookup(".modal-pane").query();
        waitUntil(() -> !overlay.isDisplay());
    }
}
