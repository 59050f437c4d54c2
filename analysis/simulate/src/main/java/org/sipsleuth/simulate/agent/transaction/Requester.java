package org.sipsleuth.simulate.agent.transaction;

import org.sipsleuth.simulate.message.Signal;

/// Who is told what comes of a request.
@FunctionalInterface
public interface Requester {

    /// Takes a response: any number of provisional ones and a final one; more of those that are
    /// 2xx to INVITE, as they come. A request that nobody answers gets 408 from its own side, one
    /// that cannot be sent 503.
    void take(Signal response);
}
