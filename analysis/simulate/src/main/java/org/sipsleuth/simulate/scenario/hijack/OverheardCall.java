package org.sipsleuth.simulate.scenario.hijack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.transaction.Addresses;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;

/// A call of others as somebody knows it who saw its messages at the server: enough to write
/// requests that its phones accept.
final class OverheardCall {

    /// How far a call is.
    enum State {
        TRIED, RINGING, ANSWERED, OVER
    }

    private final Socket server;
    private Signal invite;
    private Socket caller;
    private @Nullable Signal forwarded;
    private @Nullable Socket callee;
    private @Nullable Signal success;
    private State state = State.TRIED;
    private long callerCseq;
    private long calleeCseq;

    /// @param invite as the caller sent it to the server
    OverheardCall(Signal invite, Socket caller, Socket server) {
        this.server = server;
        this.invite = invite;
        this.caller = caller;
        this.callerCseq = invite.cseq;
    }

    /// Takes in a further message of it.
    void see(Signal signal, Socket from, Socket to) {
        if (signal.isRequest()) {
            seeRequest(signal, from, to);
        } else if (signal.method.equals("INVITE") && from.equals(callee) && state != State.OVER) {
            seeResponse(signal);
        }
    }

    private void seeRequest(Signal request, Socket from, Socket to) {
        if (request.method.equals("BYE") || request.method.equals("CANCEL")) {
            state = State.OVER;
        } else if (request.to.tag().isEmpty() && request.method.equals("INVITE")) {
            if (to.equals(server)) { // again, with credentials
                invite = request;
                caller = from;
                callerCseq = request.cseq;
            } else {
                forwarded = request;
                callee = to;
            }
        } else if (!request.method.equals("ACK")) {
            if (request.from.tag().equals(invite.from.tag())) {
                callerCseq = Math.max(callerCseq, request.cseq);
            } else {
                calleeCseq = Math.max(calleeCseq, request.cseq);
            }
        }
    }

    private void seeResponse(Signal response) {
        if (response.status >= 300) {
            state = State.OVER;
        } else if (response.status >= 200) {
            if (response.cseq == invite.cseq) {
                success = response;
                state = State.ANSWERED;
            }
        } else if (response.status > 100 && state == State.TRIED) {
            state = State.RINGING;
        }
    }

    State state() {
        return state;
    }

    Label label() {
        return invite.label;
    }

    /// The phone of one side.
    Socket phone(boolean ofCaller) {
        return ofCaller || callee == null ? caller : callee;
    }

    /// The INVITE as it passes one side, which is what a CANCEL must match.
    ///
    /// @param toCallee on its way from the server to the callee
    Signal invite(boolean toCallee) {
        return toCallee && forwarded != null ? forwarded : invite;
    }

    /// The tag of one side.
    String tag(boolean ofCaller) {
        return ofCaller || success == null ? invite.from.tag() : success.to.tag();
    }

    /// The value of Contact of one side.
    @Nullable
    String contact(boolean ofCaller) {
        return ofCaller || success == null ? invite.contact : success.contact;
    }

    /// The route of a request through the servers that stay in the path.
    List<String> routes(boolean fromCaller) {
        List<String> routes = new ArrayList<>(success == null ? List.of() : success.recordRoutes);
        return fromCaller ? routes.reversed() : routes;
    }

    /// A request of this dialog as one of its sides would send it next, without Via, Route and
    /// Contact. Before the answer there is no dialog, and it is null.
    ///
    /// @param asCaller which side it imitates
    /// @param like a message of the sender, whose profile and label it has
    @Nullable
    Signal request(String method, boolean asCaller, Signal like, long leastCseq) {
        Signal answer = success;
        if (answer == null) {
            return null;
        }
        long cseq = asCaller ? ++callerCseq : Math.max(++calleeCseq, leastCseq);
        if (!asCaller) {
            calleeCseq = cseq;
        }
        Signal request = new Signal(like.label, like.profile, method, 0, invite.callId, cseq);
        request.from = asCaller ? invite.from : answer.to;
        request.to = asCaller ? answer.to : invite.from;
        String target = contact(!asCaller);
        request.requestUri = target == null ? request.to.uri() : Addresses.uri(target);
        return request;
    }
}
