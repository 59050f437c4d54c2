package org.sipsleuth.view.sequence.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sequence.PredictionStep;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.view.sequence.prediction.course.Likely;
import org.sipsleuth.view.sequence.prediction.course.Moment;
import org.sipsleuth.view.sequence.prediction.course.TestModels;
import org.sipsleuth.view.sequence.prediction.course.Waiting;
import org.sipsleuth.view.ui.SampleCalls;

class PredictionViewModelTest {

    private static final int COMPLETED = 5;

    private final ObjectProperty<Optional<SequenceModel>> inUse = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<SequenceDetection>> judged = new SimpleObjectProperty<>(Optional.empty());
    private final Waiting waiting = new Waiting();
    private final PredictionViewModel model = new PredictionViewModel(inUse, judged,
            judged.map(found -> found.map(its -> new JudgedDialogs(its, _ -> true))), waiting);
    private SipIndex index;
    private int[] messages;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        index = SampleCalls.calls(140).index(folder.resolve("calls.pcap"));
        messages = index.messagesOf(COMPLETED);
    }

    @Test
    void withoutAModelOrADialogThePanelSaysSo() {
        assertEquals(PanelState.Nothing.NO_MODEL, state());
        model.follow(index, messages[0]);
        assertEquals(PanelState.Nothing.NO_MODEL, state());
        use();
        assertEquals(1, moment().place());
        model.showNothing();
        assertEquals(PanelState.Nothing.NO_DIALOG, state());
        assertEquals(List.of(), model.likelyProperty().get());
    }

    @Test
    void aModelThatComesLaterIsAskedOfTheDialogInSight() {
        model.follow(index, messages[3]);
        use();
        assertEquals(3, moment().place());
        inUse.set(Optional.empty());
        assertEquals(PanelState.Nothing.NO_MODEL, state());
    }

    @Test
    void eachMessageHasItsStepAndARetransmissionThatOfTheOneBefore() {
        use();
        for (int row = 0; row < messages.length; row++) {
            model.follow(index, messages[row]);
            boolean isRepeat = index.messages().isRetransmission(messages[row]);
            assertEquals(isRepeat, moment().isRepeat());
            assertEquals(row < 2 ? row + 1 : row, moment().place());
        }
        assertEquals(10, moment().course().messages().size());
    }

    @Test
    void whatIsLikelyNextComesTrueInAKnownDialog() {
        use();
        for (int row = 3; row + 1 < messages.length; row++) {
            model.follow(index, messages[row]);
            assertTrue(model.likelyProperty().get().stream().anyMatch(Likely::came),
                    "after row " + row + ": " + model.likelyProperty().get());
        }
    }

    @Test
    void theLeaderOfAWholeKnownDialogIsThatDialog() {
        use();
        model.follow(index, messages[messages.length - 1]);
        Moment last = moment();
        int first = last.step().leading().getFirst().known();
        assertEquals(index.dialogs().sequenceText(COMPLETED),
                String.join(" ", last.course().model().known().types(first)));
        assertTrue(last.step().leading().getFirst().probability() > 0.5);
    }

    /// The name of a known sequence that ends in an outcome would claim that outcome.
    @Test
    void noOutcomeIsNamedBeforeTheDialogHasEnded() {
        use();
        for (int row = 0; row < messages.length; row++) {
            model.follow(index, messages[row]);
            Moment now = moment();
            boolean isLast = now.place() == now.course().messages().size();
            assertEquals(isLast, now.isEnd(), "after row " + row);
            for (PredictionStep.Leading leading : now.step().leading()) {
                String name = SequenceName.at(now, leading.known());
                String first = now.course().model().known().types(leading.known()).getFirst();
                if (!isLast) {
                    assertTrue(name.matches(first + "( …)? \\(#[0-9]+\\)"), name);
                }
            }
        }
        Moment last = moment();
        assertTrue(SequenceName.at(last, last.step().leading().getFirst().known()).startsWith("Answered call, "));
    }

    @Test
    void aLongDialogIsBeingWorkedOut(@TempDir Path folder) throws IOException {
        SipIndex longOne = SampleCalls.longDialog(9_000).index(folder.resolve("long.pcap"));
        inUse.set(Optional.of(TestModels.random(1_000)));
        int[] all = longOne.messagesOf(0);
        model.follow(longOne, all[8_999]);
        assertEquals(PanelState.Nothing.WORKING, state());
        model.follow(longOne, all[10]);
        waiting.next();
        assertEquals(11, moment().place());
        waiting.all();
        model.follow(longOne, all[8_999]);
        assertEquals(9_000, moment().place());
    }

    @Test
    void aCallThatGoesOnExtendsTheSteps(@TempDir Path folder) throws IOException {
        use();
        SipIndex some = SampleCalls.longDialog(4).index(folder.resolve("some.pcap"));
        SipIndex more = SampleCalls.longDialog(8).index(folder.resolve("more.pcap"));
        model.follow(some, some.messagesOf(0)[3]);
        assertEquals(4, moment().course().messages().size());
        model.follow(more, more.messagesOf(0)[3]);
        assertEquals(4, moment().place());
        assertEquals(8, moment().course().messages().size());
    }

    @Test
    void wordsShowWhatLimitsTheAnswer() {
        inUse.set(Optional.of(TestModels.of(5, "OPTIONS 200", "OPTIONS 404", "MESSAGE 200")));
        model.follow(index, messages[messages.length - 2]);
        String notes = String.join("\n", ReferenceWords.notes(moment()));
        assertTrue(notes.contains("BYE does not occur in the training data"), notes);
        assertTrue(notes.contains("Longer than any known sequence (2 messages)"), notes);
        assertTrue(notes.contains("Training set too small"), notes);
        assertEquals("No known sequence starts with INVITE.", ReferenceWords.reference(moment()));
    }

    private void use() {
        inUse.set(Optional.of(TestModels.of(index)));
    }

    private PanelState state() {
        return model.stateProperty().get();
    }

    private Moment moment() {
        return assertInstanceOf(PanelState.Shown.class, state()).moment();
    }
}
