package org.sipsleuth.simulate.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.sipsleuth.simulate.agent.Stage;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.CallEnd;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;

/// A server with the accounts of Alice, who is there, and of Bob; what is open at the end of a test
/// is a fault.
abstract class OneServer {

    static final String BOB = "sip:bob@example.com";

    final Stage stage = new Stage();
    final Server server =
            new Server(stage.scene(), Profiles.proxy(), Stage.socket(9), "example.com").serving(Stage.account("alice"))
                    .serving(Stage.account("bob"));
    final UserAgent alice = stage.agent("alice", 1).through(server.socket());
    final List<CallEnd> ends = new ArrayList<>();
    final List<Integer> statuses = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        stage.run();
        assertEquals(0, alice.open() + server.open());
        assertEquals(0, stage.scene().timers().running());
    }

    UserAgent registered(String user, int number) {
        UserAgent agent = stage.agent(user, number).through(server.socket());
        agent.register(RegisterPlan.once(3600), Label.normal());
        stage.run(40);
        stage.passed().clear();
        return agent;
    }

    void call(String target, CallPlan plan) {
        alice.call(target, plan.whenEnded(ends::add), Label.normal());
    }

    String between(int one, int other) {
        Socket first = Stage.socket(one);
        Socket second = Stage.socket(other);
        return Stage.types(stage.passed()
                .stream()
                .filter(p -> (p.from().equals(first) && p.to().equals(second))
                        || (p.from().equals(second) && p.to().equals(first)))
                .toList());
    }
}
