package org.sipsleuth.simulate.agent.transaction;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;
import org.sipsleuth.simulate.network.Socket;

/// A request that came in, until nothing more can come of it.
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

    /// The request as it came in.
    public final Signal request() {
        return request;
    }

    /// Where it came from.
    public final Socket source() {
        return source;
    }

    /// The topmost Via of the request, and where it was seen to come from.
    public final Via seen() {
        if (seen == null) {
            seen = all.seen(request, source);
        }
        return seen;
    }

    /// Says what happens if an INVITE is cancelled before its final response; the CANCEL itself is
    /// answered.
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
        response.recordRoutes =
                status > 100 && status < 300 ? response.recordRoutes : new ArrayList<>();
        if (status > 100) {
            response.to = response.to.tagged(toTag());
        }
        return response;
    }

    /// Answers with a status and nothing more.
    public final void refuse(int status) {
        send(response(status));
    }

    /// Sends a response: any number of provisional ones, then a final one; what comes after that is
    /// dropped, other 2xx to INVITE aside.
    public abstract void send(Signal response);

    /// Whether it has no final response.
    public abstract boolean isPending();

    /// The request came again.
    abstract void takeAgain();

    /// Lets go what a cancellation would end.
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

    /// Absorbs what may come late, then ends.
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
