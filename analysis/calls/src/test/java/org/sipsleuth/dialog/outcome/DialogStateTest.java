package org.sipsleuth.dialog.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.dialog.Talk.CALLEE;
import static org.sipsleuth.dialog.Talk.CALLER;
import static org.sipsleuth.dialog.Talk.PROXY;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.Talk;

/// The words of the column `state`, as older versions had them.
class DialogStateTest {

    private final Talk talk = new Talk();

    private void assertEnds(DialogState state, int finalStatus) throws IOException {
        DialogOutcome outcome = DialogOutcome.of(talk.read(), 0);
        assertEquals(state, outcome.state());
        assertEquals(finalStatus, outcome.status());
    }

    private Talk invite(int cseq) {
        return talk.request(CALLER, CALLEE, "INVITE", cseq, "i" + cseq);
    }

    private Talk answer(int status, int cseq) {
        return talk.response(CALLEE, CALLER, status, "INVITE", cseq, "i" + cseq);
    }

    @Test
    void anInviteAloneIsTrying() throws IOException {
        invite(1);
        assertEnds(DialogState.TRYING, 0);
    }

    @Test
    void anInviteWithoutAnyResponseForTimerBIsUnanswered() throws IOException {
        invite(1).after(31).callId("other").request(CALLER, CALLEE, "OPTIONS", 1, "o");
        assertEnds(DialogState.TRYING, 0);
        talk.after(1).request(CALLER, CALLEE, "OPTIONS", 2, "o2");
        assertEnds(DialogState.UNANSWERED, 0);
    }

    @Test
    void trying100KeepsTryingAnd180Rings() throws IOException {
        invite(1);
        answer(100, 1);
        assertEnds(DialogState.TRYING, 0);
        answer(180, 1);
        assertEnds(DialogState.RINGING, 0);
    }

    @Test
    void a200BringsTheCallAndByeCompletesIt() throws IOException {
        invite(1);
        answer(180, 1);
        answer(200, 1);
        assertEnds(DialogState.IN_CALL, 200);
        talk.request(CALLER, CALLEE, "ACK", 1, "a").request(CALLEE, CALLER, "BYE", 7, "b");
        assertEnds(DialogState.IN_CALL, 200); // whether BYE was accepted is not captured
        talk.response(CALLER, CALLEE, 200, "BYE", 7, "b");
        assertEnds(DialogState.COMPLETED, 200);
    }

    @Test
    void finalResponsesSayHowItEnded() throws IOException {
        record Case(int status, DialogState state) {}
        Case[] cases = {
            new Case(302, DialogState.REDIRECTED),
            new Case(401, DialogState.CHALLENGED),
            new Case(403, DialogState.REJECTED),
            new Case(404, DialogState.FAILED),
            new Case(407, DialogState.CHALLENGED),
            new Case(408, DialogState.UNANSWERED),
            new Case(480, DialogState.UNANSWERED),
            new Case(486, DialogState.BUSY),
            new Case(503, DialogState.FAILED),
            new Case(600, DialogState.BUSY),
            new Case(603, DialogState.REJECTED)};
        for (Case expected : cases) {
            DialogOutcome outcome = DialogOutcome.of(new Talk().request(CALLER, CALLEE, "INVITE", 1, "i")
                    .response(CALLEE, CALLER, expected.status(), "INVITE", 1, "i")
                    .read(), 0);
            assertEquals(expected.state(), outcome.state(), "after " + expected.status());
            assertEquals(expected.status(), outcome.status());
        }
    }

    @Test
    void aChallengeIsForgottenWhenTheNextInviteIsAnswered() throws IOException {
        invite(1);
        answer(407, 1);
        invite(2);
        assertEnds(DialogState.TRYING, 0);
        answer(200, 2);
        assertEnds(DialogState.IN_CALL, 200);
    }

    @Test
    void cancelWithdrawsUnlessTheAnswerWasFaster() throws IOException {
        invite(1);
        answer(180, 1);
        talk.request(CALLER, CALLEE, "CANCEL", 1, "i1");
        assertEnds(DialogState.CANCELLED, 0);
        talk.response(CALLEE, CALLER, 200, "CANCEL", 1, "i1");
        answer(487, 1);
        assertEnds(DialogState.CANCELLED, 487);
    }

    @Test
    void anAnswerAfterCancelWins() throws IOException {
        invite(1);
        talk.request(CALLER, CALLEE, "CANCEL", 1, "i1");
        answer(200, 1);
        assertEnds(DialogState.IN_CALL, 200);
    }

    @Test
    void theBranchesNotTakenOfAForkDoNotEndTheCall() throws IOException {
        talk.request(CALLER, PROXY, "INVITE", 1, "x")
                .request(PROXY, CALLEE, "INVITE", 1, "x1")
                .request(PROXY, "192.0.2.8", "INVITE", 1, "x2")
                .response(CALLEE, PROXY, 200, "INVITE", 1, "x1")
                .response(PROXY, CALLER, 200, "INVITE", 1, "x")
                .request(PROXY, "192.0.2.8", "CANCEL", 1, "x2")
                .response("192.0.2.8", PROXY, 487, "INVITE", 1, "x2");
        assertEnds(DialogState.IN_CALL, 200);
    }

    @Test
    void aLateProvisionalResponseDoesNotWakeTheDead() throws IOException {
        invite(1);
        answer(486, 1);
        answer(180, 1);
        assertEnds(DialogState.BUSY, 486);
    }

    @Test
    void withoutInviteTheLastRequestDecides() throws IOException {
        talk.request(CALLER, CALLEE, "REGISTER", 1, "r1");
        assertEnds(DialogState.PENDING, 0);
        talk.response(CALLEE, CALLER, 401, "REGISTER", 1, "r1");
        assertEnds(DialogState.CHALLENGED, 401);
        talk.request(CALLER, CALLEE, "REGISTER", 2, "r2").response(CALLEE, CALLER, 200, "REGISTER", 2, "r2");
        assertEnds(DialogState.SUCCEEDED, 200);
        talk.request(CALLER, CALLEE, "REGISTER", 3, "r3").response(CALLEE, CALLER, 403, "REGISTER", 3, "r3");
        assertEnds(DialogState.REFUSED, 403);
    }

    @Test
    void theEndOfACallWithoutItsBeginningIsStillCompleted() throws IOException {
        talk.request(CALLER, CALLEE, "BYE", 9, "b").response(CALLEE, CALLER, 200, "BYE", 9, "b");
        assertEnds(DialogState.COMPLETED, 200);
    }

    @Test
    void anAckAloneIsPartial() throws IOException {
        talk.request(CALLER, CALLEE, "ACK", 1, "a");
        assertEnds(DialogState.PARTIAL, 0);
    }

    @Test
    void aResponseAloneShowsTheStateToo() throws IOException {
        answer(183, 1);
        assertEnds(DialogState.RINGING, 0);
    }
}
