package org.sipsleuth.view.sequence.prediction.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.view.ui.SampleCalls;

class MomentTest {

    private static final int REGISTERED = 0;

    private SipIndex index;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        index = SampleCalls.calls(3).index(folder.resolve("calls.pcap"));
    }

    @Test
    void whatMayComeNextIsReportedWithWhatCame() {
        Moment first = moment(1, "REGISTER 401 REGISTER 200", "REGISTER 200", "INVITE 100 200 ACK");
        assertEquals(List.of(new Likely("200", 0.5, false), new Likely("401", 0.5, true)), first.likely(3));
        assertEquals(Optional.of(0.0), first.ending());
        assertEquals(Optional.of("401"), first.following());
    }

    @Test
    void aWholeKnownDialogIsKnownAndMayEnd() {
        Moment last = moment(4, "REGISTER 401 REGISTER 200", "REGISTER 200", "INVITE 100 200 ACK");
        assertEquals("REGISTER 401 REGISTER 200", String.join(" ", last.types()));
        assertEquals(NetworkMark.WITHIN, last.byMoments());
        assertEquals(NetworkMark.WITHIN, last.byMaximum());
        assertEquals(Mark.KNOWN, last.byReference());
        assertEquals(Optional.of(1.0), last.ending());
        assertEquals(Optional.empty(), last.leftAt());
    }

    @Test
    void whereItLeftTheKnownIsReportedFromThereOn() {
        String[] known = {"REGISTER 401 REGISTER 403", "REGISTER 200", "INVITE 100 200 ACK"};
        assertEquals(Optional.empty(), moment(3, known).leftAt());
        Moment last = moment(4, known);
        assertEquals(Optional.of(4), last.leftAt());
        assertEquals("403", last.expectedAt(4).getFirst().type());
        assertEquals(Mark.UNKNOWN, last.byReference());
        assertEquals(List.of(), last.likely(3));
        assertEquals(Optional.empty(), last.ending());
    }

    @Test
    void aDialogThatBeginsLikeNoneLeftTheKnownAtOnce() {
        Moment last = moment(2, "OPTIONS 200", "OPTIONS 404", "INVITE 100 200 ACK");
        assertEquals(Optional.of(1), last.leftAt());
        assertTrue(last.expectedAt(1).stream().anyMatch(next -> next.type().equals("OPTIONS")));
        assertTrue(last.isUnseen(), "401 was never seen");
    }

    @Test
    void aDialogLongerThanAnyIsUnknown() {
        Moment last = moment(4, "REGISTER 401", "REGISTER 200", "INVITE 486 ACK");
        assertTrue(last.score().isCut());
        assertEquals(NetworkMark.OUTSIDE, last.byMoments());
        assertEquals(NetworkMark.OUTSIDE, last.byMaximum());
        assertFalse(last.isUnseen());
    }

    @Test
    void leadersKeepTheirColoursWhileTheDialogGoesOn() {
        Course course = moment(4, "REGISTER 401 REGISTER 200", "REGISTER 200", "INVITE 100 200 ACK").course();
        Leaders early = Leaders.of(course.steps().subList(0, 1), Leaders.none());
        Leaders late = Leaders.of(course.steps(), early);
        assertEquals(early.known(), late.known().subList(0, early.known().size()));
        assertEquals(0, late.place(late.known().getFirst()));
        assertEquals(-1, late.place(99));
    }

    @Test
    void stepsAreCopiedAsCsvAndJson() {
        Course course = moment(4, "REGISTER 401 REGISTER 200", "REGISTER 200", "INVITE 100 200 ACK").course();
        List<String> lines = CourseText.csv(index, course, _ -> Optional.empty()).lines().toList();
        assertEquals(1 + course.messages().size(), lines.size());
        assertTrue(lines.getFirst().startsWith("message,frame,type,by_moments,"));
        assertTrue(lines.get(4).startsWith("4,4,200,within,within,known,"), lines.get(4));
        long commas = lines.getFirst().chars().filter(c -> c == ',').count();
        assertTrue(lines.stream().allMatch(l -> l.chars().filter(c -> c == ',').count() == commas));
        String json =
                CourseText.json(index, course, _ -> Optional.of(new HopValues(18.4, "departs", "Departs here: BYE.")));
        assertTrue(json.contains("\"call_id\": \"" + index.dialogs().callId(REGISTERED) + "\""));
        assertTrue(
                json.contains(
                        "\"hop_bits\": 18.4, \"hop_standing\": \"departs\", \"hop_text\": \"Departs here: BYE.\""),
                json);
        assertTrue(json.contains("{\"message\": 4, \"frame\": 4, \"type\": \"200\""), json);
    }

    private Moment moment(int place, String... known) {
        SequenceModel model = TestModels.of(5, known);
        Waiting waiting = new Waiting();
        CourseFollower follower = new CourseFollower(waiting);
        follower.follow(model, DialogMessages.of(index, REGISTERED, model.settings().messages()));
        waiting.all();
        Course course = Objects.requireNonNull(follower.courseProperty().get());
        return new Moment(course, place, false);
    }
}
