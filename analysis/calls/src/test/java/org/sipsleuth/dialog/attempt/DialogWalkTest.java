package org.sipsleuth.dialog.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.attempt.Story.CALLEE;
import static org.sipsleuth.dialog.attempt.Story.CALLER;
import static org.sipsleuth.dialog.attempt.Story.PROXY;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;

class DialogWalkTest {

    private static final long MS = 1_000_000L;

    private final Story story = new Story();
    private SipIndex index;

    private DialogWalk walk() throws IOException {
        index = story.read();
        DialogWalk walk = new DialogWalk(index);
        walk.read(0);
        return walk;
    }

    private Attempt only() throws IOException {
        DialogWalk walk = walk();
        assertEquals(1, walk.calls().size());
        return walk.calls().getFirst();
    }

    private Result result(Attempt attempt) {
        int dialog = index.messages().dialog(attempt.request());
        return attempt.result(new org.sipsleuth.dialog.sight.Sight(index), index.dialogs().clockEndNanos(dialog));
    }

    @Test
    void aCallHasItsTimes() throws IOException {
        story.call("one", 0, 30_000);
        Attempt call = only();
        assertEquals(200 * MS, call.setUpNanos(index.messages()));
        assertEquals(800 * MS, call.ringNanos(index.messages()));
        assertEquals(1_000 * MS, call.answerNanos(index.messages()));
        assertEquals(29_000 * MS, call.talkNanos(index.messages()));
        assertEquals(50 * MS, call.disconnectNanos(index.messages()));
        assertEquals(Result.ANSWERED, result(call));
    }

    @Test
    void a100ShowsNothing() throws IOException {
        story.asks("INVITE", 1).at(10).says(100, "INVITE", 1).at(400).says(183, "INVITE", 1);
        Attempt call = only();
        assertEquals(400 * MS, call.setUpNanos(index.messages()));
        assertEquals(Result.OPEN, result(call));
    }

    @Test
    void aChallengeIsPartOfTheAttempt() throws IOException {
        story.asks("INVITE", 1).at(20).says(407, "INVITE", 1);
        story.at(40).asks("INVITE", 2).at(340).says(180, "INVITE", 2);
        story.at(900).says(486, "INVITE", 2);
        Attempt call = only();
        assertEquals(340 * MS, call.setUpNanos(index.messages()));
        assertEquals(560 * MS, call.ringNanos(index.messages()));
        assertEquals(Result.FAILED, result(call));
    }

    @Test
    void aChallengeThatIsNotFollowedIsNoFailure() throws IOException {
        story.asks("INVITE", 1).at(20).says(401, "INVITE", 1);
        Attempt call = only();
        assertEquals(Attempt.NO_TIME, call.setUpNanos(index.messages()));
        assertEquals(Result.CHALLENGED, result(call));
    }

    @Test
    void aRedirectionIsFollowedElsewhere() throws IOException {
        story.asks("INVITE", 1).at(20).says(302, "INVITE", 1);
        story.at(30).request(CALLER, PROXY, "INVITE", 2, "p", "");
        story.at(130).response(PROXY, CALLER, 200, "INVITE", 2, "p", "");
        Attempt call = only();
        assertEquals(130 * MS, call.setUpNanos(index.messages()));
        assertEquals(Result.ANSWERED, result(call));
    }

    @Test
    void theSecondHopIsNoOtherCall() throws IOException {
        story.request(CALLER, PROXY, "INVITE", 1, "a", "");
        story.at(5).request(PROXY, CALLEE, "INVITE", 1, "b", "");
        story.at(100).response(CALLEE, PROXY, 180, "INVITE", 1, "b", "");
        story.at(107).response(PROXY, CALLER, 180, "INVITE", 1, "a", "");
        assertEquals(107 * MS, only().setUpNanos(index.messages()));
    }

    @Test
    void anInviteAfterAFailureIsAnotherAttempt() throws IOException {
        story.asks("INVITE", 1).at(20).says(503, "INVITE", 1);
        story.at(900).asks("INVITE", 2).at(950).says(200, "INVITE", 2);
        DialogWalk walk = walk();
        assertEquals(2, walk.calls().size());
        assertEquals(Result.FAILED, result(walk.calls().getFirst()));
        assertEquals(50 * MS, walk.calls().getLast().setUpNanos(index.messages()));
    }

    @Test
    void aReInviteIsNone() throws IOException {
        story.asks("INVITE", 1).at(20).says(200, "INVITE", 1);
        String line = "INVITE sip:b@example.org SIP/2.0\r\n";
        String fields = "Via: SIP/2.0/UDP host;branch=z9hG4bKx\r\nFrom: <sip:a@example.org>;tag=a\r\n"
                + "To: <sip:b@example.org>;tag=b\r\nCall-ID: one@192.0.2.1\r\nCSeq: 2 INVITE\r\n";
        story.at(5_000).send(CALLER, CALLEE, line + fields, "");
        assertEquals(1, walk().calls().size());
    }

    @Test
    void silenceFor32SecondsIsATimeOut() throws IOException {
        story.asks("INVITE", 1).callId("two").at(33_000).asks("OPTIONS", 1);
        assertEquals(Result.TIMED_OUT, result(only()));
    }

    @Test
    void the2xxAfterA503EndsTheCall() throws IOException {
        story.asks("INVITE", 1).at(1_000).says(200, "INVITE", 1);
        story.at(9_000).asks("BYE", 2).at(9_100).says(503, "BYE", 2);
        story.at(10_000).asks("BYE", 3).at(10_200).says(200, "BYE", 3);
        Attempt call = only();
        assertEquals(1_200 * MS, call.disconnectNanos(index.messages()));
        assertEquals(8_000 * MS, call.talkNanos(index.messages()));
    }

    @Test
    void registrationsOfOneCallIdAreSeveral() throws IOException {
        story.asks("REGISTER", 1).at(10).says(401, "REGISTER", 1);
        story.at(20).asks("REGISTER", 2).at(60).says(200, "REGISTER", 2);
        story.at(60_000).asks("REGISTER", 3).at(60_030).says(403, "REGISTER", 3);
        DialogWalk walk = walk();
        assertEquals(2, walk.registrations().size());
        assertEquals(60 * MS, walk.registrations().getFirst().answerNanos(index.messages()));
        assertEquals(Result.FAILED, result(walk.registrations().getLast()));
        assertTrue(walk.calls().isEmpty());
    }

    @Test
    void aClockThatGoesBackGivesNoTime() throws IOException {
        story.at(5_000).asks("INVITE", 1).at(1_000).says(180, "INVITE", 1);
        assertEquals(Attempt.NO_TIME, only().setUpNanos(index.messages()));
    }

    @Test
    void theEndOfACallThatBeganBeforeIsAlone() throws IOException {
        story.asks("BYE", 7).at(30).says(200, "BYE", 7);
        DialogWalk walk = walk();
        assertTrue(walk.calls().isEmpty());
        assertTrue(walk.loneRelease().hasRequest());
    }
}
