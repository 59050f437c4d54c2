package org.sipsleuth.simulate.network;

import org.sipsleuth.simulate.message.Signal;

/// A receiver of messages.
@FunctionalInterface
public interface Node {

    /// Receives a message.
    ///
    /// @param from its source, as seen by the network
    /// @param at the socket it was sent to
    void receive(Signal signal, Socket from, Socket at);
}
