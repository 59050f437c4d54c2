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
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.SequenceMethod;
import org.sipsleuth.view.sequence.prediction.JudgedDialogs;
import org.sipsleuth.view.sequence.prediction.PredictionView;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.folder.SystemFolders;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Ladder and prediction with a model that knows hops.
@ExtendWith(ApplicationExtension.class)
class HopPredictionTest {

    private final SelectionModel selection = new SelectionModel();
    private final ObjectProperty<Optional<SequenceModel>> model = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<SequenceDetection>> found = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<JudgedDialogs>> judged = new SimpleObjectProperty<>(Optional.empty());
    private SipIndex index;
    private DialogsView view;
    private Scene scene;

    @Start
    void start(Stage stage) throws IOException {
        Path file = Files.createTempFile("hops", ".pcap");
        file.toFile().deleteOnExit(); // messages are read of it
        HopScene hops = new HopScene().calls(8).callId("odd");
        hops.transaction("INVITE 100 486 ACK").transaction("+BYE 200");
        hops.callId("again").transaction("INVITE * 100 180 200 ACK").transaction("+BYE 200");
        hops.callId("failed").transaction("INVITE 100 503 ACK").callId("new").transaction("FETCH 200");
        hops.after(1_000).callId("last").transaction("OPTIONS 200").write(file);
        index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        SequenceModel bundled = SequenceModel.open(new SequenceMethod().shipped());
        SequenceDetection detection = SequenceDetection.of(index, bundled, RunMonitor.NONE);
        Memory memory = Memory.forgetful();
        memory.keep("dialogs.prediction.open", "true");
        view = new DialogsView(selection, memory, new SystemFolders());
        view.add(new PredictionView(selection, model, found, judged, new SimpleStringProperty("")));
        scene = FxStage.show(stage, view.root(), 1280, 720);
        view.show(index);
        model.set(Optional.of(bundled));
        found.set(Optional.of(detection));
        judged.set(Optional.of(new JudgedDialogs(detection, _ -> true)));
    }

    private void choose(FxRobot robot, String callId) throws TimeoutException {
        int dialog = index.dialogs().find(callId);
        waitFor(() -> robot.lookup("#dialogs-table").queryTableView().getItems().size() == index.dialogs().size());
        robot.interact(() -> selection.set(Selection.NONE.withDialogs(List.of(dialog))));
        waitFor(() -> robot.lookup("#prediction-verdict").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
        robot.type(KeyCode.HOME);
    }

    private static void waitFor(Callable<Boolean> fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, fact);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    private static String ladder(FxRobot robot) {
        return robot.lookup("#ladder").query().getAccessibleText();
    }

    @Test
    void stepsLeadToTheMessageThatDepartsInPanelAndLadder(FxRobot robot) throws TimeoutException {
        choose(robot, "odd");
        assertTrue(text(robot, "#prediction-verdict").startsWith("● Usual: INVITE, "),
                text(robot, "#prediction-verdict"));
        assertEquals("message 1 of 6", text(robot, "#prediction-position"));
        assertFalse(ladder(robot).contains("▲"), ladder(robot));
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        String verdict = text(robot, "#prediction-verdict");
        assertTrue(verdict.startsWith("▲ Departs here: BYE/200 after INVITE/486; expected nothing more"), verdict);
        assertTrue(ladder(robot).contains(verdict), ladder(robot));
        assertTrue(ladder(robot).contains("Surprise on its hop: "), ladder(robot));
        for (boolean dark : new boolean[]{false, true}) {
            robot.interact(() -> FxStage.setDark(scene, dark));
            Legibility.check(scene, "prediction-hop" + (dark ? "-dark" : "-light"));
        }
        robot.type(KeyCode.RIGHT);
        assertTrue(text(robot, "#prediction-verdict").startsWith("▲ Departed at message 5: "));
    }

    @Test
    void aProblemOfAKnownDialogIsMarkedToo(FxRobot robot) throws TimeoutException {
        choose(robot, "failed");
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        waitFor(() -> text(robot, "#prediction-verdict").startsWith("▲ Problem here: INVITE failed: "));
        assertTrue(ladder(robot).contains(text(robot, "#prediction-verdict")), ladder(robot));
    }

    @Test
    void aNewStepIsMarkedOnlyInANetworkThatTheModelFits(FxRobot robot) throws TimeoutException {
        choose(robot, "new");
        waitFor(() -> ladder(robot).contains("▲ Departs here: "));
        SequenceDetection detection = found.get().orElseThrow();
        robot.interact(() -> judged.set(Optional.of(new JudgedDialogs(detection, _ -> false))));
        assertFalse(ladder(robot).contains("▲"), ladder(robot));
        assertTrue(text(robot, "#prediction-verdict").startsWith("No verdict, as the model does not fit."),
                text(robot, "#prediction-verdict"));
    }

    @Test
    void theMarkStaysWithoutThePredictionButNoBits(FxRobot robot) throws TimeoutException {
        choose(robot, "odd");
        robot.type(KeyCode.P).type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        assertTrue(ladder(robot).contains("▲ Departs here: BYE"), ladder(robot));
        assertFalse(ladder(robot).contains("Surprise on its hop"), ladder(robot));
        robot.interact(() -> judged.set(Optional.empty()));
        assertTrue(ladder(robot).contains("▲ Departs here: BYE"), "a departure from RFC 3261 needs no model that fits");
    }

    @Test
    void aRetransmissionHasNoStepAndNoClassIsNamedTooEarly(FxRobot robot) throws TimeoutException {
        choose(robot, "again");
        assertTrue(text(robot, "#prediction-early").startsWith("Too early to say: "), text(robot, "#prediction-early"));
        robot.type(KeyCode.RIGHT);
        assertEquals("● Retransmission: counted once, with the first.", text(robot, "#prediction-verdict"));
        assertEquals("message 2 of 8", text(robot, "#prediction-position"));
    }
}
