package org.sipsleuth.simulate.agent.transaction;

import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;

/// What a message finds its transaction by (RFC 3261 §17.1.3, §17.2.3). It knows its hash: a key is
/// looked up again when all that it is made of has left the caches of the processor.
final class TransactionKey {

    private final String branch;
    private final String sentBy;
    private final String method;
    private final int hash;

    private TransactionKey(String branch, String sentBy, String method) {
        this.branch = branch;
        this.sentBy = sentBy;
        this.method = method;
        this.hash = 31 * (31 * branch.hashCode() + sentBy.hashCode()) + method.hashCode();
    }

    /// That of the transaction of a request which is sent, and of its responses.
    static TransactionKey ofResponse(Signal signal) {
        return new TransactionKey(signal.via().branch(), "", signal.method);
    }

    /// That of the transaction of a request which comes in.
    ///
    /// @param method its own, or that of the request which it belongs to
    static TransactionKey ofRequest(Signal request, String method) {
        Via via = request.via();
        return new TransactionKey(via.branch(), via.sentBy(), method);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TransactionKey key && hash == key.hash && branch.equals(key.branch)
                && sentBy.equals(key.sentBy) && method.equals(key.method);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
