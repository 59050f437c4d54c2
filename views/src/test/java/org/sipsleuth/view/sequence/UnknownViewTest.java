package org.sipsleuth.view.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.pipeline.NetworkFit;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.view.sequence.prediction.course.TestModels;
import org.sipsleuth.view.sequence.session.AnalysisRun;
import org.sipsleuth.view.sequence.session.AnalysisState.Known;
import org.sipsleuth.view.sequence.session.Fit;
import org.sipsleuth.view.sequence.session.KnownCapture;
import org.sipsleuth.view.sequence.session.ModelInUse;
import org.sipsleuth.view.sequence.session.ModelState;
import org.sipsleuth.view.sequence.state.Axes;
import org.sipsleuth.view.sequence.state.Listed;
import org.sipsleuth.view.sequence.state.Listing;
import org.sipsleuth.view.sequence.state.NoveltyRow;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.chart.ChartPane;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class UnknownViewTest {

    private static final int CALLS = 300;

    private final SelectionModel selection = new SelectionModel();
    private ModelInUse models;
    private SessionModel session;
    private AnalysisRun analysis;
    private SipIndex index;
    private final ObjectProperty<Fit> fit = new SimpleObjectProperty<>(Fit.UNKNOWN);
    private Stage stage;
    private Scene scene;
    private boolean modelAsked;

    /// Whether captures are not looked at yet.
    private volatile boolean isHeld;

    @Start
    void start(Stage window) throws IOException {
        stage = window;
        index = KnownCapture.calls(CALLS);
        models = new ModelInUse(ForkJoinPool.commonPool());
        session = new SessionModel(Methods.standard(), run -> {
            if (!isHeld) {
                ForkJoinPool.commonPool().execute(run);
            }
        }, ForkJoinPool.commonPool());
        analysis = new AnalysisRun(models, session);
        UnknownView view =
                new UnknownView(selection, analysis, fit, ForkJoinPool.commonPool(), () -> modelAsked = true);
        scene = FxStage.show(stage, view.root(), 1200, 800);
    }

    private void open(FxRobot robot) {
        Platform.runLater(models::openShipped);
        Platform.runLater(() -> session.show(index));
        waitFor(() -> analysis.stateProperty().get() instanceof Known);
        waitFor(() -> !table(robot).getItems().isEmpty());
    }

    private static void waitFor(Callable<Boolean> fact) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, fact);
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come to pass", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @SuppressWarnings("unchecked")
    private static TableView<Listed> table(FxRobot robot) {
        return robot.lookup("#groups").queryAs(TableView.class);
    }

    private static String summary(FxRobot robot) {
        return robot.lookup("#summary").queryLabeled().getText();
    }

    @SuppressWarnings("unchecked")
    private static void choose(FxRobot robot, Axes axes) {
        robot.interact(() -> robot.lookup("#axes").queryAs(ChoiceBox.class).setValue(axes));
    }

    private static ChartPane scatter(FxRobot robot) {
        return robot.lookup("#scatter").queryAs(ChartPane.class);
    }

    private static double line(FxRobot robot, String name) {
        return Double.parseDouble(robot.lookup("#line-" + name).queryAs(TextField.class).getText());
    }

    private static Point2D onScreen(ChartPane pane, double x, double y) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> pane.localToScreen(x, y));
    }

    @Test
    void theSummaryCountsTheDialogsThatAreDrawnAsUnknown(FxRobot robot) {
        open(robot);
        int all = index.dialogs().size();
        int unknown = table(robot).getItems().stream().mapToInt(Listed::count).sum();
        assertTrue(unknown > 1 && unknown < all, unknown + " of " + all);
        assertEquals("%d of %d dialogs are unknown · %d groups".formatted(unknown, all, table(robot).getItems().size()),
                summary(robot));
        choose(robot, Axes.MOMENTS);
        robot.interact(() -> setLine(robot, "skewness", 1));
        robot.interact(() -> setLine(robot, "kurtosis", 1));
        assertTrue(summary(robot).startsWith("▢ "), summary(robot));
        assertTrue(robot.lookup("#meaning").queryLabeled().getText().contains("(▲ " + unknown + ")"),
                "the laboratory states what the first part counts");
    }

    @Test
    void withoutAGroundTruthThereIsNoConfusionMatrix(FxRobot robot) {
        open(robot);
        assertTrue(robot.lookup(".confusion").tryQuery().isEmpty());
    }

    @Test
    void theMostSuspiciousGroupIsListedFirstAndLedByItsStep(FxRobot robot) {
        open(robot);
        List<Listed> rows = table(robot).getItems();
        assertTrue(rows.size() > 1);
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(suspicion(rows.get(i - 1)) >= suspicion(rows.get(i)));
        }
        assertFalse(robot.lookup("#listing").query().isVisible(), "of the laboratory");
        assertEquals(List.of("Step on a hop", "Why", "Dialogs", "Sources", "First – last (UTC)", "Suspicion"),
                table(robot).getVisibleLeafColumns().stream().map(TableColumn::getText).toList());
        choose(robot, Axes.RARITY);
        List<Integer> counts = table(robot).getItems().stream().map(Listed::count).toList();
        assertEquals(counts.stream().sorted().toList(), counts);
        choose(robot, Axes.MOMENTS);
        assertEquals("Verdict", table(robot).getVisibleLeafColumn(0).getText());
        assertEquals("Network", table(robot).getVisibleLeafColumn(1).getText());
        assertEquals("Sequence", table(robot).getVisibleLeafColumn(2).getText());
        assertTrue(robot.lookup("#listing").query().isVisible());
        assertTrue(table(robot).getItems().stream().allMatch(SequenceRow.class::isInstance));
    }

    private static double suspicion(Listed row) {
        return ((NoveltyRow) row).suspicion();
    }

    @Test
    void onlyAModelThatKnowsHopsOffersTheSurprisePerHop(FxRobot robot) throws IOException {
        open(robot);
        ChoiceBox<?> axes = robot.lookup("#axes").queryAs(ChoiceBox.class);
        assertTrue(axes.getItems().contains(Axes.SURPRISE));
        SequenceModel whole = TestModels.of(index);
        assertTrue(whole.novelty().isEmpty());
        Platform.runLater(() -> models.use(whole, new ModelState.Source.Trained()));
        waitFor(() -> axes.getItems().size() == 2);
        assertEquals(Axes.DISTANCE, axes.getValue());
        waitFor(() -> table(robot).getItems().stream().allMatch(SequenceRow.class::isInstance));
        assertEquals("Sequence", table(robot).getVisibleLeafColumn(0).getText());
        Platform.runLater(models::openShipped);
        waitFor(() -> axes.getItems().contains(Axes.SURPRISE));
        waitFor(() -> axes.getValue() == Axes.SURPRISE);
    }

    @Test
    void theAxesCarryTwoMeasuresAndTheKeysWalkThroughTheSequences(FxRobot robot) {
        open(robot);
        ChartPane pane = scatter(robot);
        assertTrue(pane.plot().getRangeAxis().getLabel().startsWith("surprise of the rarest step"),
                pane.plot().getRangeAxis().getLabel());
        assertTrue(pane.plot().getDomainAxis().getLabel().startsWith("dialogs of this capture"));
        robot.interact(pane::requestFocus);
        robot.push(KeyCode.RIGHT);
        List<Integer> first = selection.get().dialogs();
        assertTrue(table(robot).getSelectionModel()
                .getSelectedItems()
                .stream()
                .anyMatch(row -> row.dialogs().containsAll(first)));
        robot.push(KeyCode.RIGHT);
        assertNotEquals(first, selection.get().dialogs());
        choose(robot, Axes.MOMENTS);
        assertTrue(pane.plot().getDomainAxis().getLabel().contains("skewness"));
    }

    @Test
    void aModelThatDoesNotFitIsStatedOnceAndTheListIsBehindAButton(FxRobot robot) {
        open(robot);
        ModelFit misfit =
                new ModelFit(new Origin(SequenceModel.KIND, models.modelProperty().get().orElseThrow().identity()),
                        0.0125, List.of(new NetworkFit(List.of(0), 0.0125, 400, 371, 420, 380)));
        robot.interact(() -> fit.set(new Fit(true, Optional.empty())));
        assertTrue(robot.lookup("#pageTitle").queryLabeled().getText().startsWith("Checking"));
        robot.interact(() -> fit.set(new Fit(false, Optional.of(misfit))));
        assertFalse(robot.lookup("#content").query().isVisible());
        assertTrue(robot.lookup("#pageAdvice")
                .queryLabeled()
                .getText()
                .startsWith("371 of 400 dialogs outside incidents are unknown, 5 expected, so no"));
        assertFalse(robot.lookup("#note").query().isVisible(), "it is stated once");
        assertFalse(robot.lookup("#summary").query().isVisible(), "no count of unknown dialogs");
        both(robot, "unknown-misfit");
        robot.clickOn("#pageAct");
        assertTrue(modelAsked);
        robot.clickOn("#misfit-list");
        assertTrue(robot.lookup("#content").query().isVisible());
        assertEquals(Axes.RARITY, robot.lookup("#axes").queryAs(ChoiceBox.class).getValue());
        assertTrue(robot.lookup("#note").queryLabeled().getText().contains("371 of 400"));
        both(robot, "unknown-misfit-listed");
    }

    private void both(FxRobot robot, String name) {
        robot.interact(() -> FxStage.setDark(scene, false));
        Legibility.checkInBothThemes(scene, name, () -> FxStage.setDark(scene, true),
                () -> FxStage.setDark(scene, false));
    }

    @Tag("long")
    @Test
    void looksRightInAllSizes(FxRobot robot) {
        open(robot);
        robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(1));
        int[][] sizes = {{1280, 720}, {1920, 1080}, {3840, 2160}};
        for (int[] size : sizes) {
            robot.interact(() -> {
                stage.setWidth(size[0]);
                stage.setHeight(size[1]);
            });
            for (Axes axes : Axes.values()) {
                choose(robot, axes);
                WaitForAsyncUtils.waitForFxEvents();
                both(robot, "unknown-" + axes.name() + "-" + size[0]);
            }
        }
    }

    private static void setLine(FxRobot robot, String name, double value) {
        TextField field = robot.lookup("#line-" + name).queryAs(TextField.class);
        field.setText(Double.toString(value));
        field.fireEvent(new ActionEvent());
    }

    @Test
    void withoutACaptureTheViewSaysWhatToDo(FxRobot robot) {
        assertTrue(robot.lookup("#pageTitle").queryLabeled().isVisible());
        assertEquals("No capture is open", robot.lookup("#pageTitle").queryLabeled().getText());
    }

    @Test
    void withoutAModelItOffersToGetOne(FxRobot robot) {
        Platform.runLater(() -> session.show(index));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("No model of known dialogs", robot.lookup("#pageTitle").queryLabeled().getText());
        Legibility.check(scene, "unknown-no-model");
        robot.clickOn("#pageAct");
        assertTrue(modelAsked);
    }

    @Test
    void aCancelledComparisonCanBeBegunAgain(FxRobot robot) {
        isHeld = true;
        Platform.runLater(models::openShipped);
        Platform.runLater(() -> session.show(index));
        Labeled title = robot.lookup("#pageTitle").queryLabeled();
        waitFor(() -> title.getText().startsWith("Comparing"));
        Legibility.check(scene, "unknown-running");
        robot.clickOn("#pageAct");
        assertEquals("The comparison was cancelled", title.getText());
        Legibility.check(scene, "unknown-cancelled");
        isHeld = false;
        robot.clickOn("#pageAct");
        waitFor(() -> !table(robot).getItems().isEmpty());
    }

    @Test
    void aRangeOfTimeNarrowsEverything(FxRobot robot) {
        open(robot);
        int before = dialogs(robot);
        long end = index.messages().capturedAtNanos(index.messages().size() / 2);
        robot.interact(() -> selection.set(selection.get().withTime(Optional.of(new TimeRange(0, end)))));
        waitFor(() -> dialogs(robot) < before);
        assertTrue(robot.lookup("#note").queryLabeled().isVisible());
    }

    private static int dialogs(FxRobot robot) {
        return table(robot).getItems().stream().mapToInt(Listed::count).sum();
    }

    @Test
    void aDraggedThresholdMovesTableMarksAndList(FxRobot robot) {
        open(robot);
        choose(robot, Axes.MOMENTS);
        robot.interact(
                () -> robot.lookup("#listing").<ChoiceBox<Listing>>queryAs(choiceBox()).setValue(Listing.BELOW_LINES));
        WaitForAsyncUtils.waitForFxEvents();
        int before = table(robot).getItems().size();
        String cells = summary(robot);
        double line = line(robot, "skewness");
        ChartPane pane = scatter(robot);
        double x = pane.xPixel(-Math.log10(1 - line));
        double y = pane.dataArea().getY() + pane.dataArea().getHeight() * 0.4;
        robot.moveTo(onScreen(pane, x, y)).press(MouseButton.PRIMARY);
        robot.moveTo(onScreen(pane, (x + pane.dataArea().getX()) / 2, y));
        double half = line(robot, "skewness");
        assertTrue(half < line, "it follows while it is dragged");
        robot.moveTo(onScreen(pane, pane.dataArea().getX() + 3, y)).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(line(robot, "skewness") < half);
        assertNotEquals(cells, summary(robot));
        int below = table(robot).getItems().size();
        assertTrue(below <= before, below + " of " + before);
        robot.clickOn("#reset");
        assertEquals(line, line(robot, "skewness"), 1e-9);
        assertEquals(cells, summary(robot));
    }

    private static Class<ChoiceBox<Listing>> choiceBox() {
        @SuppressWarnings("unchecked") Class<ChoiceBox<Listing>> type =
                (Class<ChoiceBox<Listing>>) (Class<?>) ChoiceBox.class;
        return type;
    }

    @Test
    void theKeysMoveTheLines(FxRobot robot) {
        open(robot);
        choose(robot, Axes.MOMENTS);
        double skewness = line(robot, "skewness");
        double kurtosis = line(robot, "kurtosis");
        robot.interact(() -> scatter(robot).requestFocus());
        robot.push(KeyCode.LEFT).push(KeyCode.DOWN);
        assertTrue(line(robot, "skewness") < skewness);
        assertTrue(line(robot, "kurtosis") < kurtosis);
        robot.push(KeyCode.HOME);
        assertEquals(skewness, line(robot, "skewness"), 1e-9);
        robot.interact(() -> robot.lookup("#line-skewness").query().requestFocus());
        robot.push(KeyCode.DOWN);
        assertTrue(line(robot, "skewness") < skewness);
    }

    @Test
    void aChosenGroupChoosesItsDialogsEverywhere(FxRobot robot) {
        open(robot);
        Listed row = table(robot).getItems().getFirst();
        robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(0));
        assertEquals(row.dialogs(), selection.get().dialogs());
        robot.interact(() -> {
            Listed other = table(robot).getItems().get(1);
            selection.set(selection.get().withDialogs(other.dialogs()));
        });
        assertEquals(1, table(robot).getSelectionModel().getSelectedIndex());
        for (boolean dark : new boolean[]{false, true}) {
            robot.interact(() -> FxStage.setDark(scene, dark));
            Legibility.check(scene, "unknown-group-" + (dark ? "dark" : "light"));
        }
        robot.interact(() -> FxStage.setDark(scene, false));
    }

    @Test
    void whatIsChosenWhileTheViewIsHiddenIsSeenOnceItIsShown(FxRobot robot) {
        open(robot);
        TableView<Listed> table = table(robot);
        Listed row = table.getItems().get(1);
        Parent view = scene.getRoot();
        robot.interact(() -> scene.setRoot(new StackPane()));
        robot.interact(() -> selection.set(selection.get().withDialogs(row.dialogs())));
        assertEquals(-1, table.getSelectionModel().getSelectedIndex(), "nobody sees it");
        robot.interact(() -> scene.setRoot(view));
        assertEquals(1, table.getSelectionModel().getSelectedIndex());
        assertEquals(row.dialogs(), selection.get().dialogs());
    }

    @Test
    void aLassoChoosesTheDialogsWithinIt(FxRobot robot) {
        open(robot);
        ChartPane pane = scatter(robot);
        double left = pane.dataArea().getX() + 2;
        double right = pane.dataArea().getMaxX() - 2;
        double top = pane.dataArea().getY() + 2;
        double bottom = pane.dataArea().getMaxY() - 2;
        robot.moveTo(onScreen(pane, left, top)).press(MouseButton.PRIMARY);
        robot.moveTo(onScreen(pane, right, top));
        robot.moveTo(onScreen(pane, right, bottom));
        robot.moveTo(onScreen(pane, left, bottom)).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(index.dialogs().size(), new HashSet<>(selection.get().dialogs()).size());
    }

    @Test
    void theListIsCopiedAsCsv(FxRobot robot) {
        open(robot);
        robot.clickOn("#groups-copy").clickOn("#chart-copy-csv");
        String copied = WaitForAsyncUtils.waitForAsyncFx(5000, () -> Clipboard.getSystemClipboard().getString());
        assertEquals(table(robot).getItems().size() + 1, copied.lines().count());
    }

    @Test
    void aPointShowsItsNumbers(FxRobot robot) {
        open(robot);
        choose(robot, Axes.MOMENTS);
        ChartPane pane = scatter(robot);
        SequenceRow row = (SequenceRow) table(robot).getItems().getFirst();
        double x = pane.xPixel(-Math.log10(Math.max(1e-16, 1 - row.score().skewness())));
        double y = pane.yPixel(-Math.log10(Math.max(1e-16, 1 - row.score().kurtosis())));
        robot.moveTo(onScreen(pane, x, y));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(pane.tip().contains("skewness 0."), pane.tip());
    }

    @Test
    void nothingIsCutOff(FxRobot robot) {
        open(robot);
        Labeled summary = robot.lookup("#summary").queryLabeled();
        Bounds bounds = summary.getBoundsInParent();
        assertFalse(summary.getText().isBlank());
        assertTrue(bounds.getWidth() >= summary.prefWidth(-1) - 1);
    }
}
