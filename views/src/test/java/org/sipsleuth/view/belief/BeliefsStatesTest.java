package org.sipsleuth.view.belief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.view.belief.state.SourceRow;
import org.sipsleuth.view.belief.state.TableChoice;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.session.page.TestWorkplace;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.PcapFile;
import org.sipsleuth.view.ui.SampleCalls;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What the page looks like where there is nothing, not yet anything, nonsense, or very much. It
/// has the room that a window of the named width leaves it beside the inspector.
@Tag("long")
@ExtendWith(ApplicationExtension.class)
class BeliefsStatesTest {

    @TempDir Path directory;
    private final Held executor = new Held();
    private BeliefsPage view;
    private SessionModel session;
    private Stage stage;
    private Scene scene;

    /// Holds work back when asked to.
    private static final class Held implements Executor {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private boolean holds;

        @Override
        public synchronized void execute(Runnable work) {
            if (holds) {
                waiting.add(work);
            } else {
                ForkJoinPool.commonPool().execute(work);
            }
        }

        synchronized void hold() {
            holds = true;
        }
    }

    @Start
    void start(Stage window) {
        session = new SessionModel(Methods.standard(), executor, executor);
        view = new BeliefsPage(TestWorkplace.of(new SelectionModel(), session, executor));
        stage = window;
        scene = FxStage.show(stage, view.root(), 894, 530);
    }

    private void pictures(FxRobot robot, String name) {
        for (boolean isDark : new boolean[]{false, true}) {
            String theme = isDark ? "-dark" : "-light";
            picture(robot, name + theme + "-1280", isDark, 894, 530);
            picture(robot, name + theme + "-1920", isDark, 1534, 890);
        }
        robot.interact(() -> FxStage.setDark(scene, false));
    }

    private void picture(FxRobot robot, String name, boolean isDark, double width, double height) {
        robot.interact(() -> {
            FxStage.setDark(scene, isDark);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        WaitForAsyncUtils.waitForFxEvents();
        Legibility.check(scene, name);
    }

    private static void waitUntil(Callable<Boolean> fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(fact).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @SuppressWarnings("unchecked") // it lists these
    private static ListView<SourceRow> sources(FxRobot robot) {
        return robot.lookup("#beliefs-sources").queryAs(ListView.class);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private void show(FxRobot robot, SipIndex index) throws TimeoutException {
        robot.interact(() -> view.show(index));
        waitUntil(() -> !sources(robot).getItems().isEmpty());
    }

    @SuppressWarnings("unchecked") // it lists these
    private void use(FxRobot robot, TableChoice which) throws TimeoutException {
        ComboBox<TableChoice> tables = robot.lookup("#beliefs-tables").queryAs(ComboBox.class);
        robot.interact(() -> tables.setValue(which));
        robot.interact(() -> robot.lookup("#beliefs-tables-button").queryAs(ToggleButton.class).fire());
        waitUntil(() -> robot.lookup("#beliefs-tables-editor").tryQuery().isPresent());
    }

    private SipIndex calls() throws IOException {
        return SampleCalls.calls(40).index(directory.resolve("calls.pcap"));
    }

    @Test
    void withoutACaptureItSaysWhatToDo(FxRobot robot) {
        assertEquals("No capture is open", text(robot, "#beliefs-page-title"));
        pictures(robot, "beliefs-state-empty");
    }

    @Test
    void whileItCountsItSaysSo(FxRobot robot) throws IOException {
        SipIndex index = calls();
        executor.hold();
        robot.interact(() -> view.show(index));
        robot.interact(() -> view.show(index));
        pictures(robot, "beliefs-state-counting");
        assertTrue(!text(robot, "#beliefs-page-title").isEmpty());
    }

    @Test
    @SuppressWarnings("unchecked") // it lists these
    void whatNoClassExplainsIsAContradiction(FxRobot robot) throws IOException, TimeoutException {
        show(robot, calls());
        use(robot, TableChoice.PAPER);
        ComboBox<Optional<Variable>> leaves = robot.lookup("#beliefs-variable").queryAs(ComboBox.class);
        robot.interact(() -> leaves.setValue(Optional.of(Variable.DESTINATIONS)));
        for (TrafficClass each : TrafficClass.all()) {
            for (int state = 0; state < 2; state++) {
                TextField field = robot.lookup("#cell-" + each.word() + "-" + state).queryAs(TextField.class);
                robot.interact(() -> {
                    field.setText("0");
                    field.fireEvent(new ActionEvent());
                });
            }
        }
        waitUntil(() -> text(robot, "#beliefs-verdict").contains("exclude every class"));
        assertTrue(text(robot, "#beliefs-detail").contains("Normal by"));
        pictures(robot, "beliefs-state-contradiction");
    }

    @Test
    void thousandsOfSourcesAreListed(FxRobot robot) throws IOException, TimeoutException {
        PcapFile file = new PcapFile();
        for (int i = 0; i < 36_000; i++) {
            int source = i % 3_000;
            // a server for three sources each: many at one target would be one source
            String at = "192.0.%d.%d".formatted(2 + source / 750, 1 + source / 3 % 250);
            InetSocketAddress server = new InetSocketAddress(at, 5060);
            String host = "10.7.%d.%d".formatted(source / 250, 1 + source % 250);
            file.add(SampleCalls.START + i * 3_000_000L, new InetSocketAddress(host, 5060), server, """
                    REGISTER sip:example.org SIP/2.0\r
                    Via: SIP/2.0/UDP %s;branch=z9hG4bK%d\r
                    From: <sip:u%d@example.org>;tag=%d\r
                    To: <sip:u%d@example.org>\r
                    Call-ID: %d@%s\r
                    CSeq: %d REGISTER\r
                    Content-Length: 0\r
                    \r
                    """.formatted(host, i, source, i, source, source, host, 1 + i / 3_000));
        }
        show(robot, file.index(directory.resolve("many.pcap")));
        waitUntil(() -> sources(robot).getItems().size() > 3_000);
        pictures(robot, "beliefs-state-thousands");
    }

    @Test
    @SuppressWarnings("unchecked") // it lists these
    void thePapersTablesStandBesideTheLearnedOnes(FxRobot robot) throws IOException, TimeoutException {
        show(robot, calls());
        use(robot, TableChoice.PAPER);
        ComboBox<Optional<TableChoice>> compared = robot.lookup("#beliefs-compared").queryAs(ComboBox.class);
        robot.interact(() -> compared.setValue(Optional.of(TableChoice.LEARNED)));
        pictures(robot, "beliefs-state-paper-learned");
        ComboBox<Optional<Variable>> leaves = robot.lookup("#beliefs-variable").queryAs(ComboBox.class);
        robot.interact(() -> leaves.setValue(Optional.of(Variable.REQUEST_DISTRIBUTION)));
        pictures(robot, "beliefs-state-paper-learned-requests");
        assertTrue(robot.lookup("#cell-scan-0").tryQuery().isPresent());
    }

    @Test
    @SuppressWarnings("unchecked") // it lists these
    void whatIsNormalIsLearnedFromTheCaptureWithAWarning(FxRobot robot) throws IOException, TimeoutException {
        show(robot, calls());
        use(robot, TableChoice.LEARNED);
        robot.interact(() -> robot.lookup("#beliefs-tables-learn").queryButton().fire());
        waitUntil(() -> text(robot, "#beliefs-tables-message").contains("Warning: only 5 periods"));
        assertTrue(text(robot, "#beliefs-tables-message").startsWith("No incident in the baseline"));
        ComboBox<TableChoice> tables = robot.lookup("#beliefs-tables").queryAs(ComboBox.class);
        assertEquals(TableChoice.CAPTURE, tables.getValue());
        pictures(robot, "beliefs-state-learned-from-capture");
    }
}
