package org.sipsleuth.simulate.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.simulate.agent.Stage;
import org.sipsleuth.simulate.agent.Stage.Passed;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallEnd;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.truth.Label;

class ServerTest extends OneServer {

    @Test
    void callGoesThroughAndEndsPastTheProxy() {
        registered("bob", 2);
        call(BOB, CallPlan.talk(10));
        stage.run();
        assertEquals("INVITE 100 180 200", between(1, 9));
        assertEquals("INVITE 100 180 200", between(2, 9));
        assertEquals("ACK BYE 200", between(1, 2));
    }

    @Test
    void recordRouteKeepsTheDialogOnItsWay() {
        server.recordingRoutes();
        registered("bob", 2).answering(_ -> Answer.atOnce(0.1).hangingUp(20));
        call(BOB, CallPlan.listen().hold(3, 4));
        stage.run();
        String all = "INVITE 100 200 ACK INVITE 100 200 ACK INVITE 100 200 ACK BYE 200";
        assertEquals(all, between(1, 9));
        assertEquals(all.replace("INVITE 100 200", "INVITE 200"), between(2, 9));
        assertEquals("", between(1, 2));
        Passed invite = stage.passed().stream().filter(p -> p.to().equals(Stage.socket(2))).findFirst().orElseThrow();
        assertEquals(List.of("<sip:10.0.0.9:5060;lr>"), invite.signal().recordRoutes);
        assertEquals(2, invite.signal().vias.size());
        assertEquals(69, invite.signal().maxForwards);
    }

    @Test
    void unknownUsersAndThoseWhoAreNotThereAreRefused() {
        call("sip:nobody@example.com", CallPlan.talk(1));
        call(BOB, CallPlan.talk(1));
        stage.run();
        assertEquals(List.of(404, 480), ends.stream().map(CallEnd::status).toList());
    }

    @Test
    void callIsChallengedOnce() {
        registered("bob", 2);
        server.challengingCalls().recordingRoutes();
        call(BOB, CallPlan.talk(5));
        stage.run();
        assertEquals("INVITE 407 ACK INVITE 100 180 200 ACK BYE 200", between(1, 9));
        assertEquals(1, stage.dialogs());
    }

    @Test
    void deadHostsTimeOut() {
        registered("bob", 2).leave();
        call(BOB, CallPlan.talk(5));
        stage.run();
        assertEquals("INVITE 100 408 ACK", between(1, 9));
        assertEquals(408, ends.getFirst().status());
        assertEquals(Profiles.proxy(),
                stage.passed()
                        .stream()
                        .filter(p -> p.signal().status == 408)
                        .findFirst()
                        .orElseThrow()
                        .signal().profile);
    }

    @Test
    void loopsEndWithLoopDetected() {
        Server other = new Server(stage.scene(), Profiles.proxy(), Stage.socket(8), "example.com").routing(_ -> true,
                server.socket());
        server.routing(uri -> uri.contains("loop"), other.socket());
        call("sip:loop@example.com", CallPlan.talk(5));
        stage.run();
        assertEquals(482, ends.getFirst().status());
        assertEquals(0, other.open());
    }

    @Test
    void requestsWithoutHopsLeftAreRefused() {
        Signal options = alice.compose("OPTIONS", BOB, Label.normal());
        options.maxForwards = 0;
        stage.network().send(options, alice.socket(), server.socket());
        stage.run();
        assertEquals("OPTIONS 483", stage.types());
    }

    @Test
    void otherDomainsAreReachedByARule() {
        UserAgent gateway = stage.agent("gateway", 7);
        server.routing(uri -> uri.startsWith("sip:00"), gateway.socket()).recordingRoutes();
        call("sip:0049301234567@example.com", CallPlan.talk(5));
        stage.run();
        assertEquals("INVITE 100 180 200 ACK BYE 200", between(7, 9));
    }

    @Test
    void subscriptionIsHeldAndEnded() {
        registered("bob", 2);
        server.recordingRoutes();
        alice.subscribe(BOB, "presence", 700, Label.normal());
        stage.run();
        assertEquals("SUBSCRIBE 200 NOTIFY 200 SUBSCRIBE 200 NOTIFY 200 SUBSCRIBE 200 NOTIFY 200", between(1, 9));
        assertEquals(1, stage.dialogs());
    }

    @Test
    void messagesAndOptionsAreAnswered() {
        registered("bob", 2);
        alice.request(RequestPlan.of("MESSAGE", BOB)
                .body("text/plain", "hello")
                .whenAnswered(response -> statuses.add(response.status)), Label.normal());
        alice.request(
                RequestPlan.of("OPTIONS", "sip:example.com").whenAnswered(response -> statuses.add(response.status)),
                Label.normal());
        stage.run();
        assertEquals(List.of(200, 200), statuses);
    }
}
