package org.sipsleuth.view.sequence.prediction.hop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.novelty.DialogSteps;
import org.sipsleuth.sequence.novelty.HopNovelty;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.sequence.novelty.HopTimes;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.SequenceMethod;
import org.sipsleuth.triage.Departures;

/// What the panel says to somebody who has only the panel, with the bundled model.
class HopTextTest {

    @TempDir static Path directory;

    private static SequenceModel bundled;
    private static NoveltyModel model;

    @BeforeAll
    static void openModel() throws IOException {
        bundled = SequenceModel.open(new SequenceMethod().shipped());
        model = bundled.novelty().orElseThrow();
    }

    private static HopScene x() {
        return new HopScene().calls(9).callId("x");
    }

    private static HopCourse course(HopScene scene, boolean isJudged) {
        try {
            Path file = Files.createTempFile(directory, "hops", ".pcap");
            scene.after(1_000).callId("last").transaction("OPTIONS 200").write(file);
            return course(file, "x", isJudged);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static HopCourse course(Path file, String callId, boolean isJudged) throws IOException {
        SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        SequenceDetection detection = SequenceDetection.of(index, bundled, RunMonitor.NONE);
        HopNovelty novelty = detection.novelty().orElseThrow().novelty();
        int dialog = index.dialogs().find(callId);
        return new HopCourse(DialogSteps.of(novelty, dialog),
                Departures.of(detection, RunMonitor.NONE).of(dialog, isJudged),
                Optional.of(HopTimes.of(novelty, index.dialogs().coverageOf(dialog), RunMonitor.NONE)), isJudged);
    }

    /// The panel at the k-th message, from 1.
    private static HopMoment at(HopScene scene, int place) {
        HopCourse course = course(scene, true);
        return new HopMoment(course, course.steps().messages()[place - 1]);
    }

    private static void assertSays(String expected, HopMoment moment) {
        assertTrue(moment.text().contains(expected), () -> expected + "\nis not in\n" + moment.text());
    }

    @Test
    void aKnownCallIsUsualAtEachMessageAndSaysWhatFollowsWithinWhatTime() {
        HopScene scene = x().transaction("INVITE 100 180 200 ACK").transaction("+BYE 200");
        HopCourse course = course(scene, true);
        for (int message : course.steps().messages()) {
            HopMoment moment = new HopMoment(course, message);
            assertTrue(moment.sentences().getFirst().startsWith("Usual: "), moment::text);
            assertEquals(HopMoment.Standing.KNOWN, moment.standing());
        }
        HopMoment ringing = at(x().transaction("INVITE 100 180 200 ACK"), 3);
        assertTrue(ringing.sentences().getFirst().matches("Usual: 180 to INVITE, \\d\\.\\d bits\\."), ringing::text);
        assertSays("Came 1.00 s after 100 to INVITE; usually 1.00 s, 90 % within 1.00 s (10 cases in this network).",
                ringing);
        assertEquals("200 to INVITE", ringing.following().getFirst().name());
        assertTrue(ringing.following().getFirst().came());
        assertEquals("usually 1.00 s, 90 % within 1.00 s (10 cases in this network)",
                ringing.following().getFirst().time());
        HopMoment answered = at(x().transaction("INVITE 100 180 200 ACK"), 4);
        assertEquals("ACK to INVITE", answered.following().getFirst().name());
        assertSays("ACK within 32.00 s (64 × T1, RFC 3261 §13.3.1.4).", answered);
        HopMoment acknowledged = at(x().transaction("INVITE 100 180 200 ACK").transaction("+BYE 200"), 5);
        assertEquals("BYE/200", acknowledged.nextTransactions().getFirst().name());
        assertTrue(acknowledged.nextTransactions().getFirst().came());
    }

    @Test
    void aMissingAckDepartsAtTheByeWithWhatWasExpectedAndTheSection() {
        HopScene scene = x().transaction("INVITE 100 180 486").after(40).transaction("+BYE 200");
        HopMoment bye = at(scene, 5);
        assertEquals(HopMoment.Standing.DEPARTS, bye.standing());
        assertTrue(bye.text().matches("(?s)Departs here: .*"), bye::text);
        HopScene unacknowledged = x().transaction("INVITE 100 180 403");
        HopMoment last = at(unacknowledged, 4);
        assertTrue(last.sentences()
                .getFirst()
                .startsWith("Departs here: no ACK after 403 to INVITE; expected ACK to INVITE (>99.9 %); RFC 3261 §"),
                last::text);
    }

    @Test
    void aByeAfterAFailureDepartsAtTheByeAndLaterMessagesSayWhere() {
        HopScene scene = x().transaction("INVITE 100 486 ACK").transaction("+BYE 200");
        assertEquals(HopMoment.Standing.KNOWN, at(scene, 4).standing());
        assertSays("Departs here: BYE/200 after INVITE/486; expected nothing more (", at(scene, 5));
        assertSays("RFC 3261 §15", at(scene, 5));
        HopMoment last = at(scene, 6);
        assertEquals(HopMoment.Standing.DEPARTED, last.standing());
        assertSays("Departed at message 5: BYE/200 after INVITE/486", last);
        assertSays("Usual: 200 to BYE", last);
    }

    @Test
    void unansweredOptionsSayThatNoFinalResponseCameAndHowLongOneMayTake() {
        HopMoment moment = at(x().transaction("OPTIONS"), 1);
        assertSays("no final response to OPTIONS", moment);
        assertSays("Final response within 32.00 s (timer F, RFC 3261 §17.1.2.2).", moment);
        assertSays("sent again after 500 ms (T1) over UDP", moment);
        assertEquals("200 to OPTIONS", moment.following().getFirst().name());
    }

    @Test
    void aNotifyOutsideADialogIsJudgedByItsOwnMethod() {
        HopMoment moment = at(x().transaction("NOTIFY 481"), 2);
        assertSays("Problem here: NOTIFY refused: dialog unknown.", moment);
        assertFalse(moment.text().contains("INVITE"), moment::text);
    }

    @Test
    void anInviteThatAProxyPassesOnFollowsNoInvite() {
        HopScene scene = x().transaction(HopScene.ALICE, HopScene.PROXY, "INVITE 100");
        scene.transaction(HopScene.PROXY, HopScene.BOB, "INVITE 100 180 200 ACK");
        scene.further(HopScene.ALICE, HopScene.PROXY, "200");
        HopCourse course = course(scene, true);
        String all = Arrays.stream(course.steps().messages())
                .mapToObj(message -> new HopMoment(course, message).text())
                .collect(Collectors.joining("\n"));
        assertFalse(all.contains("after INVITE/"), all);
        assertEquals("on " + HopScene.PROXY + " → " + HopScene.BOB, at(scene, 3).hop());
    }

    @Test
    void a200ToInviteIsNamedByTheInviteItAnswers() {
        HopScene scene = x().transaction("INVITE 100 200 ACK");
        scene.transaction(HopScene.BOB, HopScene.ALICE, "+NOTIFY 200");
        assertSays("Usual: 200 to INVITE, ", at(scene, 3));
        assertSays("Rare, but seen in training: NOTIFY/200 after INVITE/200; expected BYE/200 (", at(scene, 6));
    }

    @Test
    void retransmissionsAndWhatTheCaptureHidesAreNoSteps() {
        HopMoment again = at(x().transaction("INVITE * 100 180 200 ACK"), 2);
        assertEquals("Retransmission: counted once, with the first.", again.sentences().getFirst());
        assertEquals("100 to INVITE", again.following().getFirst().name());
        HopNovelty early =
                HopNovelty.of(new HopScene().callId("x").further(HopScene.ALICE, HopScene.BOB, "200").units(), model);
        HopMoment hidden = new HopMoment(new HopCourse(DialogSteps.of(early, 0), List.of(), Optional.empty(), true), 0);
        assertEquals("Not judged: it belongs to no transaction that was captured whole.",
                hidden.sentences().getFirst());
    }

    @Test
    void aStrayResponseMissesItsRequest() {
        HopMoment stray = at(x().after(1_000).further(HopScene.ALICE, HopScene.BOB, "200"), 1);
        assertSays("Departs here: 200 to INVITE without any request before it; expected the request", stray);
    }

    @Test
    void whereTheModelDoesNotFitThereIsNoVerdict() {
        HopCourse course = course(x().transaction("FETCH 200"), false);
        HopMoment moment = new HopMoment(course, course.steps().messages()[0]);
        assertEquals(Optional.empty(), moment.mark());
        assertEquals("", moment.sign());
        assertTrue(moment.sentences().getFirst().startsWith("No verdict, as the model does not fit. New"),
                moment::text);
        assertEquals(Map.of(), course.surprise().departing());
        assertFalse(course.surprise().bits().isEmpty());
    }

    @Test
    void aDepartureFromTheRfcIsMarkedWithoutAModelThatFits() {
        HopCourse course = course(x().transaction("INVITE 100 486 ACK").transaction("+BYE 200"), false);
        HopMoment moment = new HopMoment(course, course.steps().messages()[4]);
        assertEquals(Optional.empty(), moment.mark());
        assertEquals("▲", moment.sign());
        assertSays("Departs here: BYE/200 after INVITE/486", moment);
        assertEquals(Set.of(moment.message()), course.surprise().departing().keySet());
    }

    /// The bundled model knows a failed call; what fails is a problem all the same.
    @Test
    void aProblemOfAKnownDialogIsMarkedAtTheMessageThatProvesIt() {
        HopCourse course = course(x().transaction("INVITE 100 503 ACK"), true);
        int[] messages = course.steps().messages();
        HopMoment refused = new HopMoment(course, messages[2]);
        assertEquals(Optional.of(Mark.KNOWN), refused.mark());
        assertEquals("▲", refused.sign());
        assertTrue(
                refused.sentences()
                        .getFirst()
                        .startsWith("Problem here: INVITE failed: service unavailable. INVITE was refused with 503"),
                refused::text);
        assertEquals(Map.of(messages[2], refused.sentences().getFirst()), course.surprise().departing());
        HopMoment last = new HopMoment(course, messages[3]);
        assertEquals(HopMoment.Standing.DEPARTED, last.standing());
        assertTrue(last.sentences().getFirst().startsWith("Problem at message 3: INVITE failed"), last::text);
        assertSays("Usual: ACK to INVITE", last);
    }

    /// The bundled model knows a 200 without ACK as a step.
    @Test
    void aCallWithoutAckDoesNotReadUsualAtItsEnd() throws IOException {
        SampleCapture dropped = SampleCaptures.list()
                .stream()
                .filter(each -> each.file().equals("dropped.pcap"))
                .findFirst()
                .orElseThrow();
        HopCourse course = course(SampleCaptures.copyTo(dropped, directory), "5d0e6b45@198.51.100.20", true);
        int[] messages = course.steps().messages();
        int answer = course.surprise().departing().keySet().iterator().next();
        HopMoment at = new HopMoment(course, answer);
        assertTrue(
                at.sentences()
                        .getFirst()
                        .startsWith("Problem here: Dropped: no ACK. No ACK follows the 200, which was retransmitted"),
                at::text);
        HopMoment last = new HopMoment(course, messages[messages.length - 1]);
        assertTrue(
                last.sentences()
                        .getFirst()
                        .startsWith("Problem at message " + course.steps().place(answer) + ": Dropped: no ACK."),
                last::text);
        assertEquals("▲", last.sign());
    }

    @Test
    void theLadderMarksTheMessageThatThePanelNames() {
        HopCourse course = course(x().transaction("INVITE 100 486 ACK").transaction("+BYE 200"), true);
        int departing = course.steps().messages()[4];
        assertEquals(Map.of(departing, new HopMoment(course, departing).sentences().getFirst()),
                course.surprise().departing());
        assertEquals(course.steps().bits(departing), course.surprise().bits().get(departing));
        assertEquals(course.surprise().departing(), course.surprise().departure().departing());
        assertTrue(course.surprise().departure().bits().isEmpty());
    }
}
