package org.sipsleuth.view.belief.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.belief.state.Beliefs;
import org.sipsleuth.view.belief.state.Later;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.SampleCalls;

class StepModelTest {

    @TempDir Path directory;
    private final Later counting = new Later();
    private final Later quick = new Later();
    private final Beliefs beliefs = new Beliefs(new SelectionModel(), counting);
    private final StepModel model = new StepModel(beliefs, quick);

    @SuppressWarnings("NullAway.Init") private SipIndex index;

    @BeforeEach
    void readCalls() throws IOException {
        index = SampleCalls.calls(40).index(directory.resolve("calls.pcap"));
        beliefs.wantedProperty().set(true);
        model.seenProperty().set(true);
    }

    private SourceStep step() {
        quick.doAll();
        return assertInstanceOf(StepState.Known.class, model.stateProperty().get()).step();
    }

    @Test
    void whatIsNotCountedYetIsReportedOnceItIs() {
        model.follow(index, 0);
        assertEquals(StepState.Nothing.COUNTING, model.stateProperty().get());
        beliefs.show(index);
        counting.doAll();
        assertEquals(1, step().period().messages());
    }

    @Test
    void eachStepHasTheSourceAndTheFrameOfItsMessage() {
        beliefs.show(index);
        counting.doAll();
        for (int message : index.messagesOf(3)) {
            model.follow(index, message);
            assertEquals("frame " + index.messages().frame(message), String.valueOf(step().frame()));
            assertTrue(step().period().toNanos() <= index.messages().capturedAtNanos(message));
        }
    }

    @Test
    void whoStepsOnGetsNothingOfTheStepBefore() {
        beliefs.show(index);
        counting.doAll();
        List<StepState> reported = new ArrayList<>();
        model.stateProperty().subscribe((_, now) -> reported.add(now));
        for (int message = 0; message < 20; message++) {
            model.follow(index, message);
        }
        assertEquals(1, quick.waiting());
        assertEquals("frame " + index.messages().frame(19), String.valueOf(step().frame()));
        assertEquals(1, reported.size());
    }

    @Test
    void aGrowingCaptureIsReportedFromWhatWasCounted() throws IOException {
        beliefs.show(index);
        counting.doAll();
        SipIndex larger = SampleCalls.calls(60).index(directory.resolve("calls.pcap"));
        model.follow(larger, 5);
        assertEquals("frame " + larger.messages().frame(5), String.valueOf(step().frame()));
        model.follow(larger, larger.messages().size() - 1);
        assertEquals(StepState.Nothing.COUNTING, model.stateProperty().get());
        beliefs.show(larger);
        counting.doAll();
        assertEquals("frame " + larger.messages().frame(larger.messages().size() - 1), String.valueOf(step().frame()));
    }

    @Test
    void anotherCaptureIsNotReportedFromTheOneBefore() throws IOException {
        beliefs.show(index);
        counting.doAll();
        model.follow(SampleCalls.calls(40).index(directory.resolve("other.pcap")), 5);
        assertEquals(StepState.Nothing.COUNTING, model.stateProperty().get());
    }

    @Test
    void nothingIsWorkedOutWhileNobodySeesIt() {
        beliefs.show(index);
        counting.doAll();
        model.seenProperty().set(false);
        model.follow(index, 4);
        assertEquals(0, quick.waiting());
        model.seenProperty().set(true);
        assertEquals("frame " + index.messages().frame(4), String.valueOf(step().frame()));
    }

    @Test
    void whatWasStoppedIsReported() {
        beliefs.show(index);
        model.follow(index, 4);
        assertEquals(StepState.Nothing.COUNTING, model.stateProperty().get());
        beliefs.cancel();
        assertEquals(StepState.Nothing.UNKNOWN, model.stateProperty().get());
    }
}
