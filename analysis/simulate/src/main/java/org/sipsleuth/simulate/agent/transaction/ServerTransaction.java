package org.sipsleuth.simulate.agent.transaction;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;
import org.sipsleuth.simulate.network.Socket;

/// A server transaction (RFC 3261 §17.2): a received request and its responses.
public abstract sealed class ServerTransaction permits InviteServer, PlainServer {

    final Transactions all;
    final Signal request;
    final TransactionKey key;
    private final Socket source;
    private String toTag;
    private @Nullable Via seen;
    private @Nullable Runnable cancelled;
    @Nullable Timer repetition;
    @Nullable Timer patience;

    ServerTransaction(Transactions all, Signal request, Socket source, TransactionKey key) {
        this.key = key;
        this.all = all;
        this.request = request;
        this.source = source;
        this.toTag = request.to.tag();
    }

    /// The request as received.
    public final Signal request() {
        return request;
    }

    /// The source of the request.
    public final Socket source() {
        return source;
    }

    /// The topmost Via of the request with `received` and `rport`.
    public final Via seen() {
        if (seen == null) {
            seen = all.seen(request, source);
        }
        return seen;
    }

    /// Sets the action for a CANCEL before the final response to an INVITE; the CANCEL itself is
    /// answered automatically.
    public final void whenCancelled(Runnable action) {
        cancelled = action;
    }

    final void cancel() {
        if (cancelled != null) {
            cancelled.run();
        }
    }

    /// The tag of this side, made when it is first asked for.
    public final String toTag() {
        if (toTag.isEmpty()) {
            toTag = all.identifiers().tag();
        }
        return toTag;
    }

    /// A response of this element, to be filled and sent.
    public final Signal response(int status) {
        Signal response = Signal.response(request, all.profile(), status);
        response.vias.set(0, seen());
        response.recordRoutes = status > 100 && status < 300 ? response.recordRoutes : new ArrayList<>();
        if (status > 100) {
            response.to = response.to.tagged(toTag());
        }
        return response;
    }

    /// Answers with a status and nothing more.
    public final void refuse(int status) {
        send(response(status));
    }

    /// Sends a response: any number of provisional ones, then a final one; later ones are dropped,
    /// except further 2xx to INVITE.
    public abstract void send(Signal response);

    /// Whether it has no final response.
    public abstract boolean isPending();

    /// Handles a retransmission of the request.
    abstract void receiveAgain();

    /// Removes the action for a CANCEL.
    final void settle() {
        cancelled = null;
    }

    final void put(Signal response) {
        Via via = response.via();
        Socket to = source;
        if (via.rport() == 0) {
            Socket sentBy = all.addresses().socket(via.sentBy());
            to = sentBy == null ? source : new Socket(source.host(), sentBy.port());
        }
        all.send(response, to);
    }

    final void stopTimers() {
        all.timers().stop(repetition);
        all.timers().stop(patience);
        repetition = null;
        patience = null;
    }

    /// Absorbs late retransmissions, then ends.
    final void endIn(long nanos) {
        stopTimers();
        if (all.isReliable()) {
            end();
        } else {
            patience = all.timers().start(nanos, this::end);
        }
    }

    final void end() {
        stopTimers();
        all.remove(this);
    }
}
