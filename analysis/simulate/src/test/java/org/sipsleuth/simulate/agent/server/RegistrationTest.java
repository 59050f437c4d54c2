package org.sipsleuth.simulate.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.simulate.agent.Stage;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.truth.Label;

/// A server that asks for passwords, as those meet it who have them and those who do not.
class RegistrationTest extends OneServer {

    @Test
    void registrationIsChallengedRefreshedAndTakenBack() {
        server.challengingRegistrations();
        UserAgent bob = stage.agent("bob", 2).through(server.socket());
        bob.register(RegisterPlan.during(500, 200).withListener(statuses::add), Label.normal());
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
        assertTrue(stage.passed().get(5).signal().field("WWW-Authenticate").orElseThrow().contains("stale=true"));
    }

    @Test
    void wrongPasswordIsChallengedAgainOrRefused() {
        server.challengingRegistrations();
        tryPassword("wrong");
        server.refusingWrongPasswords();
        tryPassword("wrong");
        tryPassword("secret of bob");
        assertEquals(List.of(401, 403, 200), statuses);
        assertEquals("REGISTER 401 ".repeat(3) + "REGISTER 403 REGISTER 401 REGISTER 200", stage.types());
    }

    private void tryPassword(String password) {
        Account bob = Stage.account("bob");
        UserAgent thief = new UserAgent(stage.scene(), bob, Profiles.phone(3), Stage.socket(66)).tapped()
                .through(server.socket());
        thief.request(RequestPlan.of("REGISTER", "sip:example.com")
                .to(bob.address())
                .password(password)
                .whenAnswered(response -> statuses.add(response.status)), Label.normal());
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
        alice.request(RequestPlan.of("REGISTER", "sip:example.com")
                .to(Stage.account(user).address())
                .from(Stage.account(user).address())
                .withoutCredentials()
                .whenAnswered(response -> statuses.add(response.status)), Label.normal());
        stage.run();
    }
}
