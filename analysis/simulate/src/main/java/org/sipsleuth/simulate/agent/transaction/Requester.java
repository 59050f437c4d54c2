package org.sipsleuth.simulate.agent.transaction;

import org.sipsleuth.simulate.message.Signal;

/// Receives the responses to a request.
@FunctionalInterface
public interface Requester {

    /// Receives a response: any number of provisional ones and a final one; for INVITE also further
    /// 2xx responses. A request without a final response gets a local 408, one that cannot be sent
    /// a local 503.
    void receive(Signal response);
}
