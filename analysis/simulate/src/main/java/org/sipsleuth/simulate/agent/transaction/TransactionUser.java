package org.sipsleuth.simulate.agent.transaction;

import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;

/// The transaction user (RFC 3261 §5) for incoming requests.
public interface TransactionUser {

    /// Receives a new request, to be answered now or later; never an ACK or CANCEL.
    void receive(ServerTransaction transaction);

    /// Receives an ACK for a 2xx, retransmissions included.
    void receiveAck(Signal ack, Socket from);
}
