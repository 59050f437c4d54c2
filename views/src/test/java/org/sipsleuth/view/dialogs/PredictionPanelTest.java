package org.sipsleuth.view.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Verdicts;
import org.sipsleuth.pipeline.field.VerdictFields;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.SequenceMethod;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.sequence.prediction.JudgedDialogs;
import org.sipsleuth.view.sequence.prediction.PredictionView;
import org.sipsleuth.view.sequence.prediction.course.TestModels;
import org.sipsleuth.view.sequence.session.AnalysisState;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.SampleCalls;
import org.sipsleuth.view.ui.folder.SystemFolders;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PredictionPanelTest {

    private static final int DIALOGS = 140;
    private static final int COMPLETED = 5;

    private final SelectionModel selection = new SelectionModel();
    private final ObjectProperty<Optional<SequenceModel>> model = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<AnalysisState> analysis = new SimpleObjectProperty<>(new AnalysisState.NoModel());
    private final StringProperty misfit = new SimpleStringProperty("");
    private SipIndex index;
    private DialogsView view;
    private Stage stage;
    private Scene scene;

    @Start
    void start(Stage window) throws IOException {
        index = index(SampleCalls.calls(DIALOGS));
        view = new DialogsView(selection, withPrediction(), new SystemFolders());
        view.add(new PredictionView(selection, model, analysis.map(AnalysisState::analysis),
                analysis.map(AnalysisState::analysis).map(PredictionPanelTest::judged), misfit));
        analysis.subscribe(now -> view.showFields(fields(now.analysis())));
        stage = window;
        scene = FxStage.show(stage, view.root(), 1280, 720);
    }

    private static Optional<JudgedDialogs> judged(Optional<SequenceDetection> found) {
        return found.map(detection -> new JudgedDialogs(detection, _ -> true));
    }

    private static List<DynamicField> fields(Optional<SequenceDetection> found) {
        Verdicts verdicts = found.map(detection -> Investigation.of(detection.index(), List.of(detection)).verdicts())
                .orElse(Verdicts.NONE);
        return Stream.concat(VerdictFields.of(verdicts).stream(), new SequenceMethod().fields(found).stream()).toList();
    }

    private static Memory withPrediction() {
        Memory memory = Memory.forgetful();
        memory.keep("dialogs.prediction.open", "true");
        return memory;
    }

    @Test
    void steppingADialogShowsWhatItBecomes(FxRobot robot) throws TimeoutException {
        open(robot, index);
        use(robot, TestModels.of(index));
        choose(robot, COMPLETED);
        assertEquals("after 1 of 10", text(robot, "#prediction-position"));
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        assertEquals("after 2 of 10", text(robot, "#prediction-position"));
        assertTrue(
                robot.lookup("This message is a retransmission. Sequences omit those, so the prediction is unchanged.")
                        .tryQuery()
                        .isPresent());
        robot.type(KeyCode.END);
        assertEquals("after 10 of 10", text(robot, "#prediction-position"));
        assertTrue(text(robot, "#prediction-network-moments").startsWith("■ within"),
                text(robot, "#prediction-network-moments"));
        assertTrue(text(robot, "#prediction-reference")
                .startsWith("The messages so far are exactly known sequence INVITE "));
        robot.type(KeyCode.HOME);
        assertEquals("after 1 of 10", text(robot, "#prediction-position"));
    }

    @Test
    void aModelThatDoesNotFitIsStatedAboveThePrediction(FxRobot robot) throws TimeoutException {
        open(robot, index);
        use(robot, TestModels.of(index));
        choose(robot, COMPLETED);
        assertFalse(robot.lookup("#prediction-misfit").query().isVisible());
        robot.interact(() -> misfit.set("The model does not fit this capture: 8 of 9."));
        assertTrue(robot.lookup("#prediction-misfit").query().isVisible());
        assertEquals("The model does not fit this capture: 8 of 9.", text(robot, "#prediction-misfit"));
        for (boolean dark : new boolean[]{false, true}) {
            robot.interact(() -> FxStage.setDark(scene, dark));
            Legibility.check(scene, "prediction-misfit" + (dark ? "-dark" : "-light"));
        }
        robot.interact(() -> FxStage.setDark(scene, false));
    }

    @Test
    void playingGoesOnAndAClickInTheChartGoesToTheMessage(FxRobot robot) throws TimeoutException {
        open(robot, index);
        use(robot, TestModels.of(index));
        choose(robot, COMPLETED);
        robot.clickOn("#ladder-speed").clickOn("8×");
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        robot.type(KeyCode.SPACE);
        waitFor(() -> text(robot, "#prediction-position").equals("after 10 of 10"));
        Node chart = robot.lookup("#prediction-chart").query();
        Bounds bounds = chart.localToScreen(chart.getBoundsInLocal());
        robot.clickOn(bounds.getMinX() + 31, bounds.getMinY() + 40);
        assertEquals("after 1 of 10", text(robot, "#prediction-position"));
        assertEquals(List.of(index.messagesOf(COMPLETED)[0]), selection.get().messages());
    }

    @Test
    void aClickInTheLadderAndTheScrubberStep(FxRobot robot) throws TimeoutException {
        open(robot, index);
        use(robot, TestModels.of(index));
        choose(robot, COMPLETED);
        Node ladder = robot.lookup("#ladder").query();
        Bounds bounds = ladder.localToScreen(ladder.getBoundsInLocal());
        robot.clickOn(bounds.getMinX() + 200, bounds.getMinY() + 46 + 3.5 * LadderGeometry.ROW);
        assertEquals("after 3 of 10", text(robot, "#prediction-position"), "no band lies between");
        Slider scrubber = robot.lookup("#ladder-scrubber").queryAs(Slider.class);
        robot.interact(() -> scrubber.setValue(7));
        assertEquals("after 7 of 10", text(robot, "#prediction-position"));
        robot.clickOn(bounds.getMinX() + 200, bounds.getMinY() + 46 + 15);
        assertEquals("after 1 of 10", text(robot, "#prediction-position"));
        assertEquals(0, scrubber.getValue());
    }

    @Test
    void theSequenceOfAKnownDialogIsShownOnDemand(FxRobot robot) throws TimeoutException {
        open(robot, index);
        use(robot, TestModels.of(index));
        choose(robot, COMPLETED);
        assertTrue(text(robot, "#prediction-early").startsWith("Too early to say: "), "many calls begin alike");
        assertFalse(robot.lookup("#prediction-leading").query().isVisible());
        message(robot, COMPLETED, 10);
        Node first = robot.lookup(".leading-button").nth(0).query();
        Node details = robot.lookup(".leading-details").nth(0).query();
        assertFalse(details.isVisible());
        String name = robot.lookup(".leading-number").nth(0).<Labeled>query().getText();
        assertTrue(name.matches("[A-Z].+ \\(#\\d+\\)"), name);
        assertTrue(robot.lookup(".probability-scale").queryAll().size() == 2);
        for (Node line : robot.lookup("#prediction-legend .label").queryAll()) {
            assertTrue(((Labeled) line).getText().length() > 8, "a number alone is no name");
        }
        robot.interact(first::requestFocus);
        robot.type(KeyCode.SPACE);
        assertTrue(details.isVisible());
        robot.type(KeyCode.P);
        assertFalse(robot.lookup("#prediction").tryQuery().isPresent());
        robot.clickOn("#dialogs-search").write("p");
        assertFalse(robot.lookup("#prediction").tryQuery().isPresent());
        robot.clickOn("#prediction-toggle");
        assertTrue(robot.lookup("#prediction").tryQuery().isPresent());
    }

    @Test
    void theListMarksUnknownDialogsAndSortsByIt(FxRobot robot) throws TimeoutException {
        open(robot, index);
        detect(robot, TestModels.of(1, KNOWN)); // expects that all others are unknown
        robot.clickOn("▲");
        waitFor(() -> mark(robot, 0) == Mark.UNKNOWN);
        robot.clickOn("▲");
        waitFor(() -> mark(robot, 0) == Mark.KNOWN);
        assertFalse(isHead(robot, "▢"), "the network is no part of the list by itself");
        Legibility.check(scene, "prediction-list");
        robot.interact(() -> analysis.set(new AnalysisState.NoModel()));
        assertFalse(isHead(robot, "▲"));
    }

    @Test
    void aModelThatDoesNotFitMarksNothing(FxRobot robot) throws TimeoutException {
        open(robot, index);
        detect(robot, TestModels.of(20, KNOWN)); // expects that no other is unknown
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(isHead(robot, "▲"));
        detect(robot, TestModels.of(1, KNOWN));
        waitFor(() -> isHead(robot, "▲"));
    }

    private static final String[] KNOWN = {"REGISTER 401 REGISTER 200", "INVITE 100 486 ACK", "BYE 200"};

    private SequenceDetection detect(FxRobot robot, SequenceModel known) {
        use(robot, known);
        SequenceDetection reported = SequenceDetection.of(index, known, RunMonitor.NONE);
        robot.interact(() -> analysis.set(new AnalysisState.Known(reported)));
        return reported;
    }

    private static boolean isHead(FxRobot robot, String sign) {
        return robot.lookup(sign).tryQuery().filter(Node::isVisible).isPresent();
    }

    /// The verdict of the messages so far leads, and after the last one it is that of the list.
    @Test
    void theVerdictOfThePrefixLeads(FxRobot robot) throws TimeoutException {
        open(robot, index);
        SequenceDetection reported = detect(robot, TestModels.of(1, KNOWN));
        choose(robot, COMPLETED);
        assertEquals("● known so far", text(robot, "#prediction-mark"));
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        robot.type(KeyCode.END);
        assertEquals(Mark.UNKNOWN, reported.mark(COMPLETED));
        assertTrue(text(robot, "#prediction-mark").startsWith("▲ unknown since message 3"),
                text(robot, "#prediction-mark"));
        choose(robot,
                IntStream.range(0, DIALOGS)
                        .filter(dialog -> reported.mark(dialog) == Mark.KNOWN)
                        .findFirst()
                        .orElseThrow());
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        robot.type(KeyCode.END);
        assertEquals("● known", text(robot, "#prediction-mark"));
        robot.interact(() -> analysis.set(new AnalysisState.NoModel()));
        assertFalse(robot.lookup("#prediction-mark").query().isVisible(), "nothing judged it");
    }

    @Test
    void allStepsAreCopied(FxRobot robot) throws TimeoutException {
        open(robot, index);
        use(robot, TestModels.of(index));
        choose(robot, COMPLETED);
        robot.clickOn("#prediction-copy").clickOn("Copy all steps as CSV");
        String csv = WaitForAsyncUtils.waitForAsyncFx(1_000, () -> Clipboard.getSystemClipboard().getString());
        assertEquals(11, csv.lines().count());
    }

    @Test
    void aCallThatGoesOnIsFollowed(FxRobot robot) throws IOException, TimeoutException {
        SipIndex some = index(SampleCalls.longDialog(4));
        open(robot, some);
        use(robot, TestModels.of(index));
        choose(robot, 0);
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        robot.type(KeyCode.END);
        assertEquals("after 4 of 4", text(robot, "#prediction-position"));
        SipIndex more = index(SampleCalls.longDialog(10));
        robot.interact(() -> view.show(more));
        assertEquals("after 10 of 10", text(robot, "#prediction-position"));
    }

    @Tag("long")
    @Test
    void looksRightInBothThemesAndAllSizes(FxRobot robot) throws IOException, TimeoutException {
        Legibility.check(scene, "prediction-no-model");
        open(robot, index);
        use(robot, TestModels.of(index));
        Legibility.check(scene, "prediction-no-dialog");
        choose(robot, COMPLETED);
        message(robot, COMPLETED, 4);
        robot.clickOn(robot.lookup(".leading-button").nth(0).<Node>query());
        both(robot, "prediction-call");
        resize(robot, 1920, 1080);
        both(robot, "prediction-call-1920");
        message(robot, COMPLETED, 10);
        Legibility.check(scene, "prediction-end-1920");
        SipIndex unknown = index(SampleCalls.longDialog(600));
        open(robot, unknown);
        choose(robot, 0);
        message(robot, 0, 300);
        both(robot, "prediction-unknown-1920");
        resize(robot, 1280, 720);
        both(robot, "prediction-unknown");
        use(robot, TestModels.random(900));
        both(robot, "prediction-random");
    }

    private void both(FxRobot robot, String name) {
        Legibility.check(scene, name + "-light");
        robot.interact(() -> FxStage.setDark(scene, true));
        Legibility.check(scene, name + "-dark");
        robot.interact(() -> FxStage.setDark(scene, false));
    }

    private void message(FxRobot robot, int dialog, int place) {
        SipIndex shown = table(robot).getItems().size() == 1 ? null : index;
        int message = shown == null ? place : shown.messagesOf(dialog)[place];
        robot.interact(() -> selection.set(selection.get().withMessages(List.of(message))));
    }

    private static SipIndex index(org.sipsleuth.view.ui.PcapFile calls) throws IOException {
        Path file = Files.createTempFile("calls", ".pcap");
        SipIndex index = calls.index(file);
        file.toFile().deleteOnExit(); // messages are read of it
        return index;
    }

    private void open(FxRobot robot, SipIndex shown) throws TimeoutException {
        robot.interact(() -> view.show(shown));
        waitFor(() -> table(robot).getItems().size() == shown.dialogs().size());
    }

    private void use(FxRobot robot, SequenceModel chosen) {
        robot.interact(() -> model.set(Optional.of(chosen)));
    }

    private void choose(FxRobot robot, int dialog) throws TimeoutException {
        robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(dialog))));
        waitFor(() -> table(robot).getSelectionModel().getSelectedItems().size() == 1);
    }

    private void resize(FxRobot robot, double width, double height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    private Mark mark(FxRobot robot, int row) {
        return analysis.get().analysis().orElseThrow().mark(table(robot).getItems().get(row));
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    private static TableView<Integer> table(FxRobot robot) {
        return robot.lookup("#dialogs-table").queryTableView();
    }

    private static void waitFor(Callable<Boolean> fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, fact);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
