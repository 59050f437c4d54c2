package org.sipsleuth.simulate.agent.transaction;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;

/// The server transaction of INVITE (RFC 3261 §17.2.1), which after a 2xx absorbs late requests
/// (RFC 6026 §8.7).
final class InviteServer extends ServerTransaction {

    private enum State {
        PROCEEDING, COMPLETED, CONFIRMED, ACCEPTED
    }

    private State state = State.PROCEEDING;
    private long interval = Timers.T1;
    private @Nullable Signal last;

    InviteServer(Transactions all, Signal request, Socket source, TransactionKey key) {
        super(all, request, source, key);
    }

    @Override
    public void send(Signal response) {
        boolean success = response.status / 100 == 2;
        if (state == State.ACCEPTED && success) {
            put(response);
        }
        if (state != State.PROCEEDING) {
            return;
        }
        if (!response.isProvisional()) {
            settle();
        }
        if (response.isProvisional()) {
            last = response;
        } else if (success) {
            state = State.ACCEPTED;
            last = null;
            patience = all.timers().start(Timers.PATIENCE, this::end); // timer L
        } else {
            state = State.COMPLETED;
            last = response;
            if (!all.isReliable()) {
                repetition = all.timers().start(interval, this::again); // timer G
            }
            patience = all.timers().start(Timers.PATIENCE, this::end); // timer H
        }
        put(response);
    }

    private void again() {
        receiveAgain();
        interval = Math.min(2 * interval, Timers.T2);
        repetition = all.timers().start(interval, this::again);
    }

    @Override
    void receiveAgain() {
        if (last != null) {
            put(last);
        }
    }

    /// Receives an ACK.
    ///
    /// @return false if it is for a 2xx
    boolean receiveAck() {
        if (state == State.COMPLETED) {
            state = State.CONFIRMED;
            last = null;
            endIn(Timers.T4); // timer I
        }
        return state == State.CONFIRMED;
    }

    @Override
    public boolean isPending() {
        return state == State.PROCEEDING;
    }
}
