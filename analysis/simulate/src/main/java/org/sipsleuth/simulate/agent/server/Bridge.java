package org.sipsleuth.simulate.agent.server;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.dialog.Dialog;
import org.sipsleuth.simulate.agent.dialog.MediaAnnouncer;
import org.sipsleuth.simulate.agent.transaction.Addresses;
import org.sipsleuth.simulate.agent.transaction.ClientTransaction;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.agent.transaction.Timers;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Signal;

/// One call through a B2BUA: two legs, and the messages forwarded between them.
final class Bridge {

    private static final int TRYING = 100;
    private static final int TERMINATED = 487;

    private final Exchange exchange;
    private final ServerTransaction invite;
    private final Signal onward;
    private final Leg caller;
    private final Leg callee;
    private final Correlation correlation;
    private final MediaAnnouncer announcer;

    /// The ACKs sent to answers of other forks, by their To tag.
    private final Map<String, Signal> forks = new HashMap<>(2);

    private @Nullable ClientTransaction outgoing;
    private @Nullable Timer patience;
    private boolean inviting;
    private boolean over;

    Bridge(Exchange exchange, ServerTransaction invite) {
        Signal request = invite.request();
        this.exchange = exchange;
        this.invite = invite;
        this.onward = exchange.onward(request);
        this.caller = new Leg(exchange, this, false);
        this.callee = new Leg(exchange, this, true);
        this.announcer = exchange.announcer();
        this.correlation = new Correlation(exchange.shared, request, exchange.draws,
                exchange.transport.socket().host().toString());
    }

    void begin() {
        Signal request = invite.request();
        invite.refuse(TRYING);
        invite.whenCancelled(this::cancel);
        onward.contact = contact(true);
        onward.body = callee.described(request.body);
        fill(onward, request, true);
        exchange.begin(new Dialog.Id(request.callId, invite.toTag()), caller);
        exchange.begin(new Dialog.Id(onward.callId, onward.from.tag()), callee);
        patience = exchange.timers().start(Timers.TIMER_C, this::giveUp);
        if (exchange.delaySeconds == 0) {
            callOn();
        } else {
            exchange.scene.in(exchange.draws.exponential(exchange.delaySeconds), this::callOn);
        }
    }

    private void callOn() {
        if (!over) {
            outgoing = exchange.send(onward, this::receive);
        }
    }

    Leg other(Leg leg) {
        return leg == caller ? callee : caller;
    }

    void fill(Signal message, Signal from, boolean toCallee) {
        correlation.fill(message, from, toCallee);
    }

    /// Contact on a leg: the name of who is at the end of the other one.
    String contact(boolean ofCallee) {
        Signal request = invite.request();
        return exchange.contact(Addresses.user(ofCallee ? request.from.uri() : request.to.uri()));
    }

    private void giveUp() {
        if (outgoing != null) {
            outgoing.cancel();
        }
    }

    private void cancel() {
        giveUp();
        invite.refuse(TERMINATED);
        end();
    }

    private void receive(Signal response) {
        if (response.status == TRYING) {
            return;
        }
        if (response.status / 100 == 2) {
            receiveSuccess(response);
        } else if (!over && callee.dialog() == null) {
            correlation.learn(response, exchange.draws);
            Signal own = answer(response);
            if (response.isProvisional()) {
                own.contact = contact(false);
                exchange.timers().stop(patience);
                patience = exchange.timers().start(Timers.TIMER_C, this::giveUp);
            } else {
                own.contact = response.contact; // of a redirection
                end();
            }
            invite.send(own);
        }
    }

    /// A response of the second leg as it goes out on the first.
    private Signal answer(Signal response) {
        Signal own = invite.response(response.status);
        own.body = caller.described(response.body);
        fill(own, response, false);
        return own;
    }

    private void receiveSuccess(Signal response) {
        Dialog known = callee.dialog();
        String tag = response.to.tag();
        if (known != null && known.remoteTag().equals(tag)) {
            callee.repeatAck(response.cseq);
        } else if (known != null || over) {
            refuseFork(response, tag);
        } else {
            confirm(response);
        }
    }

    private void confirm(Signal response) {
        exchange.timers().stop(patience);
        patience = exchange.timers().start(2 * Timers.LONGEST_CALL, this::hangUp);
        correlation.learn(response, exchange.draws);
        callee.begin(Dialog.ofCaller(onward, response, exchange.next));
        callee.receiveSuccess(response, onward.body == null);
        Signal own = answer(response);
        own.contact = contact(false);
        caller.begin(Dialog.ofCallee(invite.request(), own, invite.source(), exchange.firstCseq()));
        caller.accept(invite, own);
        announceMedia(caller, invite.request().body, response.body);
    }

    /// Handles the answer of another fork, or one that arrives after the caller cancelled.
    private void refuseFork(Signal response, String tag) {
        Dialog fork = Dialog.ofCaller(onward, response, exchange.next);
        Signal sent = forks.get(tag);
        if (sent != null) {
            exchange.sendAckAgain(fork, sent);
            return;
        }
        Signal ack = fork.ack(response.cseq);
        forks.put(tag, ack);
        exchange.sendAck(fork, ack);
        exchange.send(fork, fork.request("BYE"), _ -> {});
    }

    boolean isInviting() {
        return inviting;
    }

    void inviting(boolean now) {
        inviting = now;
    }

    /// Announces the media between this element and the callee, if it relays media.
    void announceMedia(Leg offerer, @Nullable Body offer, @Nullable Body answer) {
        if (exchange.relaysMedia && offer != null && answer != null && !over) {
            Body own = offerer == caller ? offer : answer;
            Body others = offerer == caller ? answer : offer;
            announcer.begin(onward.label, onward.callId, callee.media(), own, others, answer);
        }
    }

    void receiveBye(Leg leg) {
        if (over) {
            return;
        }
        if (leg.dialog() == null) { // of an early dialog
            cancel();
            return;
        }
        leg.stop();
        end();
        other(leg).hangUp();
    }

    /// Ends both legs.
    void hangUp() {
        if (!over) {
            end();
            callee.hangUp();
            caller.hangUp();
        }
    }

    private void end() {
        over = true;
        exchange.timers().stop(patience);
        caller.stop();
        callee.stop();
        announcer.end();
        exchange.end(new Dialog.Id(invite.request().callId, invite.toTag()));
        exchange.end(new Dialog.Id(onward.callId, onward.from.tag()));
    }
}
