package org.sipsleuth.simulate.agent.server;

import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;

/// A NAT: whoever sits behind it is seen at a port of its public address. It lets in what comes to
/// such a port from anywhere.
public final class Nat implements Access {

    /// @param address its public address
    /// @param firstPort the port that the first one behind it is seen at; the others follow
    public Nat(Scene scene, Host address, int firstPort) {}

    /// Is where the capture is made, on its public side.
    public Nat tapped() {
        return this;
    }

    /// Rewrites private addresses in Contact, Via and session descriptions, as an application
    /// layer gateway does.
    public Nat rewriting() {
        return this;
    }

    @Override
    public void join(Socket socket, Node node) {}

    @Override
    public void leave(Socket socket) {}

    @Override
    public void send(Signal signal, Socket from, Socket to) {}

    @Override
    public boolean reaches(Socket to) {
        return true;
    }
}
