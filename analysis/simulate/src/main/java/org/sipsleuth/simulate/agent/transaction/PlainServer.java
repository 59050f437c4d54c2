package org.sipsleuth.simulate.agent.transaction;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;

/// The server transaction of all requests but INVITE (RFC 3261 §17.2.2).
final class PlainServer extends ServerTransaction {

    private boolean pending = true;
    private @Nullable Signal last;

    PlainServer(Transactions all, Signal request, Socket source, TransactionKey key) {
        super(all, request, source, key);
    }

    @Override
    public void send(Signal response) {
        if (!pending) {
            return;
        }
        last = response;
        put(response);
        if (!response.isProvisional()) {
            pending = false;
            endIn(Timers.PATIENCE); // timer J
        }
    }

    @Override
    void receiveAgain() {
        if (last != null) {
            put(last);
        }
    }

    @Override
    public boolean isPending() {
        return pending;
    }
}
