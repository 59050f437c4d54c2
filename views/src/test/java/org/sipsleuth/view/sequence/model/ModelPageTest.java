package org.sipsleuth.view.sequence.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.CaptureExport;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.export.ExportRequest;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.view.sequence.session.AnalysisRun;
import org.sipsleuth.view.sequence.session.AnalysisState.Known;
import org.sipsleuth.view.sequence.session.KnownCapture;
import org.sipsleuth.view.sequence.session.ModelInUse;
import org.sipsleuth.view.sequence.session.ModelState.InUse;
import org.sipsleuth.view.sequence.session.ModelState.Refused;
import org.sipsleuth.view.sequence.session.ModelState.Source;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ModelPageTest {

    private static final int CALLS = 60;
    private static final int PATIENCE_SECONDS = 120;

    private final SelectionModel selection = new SelectionModel();
    @TempDir Path directory;
    private ModelInUse models;
    private SessionModel session;
    private AnalysisRun analysis;
    private SipIndex index;
    private Path file;
    private Scene scene;
    private volatile boolean isClosed;

    @Start
    void start(Stage stage) throws IOException {
        index = KnownCapture.calls(CALLS);
        file = directory.resolve("other.model");
        models = new ModelInUse(ForkJoinPool.commonPool());
        session = new SessionModel(Methods.standard(), ForkJoinPool.commonPool(), ForkJoinPool.commonPool());
        analysis = new AnalysisRun(models, session);
        FileChoice files = new FileChoice() {
            @Override
            public Optional<Path> toOpen(Window window) {
                return Optional.of(file);
            }

            @Override
            public Optional<Path> toSave(Window window, String name) {
                return Optional.of(file);
            }
        };
        ModelPage page = new ModelPage(models, analysis, session.methods(), selection, files, ForkJoinPool.commonPool(),
                ForkJoinPool.commonPool(), "test", () -> isClosed = true);
        scene = FxStage.show(stage, page.root(), 1060, 680);
        models.openShipped();
        session.show(index);
    }

    private static void waitFor(Callable<Boolean> fact) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, fact);
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come to pass", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void choose(FxRobot robot, int tab) {
        waitFor(() -> analysis.stateProperty().get() instanceof Known);
        robot.interact(() -> robot.lookup(".tab-pane").queryAs(TabPane.class).getSelectionModel().select(tab));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Labeled status(FxRobot robot) {
        return robot.lookup("#status").queryLabeled();
    }

    private boolean isTrained() {
        return models.stateProperty().get() instanceof InUse(_, var source) && source instanceof Source.Trained;
    }

    @Test
    void aModelOfTheCaseIsNotShownAsTrainedHere(FxRobot robot) {
        choose(robot, 0);
        ModelFile shipped = models.modelProperty().get().orElseThrow().file();
        robot.interact(() -> models.use(shipped, new Source.Case()));
        waitFor(() -> models.stateProperty().get() instanceof InUse(_, var source) && source instanceof Source.Case);
        assertFalse(robot.lookup("#notice").queryLabeled().isVisible()); // nothing to be saved
        assertTrue(robot.lookup(".fact-value")
                .queryAllAs(TextInputControl.class)
                .stream()
                .anyMatch(value -> value.getText().equals("From the open case")));
        robot.interact(() -> models.use(shipped, new Source.Trained()));
        waitFor(this::isTrained);
        assertTrue(robot.lookup("#notice").queryLabeled().isVisible());
    }

    @Test
    void theReasonOfARefusalGoesWithTheNextModelAndWithThePage(FxRobot robot) throws IOException {
        choose(robot, 0);
        Files.writeString(file, "no model");
        robot.interact(() -> models.open(file));
        waitFor(() -> models.stateProperty().get() instanceof Refused);
        Labeled notice = robot.lookup("#notice").queryLabeled();
        assertTrue(notice.isVisible());
        robot.interact(models::openShipped);
        waitFor(() -> models.stateProperty().get() instanceof InUse);
        assertFalse(notice.isVisible(), notice.getText());
        robot.interact(() -> models.open(file));
        waitFor(() -> models.stateProperty().get() instanceof Refused);
        robot.interact(() -> scene.setRoot(new Pane())); // as Escape takes the page away
        assertTrue(models.stateProperty().get() instanceof InUse);
        assertFalse(notice.isVisible(), notice.getText());
    }

    @Test
    void theModelInUseShowsItsFacts(FxRobot robot) {
        choose(robot, 0);
        assertFalse(robot.lookup(".fact-value").queryAll().isEmpty());
        Legibility.check(scene, "model-loaded");
    }

    @Test
    void aTrainedModelIsInUseAtOnceAndKnowsTheCapture(FxRobot robot) {
        choose(robot, 1);
        robot.interact(() -> robot.lookup("#epochs").queryAs(Spinner.class).getValueFactory().decrement(7));
        robot.interact(robot.lookup("#train").queryAs(Button.class)::fire);
        waitFor(this::isTrained);
        Legibility.check(scene, "model-trained");
        assertTrue(status(robot).getText().startsWith("Trained in "), status(robot).getText());
        String remarks = robot.lookup("#remarks").queryLabeled().getText();
        assertTrue(remarks.contains("No incident in the baseline"), remarks);
        assertTrue(remarks.contains("with the bundled model, 0 with this one"), remarks);
        waitFor(() -> analysis.stateProperty().get() instanceof Known(var all) && all.groups().isEmpty());
    }

    @Test
    void aStoppedTrainingKeepsTheBestSoFar(FxRobot robot) {
        choose(robot, 1);
        robot.interact(robot.lookup("#train").queryAs(Button.class)::fire);
        waitFor(() -> status(robot).getText().startsWith("Epoch ") || isTrained());
        robot.interact(robot.lookup("#stop").queryAs(Button.class)::fire);
        waitFor(this::isTrained);
        Legibility.check(scene, "model-stopped");
        SequenceModel kept = models.modelProperty().get().orElseThrow();
        assertTrue(kept.known().size() > 3);
    }

    @Test
    void aSavedModelIsTheSameWhenItIsOpened(FxRobot robot) throws IOException {
        choose(robot, 0);
        String hash = models.modelProperty().get().orElseThrow().identity().sha256();
        robot.clickOn("#save");
        waitFor(() -> Files.exists(file));
        waitFor(() -> models.stateProperty().get() instanceof InUse(_, var source) && source instanceof Source.File);
        assertEquals(hash, ModelFile.read(file).sha256());
    }

    @Test
    void aFileThatIsNoModelIsRefusedAndTheModelStays(FxRobot robot) throws IOException {
        choose(robot, 0);
        Files.writeString(file, "no model");
        robot.clickOn("Open model…");
        waitFor(() -> robot.lookup("#notice").queryLabeled().isVisible());
        waitFor(() -> robot.lookup("#notice").queryLabeled().getText().contains("The previous model remains in use."));
        assertTrue(models.modelProperty().get().isPresent());
        Legibility.check(scene, "model-refused");
    }

    @Test
    void twoModelsAreComparedOnTheOpenCapture(FxRobot robot) throws IOException {
        choose(robot, 2);
        models.modelProperty().get().orElseThrow().file().writeTo(OutputFile.at(file, OutputRules.NEW_FILES));
        robot.interact(robot.lookup("#choose").queryAs(Button.class)::fire);
        waitFor(() -> robot.lookup("#compare-VERDICT-both").tryQuery().isPresent());
        Legibility.check(scene, "model-compared");
        Button both = robot.lookup("#compare-VERDICT-both").queryAs(Button.class);
        assertEquals("0", robot.lookup("#compare-VERDICT-one").queryAs(Button.class).getText());
        robot.interact(both::fire);
        assertEquals(Integer.parseInt(both.getText().replace(",", "")), selection.get().dialogs().size());
        assertTrue(isClosed);
    }

    /// SipSleuth wrote it, so that only being open protects it.
    @Test
    void aModelIsNotSavedOverTheOpenCapture(FxRobot robot) throws IOException {
        choose(robot, 0);
        Path open = directory.resolve("export.pcapng");
        CaptureExport.write(index, ExportRequest.ofDialogs(index, new int[]{0, 1, 2}, false, ReadOptions.NONE),
                ExportOutput.at(open, OutputRules.NEW_FILES), RunMonitor.NONE);
        byte[] before = Files.readAllBytes(open);
        SipIndex exported = CaptureIndexer.read(List.of(open), RunMonitor.NONE);
        robot.interact(() -> session.show(exported));
        file = open;
        robot.interact(robot.lookup("#save").queryAs(Button.class)::fire);
        Labeled notice = robot.lookup("#notice").queryLabeled();
        waitFor(notice::isVisible);
        assertTrue(notice.getText().contains("is an input"), notice.getText());
        assertArrayEquals(before, Files.readAllBytes(open));
    }

    @Test
    void withoutACaptureNothingCanBeTrained(FxRobot robot) {
        choose(robot, 1);
        Platform.runLater(session::showNothing);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#train").queryAs(Button.class).isDisabled());
    }
}
