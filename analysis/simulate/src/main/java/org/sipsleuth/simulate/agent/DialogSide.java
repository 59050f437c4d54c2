package org.sipsleuth.simulate.agent;

import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.message.Signal;

/// Receives the requests of a dialog.
interface DialogSide {

    /// Receives a request, which it must answer.
    void receive(ServerTransaction transaction);

    /// Ends the call, if it is one; no effect otherwise.
    default void hangUp() {}

    /// Receives an ACK for a 2xx.
    void receiveAck(Signal ack);
}
