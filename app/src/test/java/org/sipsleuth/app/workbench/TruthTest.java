package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
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
import org.sipsleuth.truth.read.TruthFile;
import org.sipsleuth.view.session.Selection;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TruthTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    /// A capture with its truth: normal dialogs, and such with a broken message.
    private Path simulated(String name) throws IOException, SettingException {
        Scenario scenario = Scenarios.named("mutations").orElseThrow();
        Map<String, String> given = Map.of("normal-dialogs", "40", "mutated-dialogs", "15");
        Settings settings = Settings.of(Simulation.settings(scenario), given);
        Path capture = window.path(name);
        Simulation.run(scenario, 5, settings, capture, RunMonitor.NONE);
        return capture;
    }

    private SipIndex index() {
        return window.state().index().orElseThrow();
    }

    private static ToggleButton button(FxRobot robot) {
        return robot.lookup("#truth").queryAs(ToggleButton.class);
    }

    private static boolean isOffered(FxRobot robot) {
        return button(robot).getParent().isVisible();
    }

    private void showTruth(FxRobot robot) {
        waitUntil(() -> isOffered(robot));
        robot.clickOn("#truth");
        waitUntil(() -> button(robot).isSelected());
    }

    private static TableColumn<?, ?> column(FxRobot robot) {
        return robot.lookup("#dialogs-table")
                .queryTableView()
                .getColumns()
                .stream()
                .filter(column -> "column-truth".equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> truths(FxRobot robot) {
        return ListRows.values(robot, "Ground truth");
    }

    private static String inspector(FxRobot robot) {
        return robot.lookup(".inspector .fact-value")
                .queryAll()
                .stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theTruthIsOffAtFirstAndShownWhenAskedFor(FxRobot robot) throws IOException, SettingException {
        window.open(simulated("lab.pcap"));
        waitUntil(() -> isOffered(robot));
        assertFalse(column(robot).isVisible());
        robot.clickOn("#truth");
        waitUntil(() -> column(robot).isVisible());
        waitUntil(() -> truths(robot).stream().anyMatch(text -> text.startsWith("mutation A")));
        assertTrue(truths(robot).contains("normal"));
        robot.clickOn("#truth");
        waitUntil(() -> !column(robot).isVisible());
        assertFalse(button(robot).isSelected());
    }

    @Test
    void theTruthOfARecordingIsReportedToo(FxRobot robot) throws IOException {
        window.open(window.sample("incident.pcap"));
        showTruth(robot);
        robot.clickOn("#dialogs-search").write("fraud");
        TableView<?> table = robot.lookup("#dialogs-table").queryTableView();
        waitUntil(() -> table.getItems().size() == 6);
        assertEquals(Set.of("toll fraud A4"), Set.copyOf(truths(robot)));
        robot.clickOn(ListRows.place(robot, "Ground truth", "toll fraud A4"));
        waitUntil(() -> inspector(robot).contains("With the password of 1007 somebody calls"));
        window.checkLegible("truth-recorded");
    }

    /// What the keyboard reads of the bands of the strip.
    private static List<String> bands(FxRobot robot) {
        Node band = robot.lookup("#strip-band").query();
        robot.interact(band::requestFocus);
        robot.push(KeyCode.HOME);
        List<String> read = new ArrayList<>();
        String before = "";
        while (!before.equals(band.getAccessibleText())) {
            before = band.getAccessibleText();
            read.add(before);
            robot.push(KeyCode.RIGHT);
        }
        return read;
    }

    @Test
    void theStripHasALaneOfTheTruthWhileItIsOn(FxRobot robot) throws IOException {
        window.open(window.sample("incident.pcap"));
        waitUntil(() -> window.workbench().isAtRest());
        waitUntil(() -> robot.lookup("#strip-band").query().isVisible());
        window.pause();
        List<String> found = bands(robot);
        assertTrue(found.stream().noneMatch(each -> each.startsWith("Ground truth")), "" + found);
        double height = robot.lookup(".strip-canvas").query().getLayoutBounds().getHeight();
        showTruth(robot);
        window.pause();
        List<String> all = bands(robot);
        assertEquals(found, all.subList(0, found.size()));
        List<String> lane = all.subList(found.size(), all.size());
        assertTrue(lane.getFirst().startsWith("Ground truth: scan A1, "), "" + lane);
        assertTrue(lane.getFirst().contains(", 262 messages\nsvmap asks all "), "" + lane);
        assertTrue(lane.getLast().startsWith("Ground truth: toll fraud A4, "), "" + lane);
        robot.push(KeyCode.SPACE);
        waitUntil(() -> window.workbench().selection().get().dialogs().size() == 6);
        window.checkLegible("truth-strip");
        robot.clickOn("#truth");
        waitUntil(() -> !button(robot).isSelected());
        window.pause();
        assertEquals(found, bands(robot));
        assertEquals(height, robot.lookup(".strip-canvas").query().getLayoutBounds().getHeight());
    }

    @Test
    void aCaptureWithoutTruthOffersNone(FxRobot robot) throws IOException, SettingException {
        window.open(simulated("lab.pcap"));
        showTruth(robot);
        window.open(window.sample("call.pcap"));
        waitUntil(() -> !isOffered(robot));
        assertFalse(column(robot).isVisible());
    }

    @Test
    void dialogsAreFoundByTheirClass(FxRobot robot) throws IOException, SettingException {
        window.open(simulated("lab.pcap"));
        TableView<?> table = robot.lookup("#dialogs-table").queryTableView();
        waitUntil(() -> table.getItems().size() == index().dialogs().size());
        robot.clickOn("#dialogs-search").write("mutation");
        waitUntil(() -> table.getItems().isEmpty());
        showTruth(robot);
        waitUntil(() -> table.getItems().size() == 15);
    }

    @Test
    void theInspectorShowsTheStoryAndTheChangedBytes(FxRobot robot) throws IOException, SettingException {
        Path capture = simulated("lab.pcap");
        window.open(capture);
        showTruth(robot);
        TruthFile truth = TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE);
        int broken = 0;
        while (truth.mutations(index().messages().frame(broken), 0).isEmpty()) {
            broken++;
        }
        int message = broken;
        window.run(() -> window.workbench().selection().set(Selection.NONE.withMessages(List.of(message))));
        waitUntil(() -> inspector(robot).contains("a part of a message is"));
        String reported = inspector(robot);
        assertTrue(reported.contains("mutation\nA"), reported);
        assertTrue(reported.contains("bytes ") || reported.contains("at byte "), reported);
        window.checkLegible("truth-message");
        int dialog = index().messages().dialog(message);
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(dialog))));
        waitUntil(() -> inspector(robot).contains("a part of a message is"));
        window.checkLegible("truth-dialog");
    }

    @Test
    void severalDialogsAreCountedByClass(FxRobot robot) throws IOException, SettingException {
        window.open(simulated("lab.pcap"));
        showTruth(robot);
        List<Integer> all = IntStream.range(0, index().dialogs().size()).boxed().toList();
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(all)));
        waitUntil(() -> factNames(robot).contains("normal"));
        window.checkLegible("truth-several");
    }

    private static List<String> factNames(FxRobot robot) {
        return robot.lookup(".inspector .fact-name")
                .queryAll()
                .stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    @Test
    void theTruthOfAnotherCaptureIsRefusedInASentence(FxRobot robot) throws IOException, SettingException {
        Path capture = simulated("lab.pcap");
        byte[] bytes = Files.readAllBytes(capture);
        bytes[bytes.length - 1] ^= 1;
        Files.write(capture, bytes);
        window.open(capture);
        waitUntil(() -> isOffered(robot));
        robot.clickOn("#truth");
        waitUntil(() -> banner(robot).contains("It belongs to another capture"));
        assertFalse(column(robot).isVisible());
        window.checkLegible("truth-refused");
        window.open(window.sample("call.pcap"));
        waitUntil(() -> banner(robot).isEmpty());
    }

    private static String banner(FxRobot robot) {
        return robot.lookup(".notice-banner .label")
                .queryAll()
                .stream()
                .filter(Node::isVisible)
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aDamagedTruthIsRefusedInASentence(FxRobot robot) throws IOException, SettingException {
        Path capture = simulated("lab.pcap");
        Files.writeString(TruthFile.beside(capture), "{\"schema\":");
        window.open(capture);
        waitUntil(() -> isOffered(robot));
        robot.clickOn("#truth");
        waitUntil(() -> banner(robot).contains("It is not valid JSON: line 1"));
        assertFalse(button(robot).isSelected());
    }

    @Test
    void theMenuOfCapturesShowsItToo(FxRobot robot) throws IOException, SettingException {
        window.open(simulated("lab.pcap"));
        waitUntil(() -> isOffered(robot));
        window.checkLegible("truth-offered");
        robot.clickOn("#captures").clickOn("#truthItem");
        waitUntil(() -> column(robot).isVisible());
        robot.push(KeyCode.ESCAPE);
        assertEquals("Ground truth", button(robot).getText());
        window.checkLegible("truth-list");
    }
}
