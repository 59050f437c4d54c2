package org.sipsleuth.simulate.agent.server;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.dialog.Dialog;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.agent.transaction.SuccessKeeper;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;

/// One side of a call through a B2BUA.
final class Leg {

    private static final int OK = 200;
    private static final int NO_SUCH_DIALOG = 481;
    private static final int OUT_OF_ORDER = 500;
    private static final int GLARE = 491;

    private final Exchange exchange;
    private final Bridge bridge;
    private final boolean isCallee;
    private final Socket media;
    private @Nullable Dialog dialog;
    private @Nullable SuccessKeeper keeper;

    /// The ACK that was sent on this leg for the INVITE of [#ackCseq].
    private @Nullable Signal ack;

    private long ackCseq = -1;

    Leg(Exchange exchange, Bridge bridge, boolean isCallee) {
        this.exchange = exchange;
        this.bridge = bridge;
        this.isCallee = isCallee;
        this.media = exchange.mediaSocket();
    }

    private Leg other() {
        return bridge.other(this);
    }

    void begin(Dialog confirmed) {
        dialog = confirmed;
    }

    @Nullable
    Dialog dialog() {
        return dialog;
    }

    boolean isCallee() {
        return isCallee;
    }

    Socket media() {
        return media;
    }

    /// A session description as sent on this leg.
    @Nullable
    Body described(@Nullable Body body) {
        return exchange.relaysMedia && body != null ? Relay.through(media, body, exchange.describesItself) : body;
    }

    /// Retransmits a 2xx until its ACK arrives, which is then forwarded.
    void accept(ServerTransaction invite, Signal success) {
        if (keeper != null) {
            keeper.stop();
        }
        keeper = new SuccessKeeper(exchange.timers(), invite, success, bridge::hangUp);
    }

    void receive(ServerTransaction transaction) {
        Signal request = transaction.request();
        if (request.method.equals("BYE")) {
            transaction.refuse(OK);
            bridge.receiveBye(this);
        } else if (dialog == null) {
            transaction.refuse(NO_SUCH_DIALOG);
        } else if (!dialog.isInOrder(request)) {
            transaction.refuse(OUT_OF_ORDER);
        } else if (request.method.equals("INVITE") && bridge.isInviting()) {
            transaction.refuse(GLARE);
        } else {
            dialog.refresh(request);
            pass(transaction);
        }
    }

    /// Forwards a request in the other leg's dialog, and its final response back.
    private void pass(ServerTransaction transaction) {
        Signal request = transaction.request();
        Dialog far = Objects.requireNonNull(other().dialog);
        Signal onward = far.request(request.method);
        onward.body = other().described(request.body);
        bridge.fill(onward, request, !isCallee);
        boolean invite = request.method.equals("INVITE");
        if (invite) {
            bridge.inviting(true);
        }
        exchange.send(far, onward, response -> {
            if (!response.isProvisional()) {
                answer(transaction, response, invite);
            }
        });
    }

    private void answer(ServerTransaction transaction, Signal response, boolean invite) {
        boolean success = response.status / 100 == 2;
        if (invite && success && !transaction.isPending()) {
            other().repeatAck(response.cseq); // the same 2xx once more
            return;
        }
        Signal own = transaction.response(response.status);
        own.body = described(response.body);
        bridge.fill(own, response, isCallee);
        if (success) {
            own.contact = bridge.contact(isCallee);
        }
        if (!invite) {
            transaction.send(own);
            return;
        }
        bridge.inviting(false);
        if (success) {
            other().receiveSuccess(response, transaction.request().body == null);
            accept(transaction, own);
            bridge.announceMedia(this, transaction.request().body, response.body);
        } else {
            transaction.send(own);
        }
    }

    /// Receives a 2xx. Its ACK is sent at once, or when that of the other leg arrives.
    ///
    /// @param offers whether the 2xx makes an offer, which the other leg's ACK answers
    void receiveSuccess(Signal success, boolean offers) {
        ackCseq = success.cseq;
        ack = null;
        if (dialog != null) {
            dialog.refresh(success);
        }
        if (!offers) {
            acknowledge(null);
        }
    }

    /// Sends the ACK for the last 2xx, unless it was sent.
    void acknowledge(@Nullable Body body) {
        if (dialog != null && ack == null && ackCseq >= 0) {
            ack = dialog.ack(ackCseq);
            ack.body = described(body);
            exchange.sendAck(dialog, ack);
        }
    }

    /// Handles a retransmitted 2xx.
    void repeatAck(long cseq) {
        if (dialog != null && ack != null && cseq == ackCseq) {
            exchange.sendAckAgain(dialog, ack);
        }
    }

    void receiveAck(Signal received) {
        if (keeper != null && keeper.awaits(received)) {
            keeper.stop();
            other().acknowledge(received.body);
        }
    }

    /// Sends BYE.
    void hangUp() {
        stop();
        if (dialog != null) {
            acknowledge(null);
            Signal bye = dialog.request("BYE");
            exchange.send(dialog, bye, _ -> {});
        }
    }

    void stop() {
        if (keeper != null) {
            keeper.stop();
        }
    }
}
