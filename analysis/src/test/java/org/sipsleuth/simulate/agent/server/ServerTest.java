package org.sipsleuth.simulate.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sipsleuth.simulate.agent.Stage;
import org.sipsleuth.simulate.agent.Stage.Passed;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallEnd;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.truth.Label;

class ServerTest {

    private static final String BOB = "sip:bob@example.com";

    private final Stage stage = new Stage();
    private final Server server =
            new Server(stage.scene(), Profiles.proxy(), Stage.socket(9), "example.com")
                    .serving(Stage.account("alice"))
                    .serving(Stage.account("bob"));
    private final UserAgent alice = stage.agent("alice", 1).through(server.socket());
    private final List<CallEnd> ends = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        stage.run();
        assertEquals(0, alice.open() + server.open());
        assertEquals(0, stage.scene().timers().running());
    }

    private UserAgent registered(String user, int number) {
        UserAgent agent = stage.agent(user, number).through(server.socket());
        agent.register(RegisterPlan.once(3600), Label.normal());
        stage.run(40);
        stage.passed().clear();
        return agent;
    }

    private void call(String target, CallPlan plan) {
        alice.call(target, plan.whenEnded(ends::add), Label.normal());
    }

    private String between(int one, int other) {
        Socket first = Stage.socket(one);
        Socket second = Stage.socket(other);
        return Stage.types(
                stage.passed().stream()
                        .filter(
                                p ->
                                        (p.from().equals(first) && p.to().equals(second))
                                                || (p.from().equals(second)
                                                        && p.to().equals(first)))
                        .toList());
    }

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
        Passed invite =
                stage.passed().stream()
                        .filter(p -> p.to().equals(Stage.socket(2)))
                        .findFirst()
                        .orElseThrow();
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
    void registrationIsChallengedRefreshedAndTakenBack() {
        server.challengingRegistrations();
        UserAgent bob = stage.agent("bob", 2).through(server.socket());
        bob.register(RegisterPlan.during(500, 200).telling(statuses::add), Label.normal());
        stage.run(1);
        assertEquals("REGISTER 401 REGISTER 200", stage.types());
        Signal second = stage.passed().get(2).signal();
        assertEquals(stage.passed().get(0).signal().cseq + 1, second.cseq);
        assertEquals(stage.passed().get(0).signal().callId, second.callId);
        assertEquals("<sip:bob@10.0.0.2:5060>;expires=200", stage.passed().get(3).signal().contact);
        stage.run();
        assertTrue(statuses.size() >= 4 && statuses.stream().allMatch(s -> s == 200));
        assertEquals(null, stage.passed().getLast().signal().contact);
        assertEquals(1, stage.dialogs());
        call(BOB, CallPlan.talk(1));
        stage.run();
        assertEquals(480, ends.getFirst().status());
    }

    @Test
    void nonceThatIsTooOldIsStale() {
        server.challengingRegistrations();
        UserAgent bob = stage.agent("bob", 2).through(server.socket());
        bob.register(RegisterPlan.during(2000, 900), Label.normal());
        stage.run();
        assertTrue(stage.types().startsWith("REGISTER 401 REGISTER 200 REGISTER 401 REGISTER 200"));
        assertTrue(
                stage.passed()
                        .get(5)
                        .signal()
                        .field("WWW-Authenticate")
                        .orElseThrow()
                        .contains("stale=true"));
    }

    @Test
    void wrongPasswordIsChallengedAgainOrRefused() {
        server.challengingRegistrations();
        tryPassword("wrong");
        server.refusingWrongPasswords();
        tryPassword("wrong");
        tryPassword("secret of bob");
        assertEquals(List.of(401, 403, 200), statuses);
        assertEquals(
                "REGISTER 401 ".repeat(3) + "REGISTER 403 REGISTER 401 REGISTER 200",
                stage.types());
    }

    private void tryPassword(String password) {
        Account bob = Stage.account("bob");
        UserAgent thief =
                new UserAgent(stage.scene(), bob, Profiles.phone(3), Stage.socket(66))
                        .tapped()
                        .through(server.socket());
        thief.request(
                RequestPlan.of("REGISTER", "sip:example.com")
                        .to(bob.address())
                        .password(password)
                        .whenAnswered(response -> statuses.add(response.status)),
                Label.normal());
        stage.run();
    }

    @Test
    void usersThatAreNotKnownShowOrAreHidden() {
        server.challengingRegistrations();
        ask("carol");
        server.hidingUsers();
        ask("carol");
        assertEquals(List.of(404, 401), statuses);
    }

    private void ask(String user) {
        alice.request(
                RequestPlan.of("REGISTER", "sip:example.com")
                        .to(Stage.account(user).address())
                        .from(Stage.account(user).address())
                        .withoutCredentials()
                        .whenAnswered(response -> statuses.add(response.status)),
                Label.normal());
        stage.run();
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

    @Test
    void deadHostsTimeOut() {
        registered("bob", 2).leave();
        call(BOB, CallPlan.talk(5));
        stage.run();
        assertEquals("INVITE 100 408 ACK", between(1, 9));
        assertEquals(408, ends.getFirst().status());
        assertEquals(
                Profiles.proxy(),
                stage.passed().stream()
                        .filter(p -> p.signal().status == 408)
                        .findFirst()
                        .orElseThrow()
                        .signal()
                        .profile);
    }

    @Test
    void loopsEndWithLoopDetected() {
        Server other =
                new Server(stage.scene(), Profiles.proxy(), Stage.socket(8), "example.com")
                        .routing(_ -> true, server.socket());
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
        assertEquals(
                "SUBSCRIBE 200 NOTIFY 200 SUBSCRIBE 200 NOTIFY 200 SUBSCRIBE 200 NOTIFY 200",
                between(1, 9));
        assertEquals(1, stage.dialogs());
    }

    @Test
    void messagesAndOptionsAreAnswered() {
        registered("bob", 2);
        alice.request(
                RequestPlan.of("MESSAGE", BOB)
                        .body("text/plain", "hello")
                        .whenAnswered(response -> statuses.add(response.status)),
                Label.normal());
        alice.request(
                RequestPlan.of("OPTIONS", "sip:example.com")
                        .whenAnswered(response -> statuses.add(response.status)),
                Label.normal());
        stage.run();
        assertEquals(List.of(200, 200), statuses);
    }

    @Test
    void usersBehindANatAreReachedWhereTheyAreSeen() {
        natted(new Nat(stage.scene(), Host.ipv4(203, 0, 113, 5), 40_000).tapped());
        Passed register = stage.passed().getFirst();
        assertEquals("192.168.1.10:5060", register.signal().via().sentBy());
        assertEquals(40_000, stage.passed().get(1).signal().via().rport());
    }

    @Test
    void gatewayOfAnApplicationRewritesAddresses() {
        natted(new Nat(stage.scene(), Host.ipv4(203, 0, 113, 5), 40_000).tapped().rewriting());
        assertEquals(
                List.of(),
                stage.transcript().stream()
                        .flatMap(String::lines)
                        .filter(line -> line.contains("192.168.1.1"))
                        .filter(line -> !line.matches("(Call-ID|i): .*"))
                        .toList());
    }

    private void natted(Nat nat) {
        server.recordingRoutes();
        UserAgent carl = inside("bob", 10, nat);
        UserAgent dora = inside("alice", 11, nat);
        assertEquals("REGISTER 200 REGISTER 200", stage.types());
        dora.call(BOB, CallPlan.talk(20).hold(3, 4).whenEnded(ends::add), Label.normal());
        stage.run();
        assertEquals(200, ends.getFirst().status());
        assertTrue(stage.types().endsWith("BYE BYE 200 200"), stage.types());
        assertEquals(0, carl.open() + dora.open());
    }

    private UserAgent inside(String user, int number, Nat nat) {
        UserAgent agent =
                new UserAgent(
                                stage.scene(),
                                Stage.account(user),
                                Profiles.phone(number),
                                new Socket(Host.ipv4(192, 168, 1, number), 5060))
                        .at(nat)
                        .through(server.socket());
        agent.register(RegisterPlan.once(3600), Label.normal());
        stage.run(40);
        return agent;
    }
}
