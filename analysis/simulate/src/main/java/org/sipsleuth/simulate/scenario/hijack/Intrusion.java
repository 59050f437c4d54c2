package org.sipsleuth.simulate.scenario.hijack;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.Intruder;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Sdp;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.Label;

/// Acts in calls of others, as one of their sides would.
final class Intrusion {

    private static final int TAG_LENGTH = 10;
    private static final int LEAST_PORT = 10_000;
    private static final int PORTS = 10_000;
    private static final long LEAST_SESSION = 1_000_000_000L;
    private static final long MOST_SESSION = 3_999_999_999L;
    private static final int CSEQS = 30_000;

    private final HijackKind kind;
    private final Intruder intruder;
    private final Attack attack;
    private final SeededRandom draws;
    private final Way way;

    /// @param server the way of requests through it
    /// @param isDirect whether requests go to the phone itself
    /// @param isKnowing whether the tags and branches of the call are known; otherwise they are
    ///     guessed, and the request is refused
    /// @param mediaHost where media are moved to
    /// @param referTo where a party is transferred to
    record Way(Socket server, boolean isDirect, boolean isKnowing, Host mediaHost, String referTo) {}

    Intrusion(HijackKind kind, Intruder intruder, Attack attack, SeededRandom draws, Way way) {
        this.kind = kind;
        this.intruder = intruder;
        this.attack = attack;
        this.draws = draws;
        this.way = way;
    }

    /// The state in which a call can be attacked.
    OverheardCall.State suits() {
        return kind == HijackKind.CANCEL ? OverheardCall.State.RINGING : OverheardCall.State.ANSWERED;
    }

    /// Attacks a call.
    ///
    /// @param asCaller which side it imitates
    void begin(OverheardCall call, boolean asCaller) {
        switch (kind) {
            case BYE -> send(call, "BYE", asCaller, null, null);
            case BYE_FORGED -> forge(call, asCaller);
            case CANCEL -> cancel(call);
            case MEDIA_INVITE -> send(call, "INVITE", asCaller, call.contact(asCaller), offer());
            case MEDIA_UPDATE -> send(call, "UPDATE", asCaller, call.contact(asCaller), offer());
            case CALL_INVITE -> {
                intruder.answerIn(call.invite(false).callId, call.tag(asCaller));
                send(call, "INVITE", asCaller, intruder.contact(), offer());
            }
            case CALL_REFER -> send(call, "REFER", asCaller, intruder.contact(), null);
            case REGISTRATION_ADD, REGISTRATION_REPLACE, CHALLENGE_BYE, CHALLENGE_REGISTER ->
                    throw new IllegalStateException(kind + " attacks no call");
        }
    }

    private Label label(OverheardCall call) {
        return call.label().reachedBy(attack);
    }

    private Body offer() {
        int port = LEAST_PORT + 2 * draws.below(PORTS);
        long session = draws.between(LEAST_SESSION, MOST_SESSION);
        return new Sdp(intruder.profile(), way.mediaHost().toString(), port, session).offer(Sdp.Direction.SENDRECV);
    }

    private void send(OverheardCall call, String method, boolean asCaller, @Nullable String contact,
            @Nullable Body body) {
        Signal request = composed(call, method, asCaller);
        if (request == null) {
            return;
        }
        request.contact = contact;
        request.body = body;
        if (method.equals("REFER")) {
            request.with("Refer-To", "<" + way.referTo() + ">");
        }
        Socket to = way.isDirect() ? call.phone(!asCaller) : way.server();
        Signal ack = acknowledgement(request);
        intruder.send(request, to, response -> {
            if (request.isRequest("INVITE") && response.status / 100 == 2) {
                intruder.acknowledge(ack.copy(), to);
            }
        });
    }

    private @Nullable Signal composed(OverheardCall call, String method, boolean asCaller) {
        Signal like = new Signal(label(call), intruder.profile(), method, 0, "", 0);
        Signal request = call.request(method, asCaller, like, draws.between(1, CSEQS));
        if (request == null) {
            return null;
        }
        if (!way.isKnowing()) {
            request.to = request.to.tagged(draws.token(TAG_LENGTH));
        }
        if (!way.isDirect()) {
            request.routes.addAll(call.routes(asCaller));
        }
        return request;
    }

    private static Signal acknowledgement(Signal request) {
        Signal ack = new Signal(request.label, request.profile, "ACK", 0, request.callId, request.cseq);
        ack.requestUri = request.requestUri;
        ack.from = request.from;
        ack.to = request.to;
        ack.routes.addAll(request.routes);
        return ack;
    }

    /// Sends BYE with the address from which the phone, or the server, expects it. The response
    /// goes there.
    private void forge(OverheardCall call, boolean asCaller) {
        Signal bye = composed(call, "BYE", asCaller);
        if (bye != null) {
            Socket to = way.isDirect() ? call.phone(!asCaller) : way.server();
            Socket from = way.isDirect() ? way.server() : call.phone(asCaller);
            intruder.forge(bye, from, to);
        }
    }

    /// Cancels the INVITE on its way to the server, or from there to the callee.
    private void cancel(OverheardCall call) {
        Signal invite = call.invite(way.isDirect());
        Signal cancel = new Signal(label(call), intruder.profile(), "CANCEL", 0, invite.callId, invite.cseq);
        cancel.requestUri = invite.requestUri;
        cancel.from = invite.from;
        cancel.to = invite.to;
        cancel.routes.addAll(invite.routes);
        if (way.isKnowing()) {
            cancel.vias.add(invite.via());
            intruder.sendAsIs(cancel, way.isDirect() ? call.phone(false) : way.server());
        } else {
            intruder.send(cancel, way.isDirect() ? call.phone(false) : way.server(), _ -> {});
        }
    }
}
