package org.sipsleuth.simulate.agent.transaction;

import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;

/// The client transaction of all requests but INVITE (RFC 3261 §17.1.2).
final class PlainClient extends ClientTransaction {

    private static final int TIMEOUT = 408;

    private enum State {
        TRYING, PROCEEDING, COMPLETED
    }

    private State state = State.TRYING;
    private long interval = Timers.T1;

    PlainClient(Transactions all, Signal request, Socket to, Requester requester) {
        super(all, request, to, requester);
    }

    @Override
    void start() {
        all.send(request, to);
        repeatIn(interval, this::again); // timer E
        waitFor(Timers.PATIENCE, () -> fail(TIMEOUT)); // timer F
    }

    private void again() {
        all.send(request, to);
        interval = state == State.PROCEEDING ? Timers.T2 : Math.min(2 * interval, Timers.T2);
        repeatIn(interval, this::again);
    }

    @Override
    void receive(Signal response) {
        if (state == State.COMPLETED) {
            return;
        }
        if (response.isProvisional()) {
            state = State.PROCEEDING;
            deliver(response);
        } else {
            state = State.COMPLETED;
            endIn(Timers.T4); // timer K
            deliverLast(response);
        }
    }
}
