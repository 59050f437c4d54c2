package org.sipsleuth.simulate.network;

import org.sipsleuth.simulate.message.Signal;

/// What messages are delivered to.
@FunctionalInterface
public interface Node {

    /// Takes a message.
    ///
    /// @param from where it came from, as the network saw it
    /// @param at the socket it was sent to
    void receive(Signal signal, Socket from, Socket at);
}
