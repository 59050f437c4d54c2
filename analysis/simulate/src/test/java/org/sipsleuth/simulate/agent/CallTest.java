package org.sipsleuth.simulate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallEnd;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.MidCall;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.network.Media;
import org.sipsleuth.truth.Label;

class CallTest {

    private final Stage stage = new Stage();
    private final List<CallEnd> ends = new ArrayList<>();
    private UserAgent alice = stage.agent("alice", 1);
    private UserAgent bob = stage.agent("bob", 2);

    @BeforeEach
    void seat() {
        alice = alice.at(stage.lossy(1));
        bob = bob.at(stage.lossy(1));
    }

    @AfterEach
    void nothingIsLeft() {
        stage.run();
        assertEquals(0, alice.open() + bob.open());
        assertEquals(0, stage.scene().timers().running());
        assertTrue(stage.played().stream().allMatch(played -> played.endNanos() > 0));
    }

    private Call call(CallPlan plan) {
        return alice.call(Stage.direct(bob), plan.whenEnded(ends::add), Label.normal());
    }

    @Test
    void answeredCallEndsByTheCaller() {
        bob.answering(_ -> Answer.pickUp(1, 3));
        call(CallPlan.talk(20));
        stage.run();
        assertEquals("INVITE 100 180 200 ACK BYE 200", stage.types());
        assertEquals(List.of(new CallEnd(ends.getFirst().callId(), 200, 20.02, true)), ends);
    }

    @Test
    void answeredCallEndsByTheCallee() {
        bob.answering(_ -> Answer.pickUp(0.1, 1).hangingUp(5));
        call(CallPlan.listen());
        stage.run();
        assertEquals("INVITE 180 200 ACK BYE 200", stage.types());
        assertEquals(Stage.socket(2), stage.passed().get(4).from());
        assertFalse(ends.getFirst().byMe());
    }

    @Test
    void refusedCallIsAcknowledgedInItsTransaction() {
        bob.answering(_ -> Answer.refuse(486, 0.1));
        call(CallPlan.talk(1));
        stage.run();
        assertEquals("INVITE 486 ACK", stage.types());
        assertEquals(stage.passed().get(0).signal().via().branch(), stage.passed().get(2).signal().via().branch());
        assertEquals(486, ends.getFirst().status());
    }

    @Test
    void callerWhoLosesPatienceCancels() {
        bob.answering(_ -> Answer.ringOn(0.1));
        call(CallPlan.talk(1).patience(10));
        stage.run();
        assertEquals("INVITE 180 CANCEL 200 487 ACK", stage.types());
        String branch = stage.passed().getFirst().signal().via().branch();
        assertTrue(stage.passed().stream().allMatch(p -> p.signal().via().branch().equals(branch)));
        assertEquals(487, ends.getFirst().status());
        assertTrue(ends.getFirst().byMe());
    }

    @Test
    void cancelWaitsForAProvisionalResponse() {
        bob.answering(_ -> Answer.ringOn(0.15));
        Call call = call(CallPlan.talk(1));
        stage.run(0.05);
        call.hangUp();
        stage.run(0.1);
        assertEquals("INVITE", stage.types());
        stage.run();
        assertEquals("INVITE 180 CANCEL 200 487 ACK", stage.types());
    }

    @Test
    void answerThatCrossesACancelIsAcknowledgedAndEnded() {
        bob.answering(_ -> Answer.pickUp(0.1, 10));
        call(CallPlan.talk(30).patience(10.005));
        stage.run();
        assertEquals("INVITE 180 CANCEL 200 200 ACK BYE 200", stage.types());
        assertEquals(200, ends.getFirst().status());
        assertTrue(ends.getFirst().byMe());
    }

    @Test
    void nobodyAnswersWhoRingsOn() {
        bob.answering(_ -> Answer.ringOn(0.1));
        call(CallPlan.talk(1).patience(1_000));
        stage.run();
        assertEquals("INVITE 180 480 ACK", stage.types());
    }

    @Test
    void callToNobodyTimesOut() {
        bob.leave();
        call(CallPlan.talk(1));
        stage.run();
        assertEquals("INVITE INVITE INVITE INVITE INVITE INVITE INVITE", stage.types());
        assertEquals(408, ends.getFirst().status());
    }

    @Test
    void holdIsTwoReInvitesWithRisingVersions() {
        bob.answering(_ -> Answer.pickUp(0.1, 1));
        call(CallPlan.talk(30).hold(5, 10));
        stage.run();
        assertEquals("INVITE 180 200 ACK INVITE 200 ACK INVITE 200 ACK BYE 200", stage.types());
        Body hold = body(4);
        Body back = body(7);
        assertTrue(hold.text().contains("a=sendonly"));
        assertTrue(body(5).text().contains("a=recvonly"));
        assertTrue(back.text().contains("a=sendrecv"));
        assertEquals(version(body(0)) + 1, version(hold));
        assertEquals(version(hold) + 1, version(back));
        assertEquals(List.of(Media.Direction.BOTH, Media.Direction.CALLER, Media.Direction.BOTH),
                stage.played().stream().map(p -> p.media().direction()).toList());
    }

    private Body body(int message) {
        Body body = stage.passed().get(message).signal().body;
        if (body == null) {
            throw new AssertionError("message " + message + " has no body");
        }
        return body;
    }

    private static long version(Body body) {
        return Long.parseLong(body.text().split("\r\n")[1].split(" ")[2]);
    }

    @Test
    void reInvitesAtTheSameTimeAreBothRefusedAndTriedAgain() {
        bob.answering(_ -> Answer.pickUp(0.1, 1).doing(new MidCall.Hold(5, 3)));
        call(CallPlan.talk(60).hold(4.99, 10));
        stage.run();
        String types = stage.types();
        assertTrue(types.startsWith("INVITE 180 200 ACK INVITE INVITE 491 491 ACK ACK"), types);
        assertTrue(types.endsWith("INVITE 200 ACK BYE 200"), types);
        assertEquals(4 + 1, types.split("200 ACK", -1).length - 1, types);
    }

    @Test
    void lateOfferIsAnsweredInAck() {
        call(CallPlan.talk(10).offerLate());
        stage.run();
        assertEquals("INVITE 100 180 200 ACK BYE 200", stage.types());
        assertEquals(null, stage.passed().get(0).signal().body);
        assertTrue(body(3).text().contains("m=audio"));
        assertTrue(body(4).text().contains("m=audio"));
    }

    @Test
    void reliableProvisionalResponsesGetPrack() {
        bob.answering(_ -> Answer.pickUp(0.1, 3).earlyMedia(1).reliably());
        call(CallPlan.talk(10).reliably());
        stage.run();
        assertEquals("INVITE 180 PRACK 200 183 PRACK 200 200 ACK BYE 200", stage.types());
        assertEquals(null, stage.passed().get(7).signal().body);
        assertEquals(Media.Direction.CALLEE, stage.played().get(0).media().direction());
    }

    @Test
    void reliableProvisionalResponseIsSentUntilPrackComes() {
        bob.answering(_ -> Answer.pickUp(0.1, 3).reliably());
        stage.lose(p -> p.type().equals("PRACK") && stage.seconds() < 1);
        call(CallPlan.talk(10).reliably());
        stage.run();
        assertEquals("INVITE 180 PRACK 180 PRACK 180 PRACK 200 200 ACK BYE 200", stage.types());
    }

    @Test
    void successIsSentUntilAckComes() {
        bob.answering(_ -> Answer.atOnce(0.1));
        stage.lose(p -> p.type().equals("ACK") && stage.seconds() < 2);
        call(CallPlan.talk(10));
        stage.run();
        assertEquals("INVITE 200 ACK 200 ACK 200 ACK 200 ACK BYE 200", stage.types());
    }

    @Test
    void callWithoutAckIsEndedByTheCallee() {
        bob.answering(_ -> Answer.atOnce(0.1));
        stage.lose(p -> p.type().equals("ACK"));
        call(CallPlan.talk(60));
        stage.run();
        assertTrue(stage.types().endsWith("200 ACK BYE 200"), stage.types());
        assertEquals(Stage.socket(2), stage.passed().getLast().to());
        assertEquals(32.13, Stage.seconds(stage.passed().getLast()), 0.02);
    }

    @Test
    void transferMakesTheOtherOneCall() {
        UserAgent carol = stage.agent("carol", 3);
        Label second = Label.normal("second");
        bob.labelling(_ -> second);
        bob.whenTransferred(() -> CallPlan.talk(7));
        call(CallPlan.talk(60).transfer(5, Stage.direct(carol)));
        stage.run();
        String first = ends.getFirst().callId();
        assertEquals("INVITE 100 180 200 ACK REFER 202 NOTIFY 200 NOTIFY 200 BYE 200", Stage.types(stage.of(first)));
        List<Stage.Passed> others = stage.passed().stream().filter(p -> !p.signal().callId.equals(first)).toList();
        assertEquals("INVITE 100 180 200 ACK BYE 200", Stage.types(others));
        assertTrue(others.stream().allMatch(p -> p.signal().label == second));
        assertEquals(0, carol.open());
    }

    @Test
    void redirectionIsFollowed() {
        UserAgent carol = stage.agent("carol", 3);
        bob.answering(_ -> Answer.redirect(Stage.direct(carol), 0.1));
        call(CallPlan.talk(5).follow(1));
        stage.run();
        assertEquals("INVITE 302 ACK INVITE 100 180 200 ACK BYE 200", stage.types());
        assertEquals(1, stage.dialogs());
    }

    @Test
    void redirectionToNowhereEndsTheCall() {
        bob.answering(_ -> Answer.redirect("sip:carol@example.com", 0.1));
        call(CallPlan.talk(5).follow(1));
        stage.run();
        assertEquals(302, ends.getFirst().status());
    }

    @Test
    void transferToNowhereIsDeclinedAndTheCallGoesOn() {
        call(CallPlan.talk(60).transfer(5, "sip:carol@example.com"));
        stage.run();
        assertEquals("INVITE 100 180 200 ACK REFER 603 BYE 200", stage.types());
        assertEquals(60, ends.getFirst().talkSeconds(), 0.1);
    }

    @Test
    void callsThatGoOnAreCounted() {
        bob.answering(_ -> bob.calls() > 0 ? Answer.refuse(486, 0.1) : Answer.atOnce(0.1));
        call(CallPlan.talk(10));
        stage.run(1);
        assertEquals(1, bob.calls());
        call(CallPlan.talk(10));
        stage.run();
        assertEquals(List.of(486, 200), ends.stream().map(CallEnd::status).toList());
        assertEquals(0, bob.calls());
    }

    @Test
    void requestsWithinTheCallAreAnswered() {
        Body tone = new Body("application/dtmf-relay", "Signal=1\r\nDuration=160\r\n");
        call(CallPlan.talk(20).with(new MidCall.Ask(2, "INFO", tone)).with(new MidCall.Ask(3, "UPDATE", null)));
        stage.run();
        assertEquals("INVITE 100 180 200 ACK INFO 200 UPDATE 200 BYE 200", stage.types());
    }

    @Test
    void bothHangUpAtOnce() {
        bob.answering(_ -> Answer.atOnce(0.1).hangingUp(10));
        call(CallPlan.talk(9.985));
        stage.run();
        assertEquals("INVITE 200 ACK BYE BYE 200 200", stage.types());
    }

    @Test
    void requestsOfUnknownDialogsAreRefused() {
        bob.answering(_ -> Answer.atOnce(0.1));
        Call call = call(CallPlan.talk(10));
        stage.run(5);
        bob.leave();
        bob = stage.agent("bob", 2);
        call.act(new MidCall.Ask(0, "INFO", null));
        stage.run();
        assertEquals("INVITE 200 ACK INFO 481 BYE 481", stage.types());
    }
}
