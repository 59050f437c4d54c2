package org.sipsleuth.simulate.agent.transaction;

import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;

/// How an element accesses the network: directly, or through a NAT.
public interface Access {

    /// Attaches an element to its socket.
    void join(Socket socket, Node node);

    /// Frees its socket.
    void leave(Socket socket);

    /// Sends a message.
    ///
    /// @param from the socket of an element that has joined
    void send(Signal signal, Socket from, Socket to);

    /// Whether the destination is reachable; always true over UDP.
    boolean reaches(Socket to);

    /// Directly.
    ///
    /// @param tapped whether the capture is made where the element is
    static Access to(Network network, boolean tapped) {
        return new Access() {
            @Override
            public void join(Socket socket, Node node) {
                if (tapped) {
                    network.joinTapped(socket, node);
                } else {
                    network.join(socket, node);
                }
            }

            @Override
            public void leave(Socket socket) {
                network.leave(socket);
            }

            @Override
            public void send(Signal signal, Socket from, Socket to) {
                network.send(signal, from, to);
            }

            @Override
            public boolean reaches(Socket to) {
                return !network.isReliable() || network.isAttached(to);
            }
        };
    }
}
