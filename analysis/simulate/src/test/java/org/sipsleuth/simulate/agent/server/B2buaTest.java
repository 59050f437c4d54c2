package org.sipsleuth.simulate.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipsleuth.simulate.agent.Stage;
import org.sipsleuth.simulate.agent.Stage.Passed;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallEnd;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.MidCall;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Media;
import org.sipsleuth.truth.Label;

class B2buaTest {

    private final Stage stage = new Stage();
    private final UserAgent bob = stage.agent("bob", 2);
    private final B2bua middle = new B2bua(stage.scene(), Profiles.pbx(), Stage.socket(9), bob.socket());
    private final UserAgent alice = stage.agent("alice", 1).through(middle.socket());
    private final List<CallEnd> ends = new ArrayList<>();

    @BeforeEach
    void seat() {
        middle.at(stage.lossy(1));
    }

    @AfterEach
    void nothingIsLeft() {
        stage.run();
        assertEquals(0, alice.open() + middle.open() + bob.open());
        assertEquals(0, stage.scene().timers().running());
        assertTrue(stage.played().stream().allMatch(played -> played.endNanos() > 0));
    }

    private void call(CallPlan plan) {
        alice.call("sip:bob@example.com", plan.whenEnded(ends::add), Label.normal("first"));
        stage.run();
    }

    private List<Passed> leg(int number) {
        return stage.passed()
                .stream()
                .filter(p -> p.from().equals(Stage.socket(number)) || p.to().equals(Stage.socket(number)))
                .toList();
    }

    @Test
    void callHasTwoLegsWithDifferentCallIds() {
        bob.answering(_ -> Answer.pickUp(0.1, 2));
        call(CallPlan.talk(5).hold(1, 2));
        String later = " INVITE 200 ACK INVITE 200 ACK BYE 200";
        assertEquals("INVITE 100 180 200 ACK" + later, Stage.types(leg(1)));
        assertEquals("INVITE 180 200 ACK" + later, Stage.types(leg(2)));
        assertEquals(2, stage.dialogs());
        Label second = leg(2).getFirst().signal().label;
        assertNotEquals(leg(1).getFirst().signal().label, second);
        leg(2).forEach(p -> assertSame(second, p.signal().label));
    }

    @Test
    void calleeMayHangUp() {
        bob.answering(_ -> Answer.atOnce(0.1).hangingUp(3));
        call(CallPlan.listen());
        assertTrue(Stage.types(leg(1)).endsWith("ACK BYE 200"));
        assertEquals(middle.socket(), leg(1).get(leg(1).size() - 2).from());
    }

    @Test
    void refusalsAndChallengesPass() {
        bob.answering(_ -> Answer.refuse(486, 0.1));
        call(CallPlan.talk(5));
        assertEquals("INVITE 100 486 ACK", Stage.types(leg(1)));
        assertEquals("INVITE 486 ACK", Stage.types(leg(2)));
    }

    @Test
    void cancelPasses() {
        bob.answering(_ -> Answer.ringOn(0.1));
        call(CallPlan.talk(5).patience(3));
        assertEquals("INVITE 180 CANCEL 200 487 ACK", Stage.types(leg(2)));
        assertEquals(487, ends.getFirst().status());
    }

    @Test
    void answerThatCrossesTheCancelIsEnded() {
        bob.answering(_ -> Answer.pickUp(0.1, 2.995));
        call(CallPlan.talk(5).patience(3));
        assertEquals("INVITE 180 CANCEL 200 200 ACK BYE 200", Stage.types(leg(2)));
        assertEquals(487, ends.getFirst().status());
    }

    @Test
    void lateOfferAndInfoPass() {
        bob.answering(_ -> Answer.atOnce(0.1));
        call(CallPlan.talk(5).offerLate().with(new MidCall.Ask(1, "INFO", null)));
        assertEquals("INVITE 200 ACK INFO 200 BYE 200", Stage.types(leg(2)));
        Signal ack = leg(2).get(2).signal();
        assertTrue(ack.body != null && ack.body.text().contains("m=audio"));
    }

    @Test
    void lostAckOfOneLegEndsBoth() {
        bob.answering(_ -> Answer.atOnce(0.1));
        stage.lose(p -> p.type().equals("ACK"));
        call(CallPlan.talk(100));
        assertEquals("INVITE 200 ACK BYE 200", Stage.types(leg(2)));
        assertTrue(Stage.types(leg(1)).endsWith("200 ACK BYE 200"), Stage.types(leg(1)));
        assertEquals(200, ends.getFirst().status());
    }

    @Test
    void legsShareTheFirstCallId() {
        middle.sharing(SharedHeader.X_CALL_ID);
        call(CallPlan.talk(5));
        assertEquals(leg(1).getFirst().signal().callId, leg(2).getFirst().signal().field("X-Call-ID").orElseThrow());
    }

    @Test
    void legsShareTheSessionId() {
        middle.sharing(SharedHeader.SESSION_ID);
        call(CallPlan.talk(5));
        Signal invite = leg(2).getFirst().signal();
        Signal success = leg(1).stream().map(Passed::signal).filter(s -> s.status == 200).findFirst().orElseThrow();
        String id = invite.field("Session-ID").orElseThrow();
        assertTrue(id.matches("[0-9a-f]{32};remote=0{32}"), id);
        String answered = success.field("Session-ID").orElseThrow();
        assertTrue(answered.endsWith(";remote=" + id.substring(0, 32)), answered);
    }

    @Test
    void legsShareTheChargingVector() {
        middle.sharing(SharedHeader.CHARGING_VECTOR);
        call(CallPlan.talk(5));
        Signal invite = leg(2).getFirst().signal();
        Signal success = leg(1).getLast().signal();
        assertTrue(leg(1).stream()
                .map(Passed::signal)
                .filter(s -> s.status == 200 && s.method.equals("INVITE"))
                .allMatch(s -> s.field("P-Charging-Vector").equals(invite.field("P-Charging-Vector"))));
        assertTrue(success.field("P-Charging-Vector").isEmpty());
    }

    @Test
    void mediaPassByOrThrough() {
        bob.answering(_ -> Answer.atOnce(0.1));
        call(CallPlan.talk(5));
        Media past = stage.played().getFirst().media();
        assertEquals(List.of(alice.socket().host(), bob.socket().host()),
                List.of(past.caller().host(), past.callee().host()));
        middle.relayingMedia();
        stage.played().clear();
        call(CallPlan.talk(5).hold(1, 2));
        Host host = middle.socket().host();
        assertEquals(6, stage.played().size());
        for (Stage.Played played : stage.played()) {
            Media media = played.media();
            assertTrue(media.caller().host().equals(host) != media.callee().host().equals(host));
        }
    }
}
