package org.sipsleuth.simulate.agent.transaction;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;

/// A client transaction (RFC 3261 §17.1): a sent request, until no response can follow.
public abstract sealed class ClientTransaction permits InviteClient, PlainClient {

    final Transactions all;
    final Signal request;
    final Socket to;
    private @Nullable TransactionKey key;
    private @Nullable Requester requester;

    /// Retransmits the request.
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

    /// The key; available once the request has the Via of this element.
    final TransactionKey key() {
        if (key == null) {
            key = TransactionKey.ofResponse(request);
        }
        return key;
    }

    abstract void start();

    abstract void receive(Signal response);

    /// Passes all further responses to another requester.
    public final void handTo(Requester other) {
        requester = other;
    }

    final void deliver(Signal response) {
        if (requester != null) {
            requester.receive(response);
        }
    }

    /// Delivers the last possible response.
    final void deliverLast(Signal response) {
        Requester last = requester;
        requester = null;
        if (last != null) {
            last.receive(response);
        }
    }

    /// The request as it was sent.
    public Signal request() {
        return request;
    }

    /// Cancels an INVITE (RFC 3261 §9.1), as soon as that is allowed; it reports 487 by itself if
    /// no final response arrives. No effect on other requests.
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

    /// Ends with a response generated locally.
    final void fail(int status) {
        if (!over) {
            end();
            deliverLast(Signal.response(request, all.profile(), status));
        }
    }

    /// Absorbs late retransmissions, then ends.
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
