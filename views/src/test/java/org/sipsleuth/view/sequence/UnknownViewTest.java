package org.sipsleuth.view.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.view.sequence.session.AnalysisRun;
import org.sipsleuth.view.sequence.session.AnalysisState.Known;
import org.sipsleuth.view.sequence.session.KnownCapture;
import org.sipsleuth.view.sequence.session.ModelInUse;
import org.sipsleuth.view.sequence.state.Listing;
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
    @TempDir Path directory;
    private ModelInUse models;
    private SessionModel session;
    private AnalysisRun analysis;
    private SipIndex index;
    private Scene scene;
    private boolean modelAsked;

    /// Whether captures are not looked at yet.
    private volatile boolean isHeld;

    @Start
    void start(Stage stage) throws IOException {
        index = KnownCapture.calls(directory, CALLS);
        models = new ModelInUse(ForkJoinPool.commonPool());
        session =
                new SessionModel(
                        Methods.standard(),
                        run -> {
                            if (!isHeld) {
                                ForkJoinPool.commonPool().execute(run);
                            }
                        });
        analysis = new AnalysisRun(models, session);
        UnknownView view =
                new UnknownView(
                        selection, analysis, ForkJoinPool.commonPool(), () -> modelAsked = true);
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
    private static TableView<SequenceRow> table(FxRobot robot) {
        return robot.lookup("#groups").queryAs(TableView.class);
    }

    private static String cells(FxRobot robot) {
        return IntStream.range(0, 2)
                .boxed()
                .flatMap(
                        row ->
                                Set.of("known", "between", "unknown").stream()
                                        .sorted()
                                        .map(mark -> "#confusion-" + row + "-moments-" + mark))
                .map(id -> robot.lookup(id).queryAs(Button.class).getText())
                .collect(Collectors.joining(" "));
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
        for (double where : new double[] {line(robot, "skewness"), 1}) {
            robot.interact(() -> setLine(robot, "skewness", where));
            robot.interact(() -> setLine(robot, "kurtosis", where));
            int unknown = 0;
            int between = 0;
            for (int row = 0; row < 2; row++) {
                unknown += number(robot, "#confusion-" + row + "-moments-unknown");
                between += number(robot, "#confusion-" + row + "-moments-between");
            }
            Labeled told = robot.lookup("#summary").queryLabeled();
            String words = "%d of %d dialogs unknown".formatted(unknown, index.dialogs().size());
            assertTrue(told.getText().startsWith(words + " · "), told.getText());
            String all = told.getTooltip().getText();
            assertTrue(all.startsWith(words), all);
            assertTrue(all.contains(", " + between + " between known and unknown"), all);
        }
        assertTrue(number(robot, "#confusion-0-moments-unknown") > 0, "all are unknown now");
    }

    private static int number(FxRobot robot, String id) {
        return Integer.parseInt(robot.lookup(id).queryAs(Button.class).getText().replace(",", ""));
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
        assertEquals(
                "No model of known dialogs", robot.lookup("#pageTitle").queryLabeled().getText());
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
        int before = table(robot).getItems().size();
        long end = index.messages().capturedAtNanos(index.messages().size() / 2);
        robot.interact(
                () -> selection.set(selection.get().withTime(Optional.of(new TimeRange(0, end)))));
        waitFor(() -> table(robot).getItems().size() < before);
        assertTrue(robot.lookup("#note").queryLabeled().isVisible());
    }

    @Test
    void aDraggedThresholdMovesTableMarksAndList(FxRobot robot) {
        open(robot);
        robot.interact(
                () ->
                        robot.lookup("#listing")
                                .<ChoiceBox<Listing>>queryAs(choiceBox())
                                .setValue(Listing.BELOW_LINES));
        WaitForAsyncUtils.waitForFxEvents();
        int before = table(robot).getItems().size();
        String cells = cells(robot);
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
        assertNotEquals(cells, cells(robot));
        int below = table(robot).getItems().size();
        assertTrue(below <= before, below + " of " + before);
        robot.clickOn("#reset");
        assertEquals(line, line(robot, "skewness"), 1e-9);
        assertEquals(cells, cells(robot));
    }

    private static Class<ChoiceBox<Listing>> choiceBox() {
        @SuppressWarnings("unchecked")
        Class<ChoiceBox<Listing>> type = (Class<ChoiceBox<Listing>>) (Class<?>) ChoiceBox.class;
        return type;
    }

    @Test
    void theKeysMoveTheLines(FxRobot robot) {
        open(robot);
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
        SequenceRow row = table(robot).getItems().getFirst();
        robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(0));
        assertEquals(row.dialogs(), selection.get().dialogs());
        robot.interact(
                () -> {
                    SequenceRow other = table(robot).getItems().get(1);
                    selection.set(selection.get().withDialogs(other.dialogs()));
                });
        assertEquals(1, table(robot).getSelectionModel().getSelectedIndex());
        for (boolean dark : new boolean[] {false, true}) {
            robot.interact(() -> FxStage.setDark(scene, dark));
            Legibility.check(scene, "unknown-group-" + (dark ? "dark" : "light"));
        }
        robot.interact(() -> FxStage.setDark(scene, false));
    }

    @Test
    void whatIsChosenWhileTheViewIsHiddenIsSeenOnceItIsShown(FxRobot robot) {
        open(robot);
        TableView<SequenceRow> table = table(robot);
        SequenceRow row = table.getItems().get(2);
        Parent view = scene.getRoot();
        robot.interact(() -> scene.setRoot(new StackPane()));
        robot.interact(() -> selection.set(selection.get().withDialogs(row.dialogs())));
        assertEquals(-1, table.getSelectionModel().getSelectedIndex(), "nobody sees it");
        robot.interact(() -> scene.setRoot(view));
        assertEquals(2, table.getSelectionModel().getSelectedIndex());
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
    void aCellOfTheConfusionChoosesItsDialogs(FxRobot robot) {
        open(robot);
        Button cell = robot.lookup("#confusion-1-moments-unknown").queryAs(Button.class);
        int count = Integer.parseInt(cell.getText().replace(",", ""));
        assertTrue(count > 0);
        robot.interact(cell::fire);
        assertEquals(count, selection.get().dialogs().size());
    }

    @Test
    void theListIsCopiedAsCsv(FxRobot robot) {
        open(robot);
        robot.clickOn("#groups-copy").clickOn("#chart-copy-csv");
        String copied =
                WaitForAsyncUtils.waitForAsyncFx(
                        5000, () -> Clipboard.getSystemClipboard().getString());
        assertEquals(table(robot).getItems().size() + 1, copied.lines().count());
    }

    @Test
    void aPointTellsItsNumbers(FxRobot robot) {
        open(robot);
        ChartPane pane = scatter(robot);
        SequenceRow row = table(robot).getItems().getFirst();
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
