package org.sipsleuth.simulate.agent;

import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.message.Signal;

/// What takes the requests of a dialog.
interface DialogSide {

    /// Takes a request, to be answered.
    void take(ServerTransaction transaction);

    /// Takes an ACK for a 2xx.
    void takeAck(Signal ack);
}
