package org.sipsleuth.lab.scenario;

import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.server.Nat;
import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;

/// A router at home that rewrites the private address in the Contact of REGISTER, and in nothing
/// else: calls arrive, and what is sent to the Contact of their 200 does not.
final class HalfRouter implements Access {

    private final Nat nat;
    private final Socket own;
    private final Socket seen;

    /// @param own the private socket of the one phone behind it
    HalfRouter(Scene scene, Host address, int port, Socket own) {
        this.nat = new Nat(scene, address, port);
        this.own = own;
        this.seen = new Socket(address, port);
    }

    @Override
    public void join(Socket socket, Node node) {
        nat.join(socket, node);
    }

    @Override
    public void leave(Socket socket) {
        nat.leave(socket);
    }

    @Override
    public void send(Signal signal, Socket from, Socket to) {
        Signal sent = signal;
        String contact = signal.contact;
        if (signal.isRequest("REGISTER") && contact != null) {
            sent = signal.copy();
            sent.contact = contact.replace(own.inUri(), seen.inUri());
        }
        nat.send(sent, from, to);
    }

    @Override
    public boolean reaches(Socket to) {
        return nat.reaches(to);
    }
}
