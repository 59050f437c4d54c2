package org.sipsleuth.simulate.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.simulate.agent.Stage;
import org.sipsleuth.simulate.agent.Stage.Passed;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;

/// Users behind a translator of addresses.
class NatTest extends OneServer {

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
        assertEquals(List.of(),
                stage.transcript()
                        .stream()
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
        UserAgent agent = new UserAgent(stage.scene(), Stage.account(user), Profiles.phone(number),
                new Socket(Host.ipv4(192, 168, 1, number), 5060)).at(nat).through(server.socket());
        agent.register(RegisterPlan.once(3600), Label.normal());
        stage.run(40);
        return agent;
    }
}
