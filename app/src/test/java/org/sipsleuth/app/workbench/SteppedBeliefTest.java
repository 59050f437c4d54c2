package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.view.session.Selection;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The belief beside the ladder.
@ExtendWith(ApplicationExtension.class)
class SteppedBeliefTest {

    private static final String ATTACKER = "203.0.113.66";

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.settings().put("inspector.open", "false"); // else there is no room for it
        window.show(stage);
    }

    private String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private String span(FxRobot robot) {
        return text(robot, "#belief-step-span");
    }

    /// The number of a bar.
    private double belief(FxRobot robot, String word) {
        String reported = robot.lookup("#step-" + word).queryAs(Button.class).getAccessibleText();
        return Double.parseDouble(reported.substring(reported.lastIndexOf(' ') + 1));
    }

    /// The messages of the attacker's dialogs with several messages, in their order.
    private int[] attack(SipIndex index) {
        return IntStream.range(0, index.dialogs().size())
                .filter(d -> index.dialogs().messageCount(d) > 1)
                .mapToObj(index::messagesOf)
                .filter(m -> index.messages().endpoint(index.messages().source(m[0])).toString().startsWith(ATTACKER))
                .skip(20)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void stepsShowTheBeliefInTheSourceAndLeadToThePage(FxRobot robot) throws IOException {
        window.open(window.sample("incident.pcap"));
        SipIndex index = window.state().index().orElseThrow();
        int[] messages = attack(index);
        window.run(() -> window.workbench()
                .selection()
                .set(Selection.NONE.withDialogs(List.of(index.messages().dialog(messages[0])))));
        int why = DialogOutcome.of(index, index.messages().dialog(messages[0])).evidence();
        int opened = Arrays.binarySearch(messages, why);
        String first = "frame " + index.messages().frame(why);
        window.run(() -> robot.lookup("#prediction-toggle").queryAs(ToggleButton.class).fire());
        waitUntil(() -> robot.lookup("#belief-step-span").tryQuery().isPresent());
        waitUntil(() -> span(robot).endsWith(first));
        assertEquals(ATTACKER, text(robot, "#belief-step-source"));
        window.checkLegible("belief-step");
        Node ladder = robot.lookup("#ladder").query();
        window.run(ladder::requestFocus);
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        waitUntil(() -> span(robot).endsWith("frame " + index.messages().frame(messages[opened - 1])));
        double attack = belief(robot, "scan") + belief(robot, "password_cracking");
        assertTrue(attack > 0.9, attack + " with " + span(robot));
        ToggleButton toggle = robot.lookup("#prediction-toggle").queryAs(ToggleButton.class);
        window.run(toggle::fire);
        assertTrue(robot.lookup("#belief-step").tryQuery().isEmpty()); // hidden with the prediction
        window.run(toggle::fire);
        window.run(() -> robot.lookup("#belief-step-open").queryAs(Button.class).fire());
        assertTrue(robot.lookup("#rail-beliefs").queryAs(ToggleButton.class).isSelected());
        assertEquals(ATTACKER, text(robot, "#beliefs-name"));
        window.checkLegible("belief-step-page");
    }

    @Test
    void theMessageThatAcceptsThePasswordKeepsTheBeliefOfBefore(FxRobot robot) throws IOException {
        window.open(window.sample("incident.pcap"));
        SipIndex index = window.state().index().orElseThrow();
        int dialog = IntStream.range(0, index.dialogs().size())
                .filter(d -> from(index, d).startsWith(ATTACKER))
                .filter(d -> DialogOutcome.of(index, d).outcome() == Outcome.SUCCEEDED)
                .filter(d -> index.dialogs().messageCount(d) > 2)
                .reduce((_, last) -> last)
                .orElseThrow();
        int[] messages = index.messagesOf(dialog);
        int accepted = messages[messages.length - 1];
        window.run(() -> window.workbench()
                .selection()
                .set(Selection.NONE.withDialogs(List.of(dialog)).withMessages(List.of(accepted))));
        window.run(() -> robot.lookup("#prediction-toggle").queryAs(ToggleButton.class).fire());
        waitUntil(() -> robot.lookup("#belief-step-span").tryQuery().isPresent());
        waitUntil(() -> span(robot).endsWith("frame " + index.messages().frame(accepted)));
        String verdict = text(robot, "#belief-step-verdict");
        String before = "before: Password cracking > 0.9999, ";
        assertTrue(verdict.contains(before) && verdict.endsWith(" failures"), verdict);
        Button bar = robot.lookup("#step-password_cracking").queryAs(Button.class);
        assertEquals("Password cracking > 0.9999, before", bar.getAccessibleText());
        window.checkLegible("belief-step-before");
        window.run(() -> robot.lookup("#belief-step-open").queryAs(Button.class).fire());
        String page = text(robot, "#beliefs-verdict");
        assertTrue(page.contains("too few for a verdict. " + before), page);
        window.checkLegible("belief-step-before-page");
    }

    private static String from(SipIndex index, int dialog) {
        int first = index.dialogs().firstMessage(dialog);
        return index.messages().endpoint(index.messages().source(first)).toString();
    }
}
