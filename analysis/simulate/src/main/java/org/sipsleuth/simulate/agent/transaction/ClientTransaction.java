package org.sipsleuth.simulate.agent.transaction;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;

/// A request that was sent, until nothing more can come of it.
public abstract sealed class ClientTransaction permits InviteClient, PlainClient {

    final Transactions all;
    final Signal request;
    final Socket to;
    private @Nullable TransactionKey key;
    private @Nullable Requester requester;

    /// Sends the request again.
    @Nullable Timer repetition;

    /// Ends a phase.
    @Nullable Timer patience;

    private boolean over;

    ClientTransaction(Transactions all, Signal request, Socket to, Requester requester) {
        this.all = all;
        this.request = request;
        this.to = to;
        this.requester = requester;
    }

    /// Once the request has the Via of this element.
    final TransactionKey key() {
        if (key == null) {
            key = TransactionKey.ofResponse(request);
        }
        return key;
    }

    abstract void start();

    abstract void take(Signal response);

    /// Tells somebody else from now on.
    public final void handTo(Requester other) {
        requester = other;
    }

    final void tell(Signal response) {
        if (requester != null) {
            requester.take(response);
        }
    }

    /// Tells the last response there can be.
    final void tellLast(Signal response) {
        Requester last = requester;
        requester = null;
        if (last != null) {
            last.take(response);
        }
    }

    /// The request as it was sent.
    public Signal request() {
        return request;
    }

    /// Takes an INVITE back (RFC 3261 §9.1), as soon as that may be done; 487 comes from its own
    /// side if no final response does. Nothing for other requests.
    public void cancel() {}

    final void repeatIn(long nanos, Runnable action) {
        if (!all.isReliable()) {
            repetition = all.timers().start(nanos, action);
        }
    }

    final void waitFor(long nanos, Runnable action) {
        all.timers().stop(patience);
        patience = all.timers().start(nanos, action);
    }

    final void stopTimers() {
        all.timers().stop(repetition);
        all.timers().stop(patience);
        repetition = null;
        patience = null;
    }

    /// Ends, and answers itself.
    final void fail(int status) {
        if (!over) {
            end();
            tellLast(Signal.response(request, all.profile(), status));
        }
    }

    /// Absorbs what may come late, then ends.
    final void endIn(long nanos) {
        stopTimers();
        if (all.isReliable()) {
            end();
        } else {
            waitFor(nanos, this::end);
        }
    }

    final void end() {
        over = true;
        stopTimers();
        all.remove(this);
    }
}
