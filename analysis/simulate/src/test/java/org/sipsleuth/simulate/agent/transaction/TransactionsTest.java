package org.sipsleuth.simulate.agent.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sipsleuth.simulate.agent.Stage;
import org.sipsleuth.simulate.agent.Stage.Passed;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;
import org.sipsleuth.simulate.network.Path;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;

/// The timers of RFC 3261 §17: a client at host 1, a server at host 2, nothing on the way takes
/// time.
class TransactionsTest {

    private static final Socket CLIENT = Stage.socket(1);
    private static final Socket SERVER = Stage.socket(2);

    private Stage stage = new Stage(1, Path.ofMillis(0, 0, 0), false);

    /// One element that only listens to its transactions.
    private final class Element implements TransactionUser {
        final Transactions transactions;
        final List<ServerTransaction> requests = new ArrayList<>();
        final List<Signal> acks = new ArrayList<>();
        final List<Integer> statuses = new ArrayList<>();

        Element(Socket socket) {
            Transport transport = stage.scene().seat(socket, (signal, from, _) -> receive(signal, from));
            transport.become(Access.to(stage.network(), true));
            transactions = new Transactions(transport, Profiles.phone(0),
                    new Identifiers(stage.draws(), Profiles.phone(0), socket.host()), this);
        }

        private void receive(Signal signal, Socket from) {
            transactions.receive(signal, from);
        }

        ClientTransaction send(String method) {
            return transactions.request(request(method), SERVER, response -> statuses.add(response.status));
        }

        @Override
        public void receive(ServerTransaction transaction) {
            requests.add(transaction);
        }

        @Override
        public void receiveAck(Signal ack, Socket from) {
            acks.add(ack);
        }
    }

    private static Signal request(String method) {
        Signal request = new Signal(Label.normal(), Profiles.phone(0), method, 0, "call", 1);
        request.requestUri = "sip:bob@10.0.0.2:5060";
        request.from = new NameAddress("", "sip:alice@example.com", "a");
        request.to = new NameAddress("", "sip:bob@example.com");
        return request;
    }

    private List<Double> times() {
        return stage.passed().stream().map(Stage::seconds).toList();
    }

    @AfterEach
    void noTimerRuns() {
        stage.run();
        assertEquals(0, stage.scene().timers().running());
    }

    @Test
    void timerADoublesUntilTimerBEndsIt() {
        Element client = new Element(CLIENT);
        client.send("INVITE");
        stage.run();
        assertEquals(List.of(0.0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5), times());
        assertEquals(List.of(408), client.statuses);
        assertEquals(32, stage.seconds());
        assertEquals(0, client.transactions.open());
        Signal first = stage.passed().getFirst().signal();
        stage.passed().forEach(p -> assertSame(first, p.signal()));
    }

    @Test
    void timerEDoublesUpToT2UntilTimerFEndsIt() {
        Element client = new Element(CLIENT);
        client.send("OPTIONS");
        stage.run();
        assertEquals(List.of(0.0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5), times());
        assertEquals(List.of(408), client.statuses);
        assertEquals(0, client.transactions.open());
    }

    @Test
    void timerEIsT2AfterAProvisionalResponse() {
        Element client = new Element(CLIENT);
        Element server = new Element(SERVER);
        client.send("OPTIONS");
        stage.run(0.1);
        server.requests.getFirst().refuse(100);
        stage.run(10);
        List<Double> requests =
                stage.passed().stream().filter(p -> p.signal().isRequest()).map(Stage::seconds).toList();
        assertEquals(List.of(0.0, 0.5, 4.5, 8.5), requests);
    }

    @Test
    void provisionalResponseStopsTimersAAndB() {
        Element client = new Element(CLIENT);
        Element server = new Element(SERVER);
        ClientTransaction invite = client.send("INVITE");
        stage.run(0.1);
        server.requests.getFirst().refuse(180);
        stage.run(100);
        assertEquals("INVITE 180", stage.types());
        invite.cancel();
        stage.run(1);
        assertEquals("INVITE 180 CANCEL 200", stage.types());
    }

    @Test
    void cancelledInviteWithoutFinalResponseEndsByItself() {
        Element client = new Element(CLIENT);
        Element server = new Element(SERVER);
        ClientTransaction invite = client.send("INVITE");
        stage.run(0.1);
        server.requests.getFirst().refuse(180);
        invite.cancel();
        stage.run(40);
        assertEquals(List.of(180, 487), client.statuses);
        assertEquals(0, client.transactions.open());
        server.transactions.stop();
    }

    @Test
    void timerGRepeatsAFinalResponseUntilTimerHEndsIt() {
        Element server = new Element(SERVER);
        Signal invite = request("INVITE");
        invite.vias.add(Via.asking("UDP", CLIENT.inUri(), "z9hG4bKa"));
        stage.network().send(invite, CLIENT, SERVER);
        stage.run(0);
        server.requests.getFirst().refuse(486);
        stage.run();
        assertEquals(List.of(0.0, 0.0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5), times());
        assertEquals(0, server.transactions.open());
    }

    @Test
    void ackEndsTimerGAndTimerIAbsorbsMore() {
        Element client = new Element(CLIENT);
        Element server = new Element(SERVER);
        client.send("INVITE");
        stage.run(0);
        server.requests.getFirst().refuse(486);
        stage.run(1);
        assertEquals("INVITE 486 ACK", stage.types());
        Signal ack = stage.passed().getLast().signal();
        stage.network().send(ack, CLIENT, SERVER);
        stage.run(4.5); // timer I takes 5 s
        assertEquals(0, server.transactions.open());
        assertEquals(1, client.transactions.open());
        assertEquals(List.of(), server.acks);
        stage.run(27); // timer D takes 32 s
        assertEquals(0, client.transactions.open());
    }

    @Test
    void finalResponseThatComesAgainIsAcknowledgedAgain() {
        Element client = new Element(CLIENT);
        Element server = new Element(SERVER);
        client.send("INVITE");
        stage.run(0);
        server.requests.getFirst().refuse(486);
        stage.run(0);
        Signal response = stage.passed().get(1).signal();
        stage.network().send(response, SERVER, CLIENT);
        stage.run(1);
        assertEquals("INVITE 486 ACK 486 ACK", stage.types());
        assertSame(stage.passed().get(2).signal(), stage.passed().get(4).signal());
        assertEquals(List.of(486), client.statuses);
    }

    @Test
    void requestThatComesAgainGetsTheSameResponse() {
        Element client = new Element(CLIENT);
        Element server = new Element(SERVER);
        client.send("OPTIONS");
        stage.run(0);
        server.requests.getFirst().refuse(200);
        stage.run(1);
        stage.network().send(stage.passed().getFirst().signal(), CLIENT, SERVER);
        stage.run(1);
        assertEquals("OPTIONS 200 OPTIONS 200", stage.types());
        assertSame(stage.passed().get(1).signal(), stage.passed().get(3).signal());
        assertEquals(1, server.requests.size());
        assertEquals(List.of(200), client.statuses);
    }

    @Test
    void timersJAndKEndPlainTransactions() {
        Element client = new Element(CLIENT);
        Element server = new Element(SERVER);
        client.send("OPTIONS");
        stage.run(0);
        server.requests.getFirst().refuse(200);
        stage.run(4.9);
        assertEquals(1, client.transactions.open());
        stage.run(0.2);
        assertEquals(0, client.transactions.open());
        stage.run(26.8);
        assertEquals(1, server.transactions.open());
        stage.run(0.2);
        assertEquals(0, server.transactions.open());
    }

    @Test
    void overTcpNothingIsSentTwiceAndTransactionsEndAtOnce() {
        stage = new Stage(1, Path.ofMillis(0, 0, 0), true);
        Element client = new Element(CLIENT);
        Element server = new Element(SERVER);
        client.send("OPTIONS");
        stage.run(5);
        assertEquals("OPTIONS", stage.types());
        assertEquals("TCP", stage.passed().getFirst().signal().via().transport());
        server.requests.getFirst().refuse(200);
        stage.run(0);
        assertEquals(0, client.transactions.open() + server.transactions.open());
        client.send("INVITE");
        stage.run(5);
        server.requests.get(1).refuse(486);
        stage.run(0);
        assertEquals("OPTIONS 200 INVITE 486 ACK", stage.types());
        assertEquals(0, client.transactions.open() + server.transactions.open());
    }

    @Test
    void overTcpNobodyIsNoticedAtOnce() {
        stage = new Stage(1, Path.ofMillis(0, 0, 0), true);
        Element client = new Element(CLIENT);
        client.send("INVITE");
        stage.run();
        assertEquals(List.of(503), client.statuses);
        assertEquals("", stage.types());
    }

    @Test
    void severalSuccessesReachTheCaller() {
        Element client = new Element(CLIENT);
        Element server = new Element(SERVER);
        client.send("INVITE");
        stage.run(0);
        ServerTransaction invite = server.requests.getFirst();
        Signal success = invite.response(200);
        invite.send(success);
        stage.run(1);
        invite.send(success);
        stage.run(1);
        assertEquals(List.of(200, 200), client.statuses);
    }

    @Test
    void cancelOfNothingIsRefused() {
        Element client = new Element(CLIENT);
        new Element(SERVER);
        client.send("CANCEL");
        stage.run(1);
        assertEquals(List.of(481), client.statuses);
    }

    @Test
    void responsesCarryTheSourceOfTheRequest() {
        Element client = new Element(CLIENT);
        Element server = new Element(SERVER);
        client.send("OPTIONS");
        stage.run(0);
        server.requests.getFirst().refuse(200);
        Via via = stage.passed().get(1).signal().via();
        assertEquals("10.0.0.1", via.received());
        assertEquals(5060, via.rport());
    }

    @Test
    void requestsThatDoNotAskGetTheirResponseAtThePortOfVia() {
        Element server = new Element(SERVER);
        Signal options = request("OPTIONS");
        options.vias.add(new Via("UDP", "10.9.9.9:5070", "z9hG4bKb", "", 0));
        stage.network().send(options, CLIENT, SERVER);
        stage.run(0);
        server.requests.getFirst().refuse(200);
        Passed response = stage.passed().getLast();
        assertEquals(new Socket(CLIENT.host(), 5070), response.to());
        assertEquals("10.0.0.1", response.signal().via().received());
        assertTrue(response.signal().via().rport() == 0);
    }
}
