package org.sipsleuth.view.belief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.finding.Probability;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.view.belief.state.SourceRow;
import org.sipsleuth.view.belief.state.TableChoice;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.session.page.TestWorkplace;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.SampleCalls;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The reasoning: what is shown is enough to calculate the belief by hand.
@ExtendWith(ApplicationExtension.class)
class ReasoningTest {

    /// A shown number is rounded to five decimals.
    private static final double ROUNDING = 0.5e-5;

    @TempDir Path directory;
    private final SelectionModel selection = new SelectionModel();
    private BeliefsPage view;
    private Scene scene;

    @Start
    void start(Stage stage) {
        SessionModel session =
                new SessionModel(Methods.standard(), ForkJoinPool.commonPool(), ForkJoinPool.commonPool());
        view = new BeliefsPage(TestWorkplace.of(selection, session, ForkJoinPool.commonPool()));
        scene = FxStage.show(stage, view.root(), 1100, 900);
    }

    private static void waitUntil(Callable<Boolean> fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(fact).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }

    @SuppressWarnings("unchecked") // it lists these
    private static <T> void choose(FxRobot robot, String id, T value) {
        ComboBox<T> box = robot.lookup(id).queryAs(ComboBox.class);
        robot.interact(() -> box.setValue(value));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void type(FxRobot robot, Variable leaf, String words) {
        TextField field = robot.lookup("#value-" + leaf.word()).queryAs(TextField.class);
        robot.interact(() -> {
            field.setText(words);
            field.fireEvent(new ActionEvent());
        });
    }

    @SuppressWarnings("unchecked") // it lists these
    private void open(FxRobot robot) throws IOException, TimeoutException {
        var index = SampleCalls.calls(40).index(directory.resolve("calls.pcap"));
        robot.interact(() -> view.show(index));
        ListView<SourceRow> sources = robot.lookup("#beliefs-sources").queryAs(ListView.class);
        waitUntil(() -> sources.getItems().size() > 1);
        fire(robot, "#beliefs-reasoning-button");
    }

    private static double number(String words) {
        return switch (words) {
            case "+∞" -> Double.POSITIVE_INFINITY;
            case "−∞" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(words.replace('−', '-'));
        };
    }

    /// What a reader adds up by hand: the numbers beside the leaves, and that of the prior.
    private static double addedUp(FxRobot robot) {
        double sum = number(text(robot, "#odds-prior"));
        int leaves = 1;
        for (Variable each : Variable.all()) {
            var shown = robot.lookup("#odds-" + each.word()).tryQueryAs(Label.class);
            if (shown.isPresent() && !shown.get().getText().isEmpty()) {
                sum += number(shown.get().getText());
                leaves++;
            }
        }
        String all = text(robot, "#odds-sum");
        if (Double.isFinite(sum)) {
            assertEquals(number(all), sum, (leaves + 1) * ROUNDING);
        } else {
            assertEquals(number(all), sum);
        }
        return sum;
    }

    /// The belief in a class from the sums against each other one.
    private static double byHand(FxRobot robot, TrafficClass trafficClass) {
        choose(robot, "#beliefs-first", trafficClass);
        double sum = 1;
        for (TrafficClass each : TrafficClass.all()) {
            if (each != trafficClass) {
                choose(robot, "#beliefs-other", each);
                sum += Math.pow(10, -addedUp(robot));
            }
        }
        return 1 / sum;
    }

    private static String shownBelief(FxRobot robot, TrafficClass trafficClass) {
        Node bar = robot.lookup("#belief-" + trafficClass.word()).query();
        return robot.from(bar).lookup(".bar-number").queryAs(Label.class).getText();
    }

    @Test
    void theLogOddsAddUpToTheBelief(FxRobot robot) throws IOException, TimeoutException {
        open(robot);
        for (TrafficClass each : new TrafficClass[]{TrafficClass.NORMAL, TrafficClass.SCAN}) {
            assertEquals(shownBelief(robot, each), Probability.text(byHand(robot, each)));
        }
        type(robot, Variable.DESTINATIONS, "9"); // the same of a trial, which is less sure
        for (TrafficClass each : new TrafficClass[]{TrafficClass.NORMAL, TrafficClass.SPIT}) {
            assertEquals(shownBelief(robot, each), Probability.text(byHand(robot, each)));
        }
    }

    @Test
    void thePapersExampleAddsUpToItsBeliefs(FxRobot robot) throws IOException, TimeoutException {
        open(robot);
        choose(robot, "#beliefs-tables", TableChoice.PRINTED);
        waitUntil(() -> text(robot, "#odds-prior").equals("+0.00000"));
        Map<Variable, String> example = new LinkedHashMap<>();
        example.put(Variable.REQUEST_INTENSITY, "2.424");
        example.put(Variable.ERROR_RESPONSE_INTENSITY, "2.70");
        example.put(Variable.DESTINATIONS, "9");
        example.put(Variable.OPENED_PORTS, "9");
        example.put(Variable.WAITING_DIALOGS, "1");
        example.put(Variable.REQUEST_DISTRIBUTION, "9 0 9 1 1");
        example.put(Variable.RESPONSE_DISTRIBUTION, "7 2 0 6 2 0");
        example.forEach((leaf, value) -> type(robot, leaf, value));
        assertEquals("0.5575", shownBelief(robot, TrafficClass.SCAN));
        assertEquals("0.4425", shownBelief(robot, TrafficClass.SPIT));
        assertEquals("INVITE 9, ACK 9, CANCEL 1, BYE 1", text(robot, "#state-request-distribution"));
        // Against SPIT, since normal traffic is excluded: log10(6.1152 / 4.8544).
        assertEquals("+0.10028", text(robot, "#odds-sum"));
        for (TrafficClass each : new TrafficClass[]{TrafficClass.SCAN, TrafficClass.SPIT}) {
            assertEquals(shownBelief(robot, each), Probability.text(byHand(robot, each)));
        }
        choose(robot, "#beliefs-first", TrafficClass.SCAN);
        fire(robot, "#beliefs-view-messages");
        assertEquals("6.115", text(robot, "#message-product-scan"));
        assertEquals("4.854", text(robot, "#message-product-spit"));
        assertEquals("0", text(robot, "#message-product-normal"));
        Legibility.check(scene, "beliefs-paper-messages");
        fire(robot, "#beliefs-view-tree");
        Legibility.check(scene, "beliefs-paper-tree");
        fire(robot, "#beliefs-view-evidence");
        Legibility.check(scene, "beliefs-paper-evidence");
    }

    @Test
    void theTreeShowsEachLeafAndItsMessages(FxRobot robot) throws IOException, TimeoutException {
        open(robot);
        fire(robot, "#beliefs-view-tree");
        WaitForAsyncUtils.waitForFxEvents();
        String root = robot.lookup("#beliefs-tree-root").query().getAccessibleText();
        assertTrue(Stream.of(TrafficClass.NORMAL, TrafficClass.DOS)
                .anyMatch(each -> root.contains(", " + shownBelief(robot, each) + ",")), root);
        Node leaf = robot.lookup("#tree-destinations").query();
        assertTrue(leaf.isFocusTraversable());
        String words = leaf.getAccessibleText();
        assertTrue(words.matches("Destinations: [+−].*, evidence for .* against .*; .*"), words);
        Legibility.check(scene, "beliefs-tree");
        assertTrue(selection.get().messages().isEmpty());
        fire(robot, "#tree-destinations");
        waitUntil(() -> !selection.get().messages().isEmpty());
    }
}
