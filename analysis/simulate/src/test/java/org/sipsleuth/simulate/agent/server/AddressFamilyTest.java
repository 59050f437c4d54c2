package org.sipsleuth.simulate.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.simulate.agent.Stage;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Path;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;

class AddressFamilyTest {

    private static Socket socket(int number) {
        return new Socket(Host.ipv6(0x20010db800000000L, number), 5060);
    }

    private static UserAgent agent(Stage stage, String user, int number, Server server) {
        return new UserAgent(stage.scene(), Stage.account(user), Profiles.phone(number), socket(number)).tapped()
                .through(server.socket());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void callsOverIpv6GoTheSameWay(boolean tcp) {
        Stage stage = new Stage(1, Path.ofMillis(10, 0, 0), tcp);
        Server server = new Server(stage.scene(), Profiles.proxy(), socket(9), "example.com").recordingRoutes();
        UserAgent alice = agent(stage, "alice", 1, server);
        UserAgent bob = agent(stage, "bob", 2, server).answering(_ -> Answer.atOnce(0.1));
        server.serving(bob.account(), bob.socket());
        alice.call("sip:bob@example.com", CallPlan.talk(5).hold(1, 1), Label.normal());
        stage.run();
        String later = " INVITE 200 ACK INVITE 200 ACK BYE 200";
        String atBob = Stage.types(
                stage.passed().stream().filter(p -> p.from().equals(socket(2)) || p.to().equals(socket(2))).toList());
        assertEquals("INVITE 200 ACK" + later, atBob);
        assertEquals(socket(2).host(), stage.played().getFirst().media().callee().host());
        String first = stage.transcript().getFirst();
        assertTrue(first.contains("SIP/2.0/" + (tcp ? "TCP" : "UDP") + " [2001:db8:"), first);
        assertEquals(0, alice.open() + bob.open() + server.open());
    }
}
