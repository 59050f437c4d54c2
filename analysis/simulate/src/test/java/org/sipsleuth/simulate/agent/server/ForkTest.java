package org.sipsleuth.simulate.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallPlan;

/// Calls to a user with several telephones.
class ForkTest extends OneServer {

    @Test
    void forkedCallRingsAllAndFirstAnswerWins() {
        registered("bob", 2).answering(_ -> Answer.pickUp(0.3, 4));
        registered("bob", 3).answering(_ -> Answer.pickUp(0.3, 2));
        registered("bob", 4).answering(_ -> Answer.refuse(486, 0.3));
        call(BOB, CallPlan.talk(5));
        stage.run();
        assertEquals("INVITE 100 180 CANCEL 200 487 ACK", between(2, 9));
        assertEquals("INVITE 100 180 200", between(3, 9));
        assertEquals("INVITE 100 486 ACK", between(4, 9));
        assertEquals("INVITE 100 180 180 200", between(1, 9));
        assertEquals("ACK BYE 200", between(1, 3));
    }

    @Test
    void bestResponseOfAForkIsSentBack() {
        registered("bob", 2).answering(_ -> Answer.refuse(503, 0.1));
        registered("bob", 3).answering(_ -> Answer.refuse(486, 1));
        call(BOB, CallPlan.talk(5));
        stage.run();
        assertEquals("INVITE 100 486 ACK", between(1, 9));
        assertEquals(486, ends.getFirst().status());
    }

    @Test
    void sixHundredEndsTheOtherForks() {
        registered("bob", 2).answering(_ -> Answer.ringOn(0.1));
        registered("bob", 3).answering(_ -> Answer.refuse(603, 1));
        call(BOB, CallPlan.talk(5));
        stage.run();
        assertEquals("INVITE 180 CANCEL 200 487 ACK", between(2, 9));
        assertEquals(603, ends.getFirst().status());
    }

    @Test
    void twoAnswersOfAForkReachTheCallerWhoEndsTheLater() {
        registered("bob", 2).answering(_ -> Answer.pickUp(0.1, 2));
        registered("bob", 3).answering(_ -> Answer.pickUp(0.1, 2.005));
        call(BOB, CallPlan.talk(5));
        stage.run();
        assertEquals("INVITE 100 180 180 200 200", between(1, 9));
        assertEquals("ACK BYE 200", between(1, 2));
        assertEquals("ACK BYE 200", between(1, 3));
        assertTrue(between(3, 9).endsWith("180 200 CANCEL 200"), between(3, 9));
    }

    @Test
    void cancelGoesToAllForks() {
        registered("bob", 2).answering(_ -> Answer.ringOn(0.1));
        registered("bob", 3).answering(_ -> Answer.ringOn(0.1));
        call(BOB, CallPlan.talk(5).patience(4));
        stage.run();
        assertEquals("INVITE 100 180 180 CANCEL 200 487 ACK", between(1, 9));
        assertEquals("INVITE 180 CANCEL 200 487 ACK", between(2, 9));
        assertEquals("INVITE 180 CANCEL 200 487 ACK", between(3, 9));
    }
}
