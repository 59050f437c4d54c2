package org.sipsleuth.view.sequence.prediction.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.sequence.PredictionStep;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.view.ui.SampleCalls;

class CourseFollowerTest {

    private static final int COMPLETED = 5;

    private final Waiting waiting = new Waiting();
    private final CourseFollower follower = new CourseFollower(waiting);

    @TempDir private Path folder;

    @Test
    void aShortDialogIsWorkedOutAtOnce() throws IOException {
        SipIndex index = SampleCalls.calls(20).index(folder.resolve("calls.pcap"));
        SequenceModel model = TestModels.of(index);
        DialogMessages messages = messages(index, COMPLETED, model);
        follower.follow(model, messages);
        assertTrue(course().isWhole());
        assertTrue(course().isObserved());
        assertEquals(scores(model, messages), course().steps().stream().map(PredictionStep::score).toList());
        assertEquals(0, waiting.size());
    }

    @Test
    void retransmissionsDoNotCount() throws IOException {
        SipIndex index = SampleCalls.calls(20).index(folder.resolve("calls.pcap"));
        DialogMessages messages = messages(index, COMPLETED, TestModels.of(index));
        int[] all = index.messagesOf(COMPLETED);
        assertEquals(all.length - 1, messages.size());
        assertEquals(2, messages.upTo(all[2]));
        assertFalse(messages.has(all[2]));
        assertEquals(3, messages.upTo(all[3]));
        assertEquals(all[3], messages.message(3));
    }

    @Test
    void aLongDialogIsWorkedOutElsewherePieceByPiece() throws IOException {
        SipIndex index = SampleCalls.longDialog(12_000).index(folder.resolve("long.pcap"));
        SequenceModel model = large();
        follower.follow(model, messages(index, 0, model));
        assertNull(follower.courseProperty().get());
        waiting.next();
        int first = course().steps().size();
        assertTrue(first > 0 && first < 12_000, "a piece: " + first);
        waiting.next();
        assertTrue(course().steps().size() > first);
        waiting.all();
        assertTrue(course().isWhole());
        assertTrue(course().steps().getLast().score().isCut() || course().nearest().isPresent());
    }

    @Test
    void aDialogThatGoesOnIsFollowedFromWhereItWasLeft() throws IOException {
        SipIndex shorter = SampleCalls.longDialog(10).index(folder.resolve("a.pcap"));
        SipIndex longer = SampleCalls.longDialog(30).index(folder.resolve("b.pcap"));
        SequenceModel model = TestModels.of(5, "INVITE 100 200 ACK", "INVITE 486 ACK", "INFO 200");
        follower.follow(model, messages(shorter, 0, model));
        waiting.all();
        Course before = course();
        follower.follow(model, messages(longer, 0, model));
        assertEquals(30, course().steps().size());
        assertTrue(course().steps().getFirst() == before.steps().getFirst(), "not worked out anew");
        assertEquals(scores(model, messages(longer, 0, model)),
                course().steps().stream().map(PredictionStep::score).toList());
    }

    private static List<SequenceScore> scores(SequenceModel model, DialogMessages messages) {
        return model.steps(messages.types(), CourseReader.MOST_KEPT).stream().map(PredictionStep::score).toList();
    }

    /// A 200 to INFO is no answer to INVITE or NOTIFY.
    @Test
    void onlySequencesOfTheDialogsMethodAreNamed() throws IOException {
        SipIndex index = SampleCalls.longDialog(10).index(folder.resolve("a.pcap"));
        SequenceModel model = TestModels.of(5, "INVITE 100 200 ACK", "INVITE 486 ACK", "INFO 200", "NOTIFY 200");
        follower.follow(model, messages(index, 0, model));
        assertEquals("INFO", course().messages().types().getFirst());
        for (PredictionStep step : course().steps()) {
            assertEquals(List.of("INFO 200"),
                    step.leading()
                            .stream()
                            .map(leading -> String.join(" ", model.known().types(leading.known())))
                            .toList());
        }
    }

    @Test
    void anotherDialogIsNotShownTheStepsOfTheOneBefore() throws IOException {
        SipIndex longOne = SampleCalls.longDialog(6_000).index(folder.resolve("long.pcap"));
        SipIndex calls = SampleCalls.calls(20).index(folder.resolve("calls.pcap"));
        SequenceModel model = large();
        follower.follow(model, messages(longOne, 0, model));
        follower.follow(model, messages(calls, COMPLETED, model));
        assertNull(follower.courseProperty().get());
        waiting.all();
        assertEquals(COMPLETED, course().messages().dialog());
        assertEquals(10, course().steps().size());
    }

    @Test
    void whatCannotBeWorkedOutIsReportedAndOtherDialogsAreFollowed() throws IOException {
        SipIndex longOne = SampleCalls.longDialog(6_000).index(folder.resolve("long.pcap"));
        SequenceModel model = large();
        follower.follow(model, messages(longOne, 0, model));
        waiting.fail();
        waiting.next();
        assertTrue(follower.failedProperty().get());
        SipIndex calls = SampleCalls.calls(20).index(folder.resolve("calls.pcap"));
        follower.follow(model, messages(calls, 1, model));
        assertFalse(follower.failedProperty().get());
        assertTrue(course().isWhole());
    }

    @Test
    void theNearestKnownDialogIsFoundForAnUnknownOne() throws IOException {
        SipIndex index = SampleCalls.longDialog(2).index(folder.resolve("two.pcap"));
        SequenceModel model = TestModels.of(5, "INVITE 100 200 ACK", "INVITE 486 ACK", "INFO 403");
        follower.follow(model, messages(index, 0, model));
        assertTrue(course().nearest().isEmpty());
        waiting.all();
        int nearest = course().nearest().orElseThrow().dialogClass();
        assertEquals("INFO 403", String.join(" ", model.known().types(nearest)));
    }

    private static SequenceModel large() throws ModelFormatException {
        return TestModels.random(2_000);
    }

    private static DialogMessages messages(SipIndex index, int dialog, SequenceModel model) {
        return DialogMessages.of(index, dialog, model.settings().messages());
    }

    private Course course() {
        return Objects.requireNonNull(follower.courseProperty().get());
    }
}
