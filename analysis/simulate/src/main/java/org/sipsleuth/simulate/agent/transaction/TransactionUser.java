package org.sipsleuth.simulate.agent.transaction;

import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;

/// What an element does with requests.
public interface TransactionUser {

    /// Takes a new request, to be answered now or later; never an ACK or CANCEL.
    void take(ServerTransaction transaction);

    /// Takes an ACK for a 2xx, each time it comes.
    void takeAck(Signal ack, Socket from);
}
