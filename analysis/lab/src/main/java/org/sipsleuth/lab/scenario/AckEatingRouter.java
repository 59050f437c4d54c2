package org.sipsleuth.lab.scenario;

import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.server.Nat;
import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;

/// A router at home that takes part in SIP, and loses every ACK on its way in.
final class AckEatingRouter implements Access {

    private final Nat nat;

    AckEatingRouter(Scene scene, Host address, int port) {
        this.nat = new Nat(scene, address, port);
    }

    @Override
    public void join(Socket socket, Node node) {
        nat.join(socket, (signal, from, to) -> {
            if (!signal.isRequest("ACK")) {
                node.receive(signal, from, to);
            }
        });
    }

    @Override
    public void leave(Socket socket) {
        nat.leave(socket);
    }

    @Override
    public void send(Signal signal, Socket from, Socket to) {
        nat.send(signal, from, to);
    }

    @Override
    public boolean reaches(Socket to) {
        return nat.reaches(to);
    }
}
