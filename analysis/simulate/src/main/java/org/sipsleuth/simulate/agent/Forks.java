package org.sipsleuth.simulate.agent;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.dialog.Dialog;
import org.sipsleuth.simulate.agent.transaction.Requester;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Signal;

/// The dialogs that one INVITE created, one for each answering phone (RFC 3261 §13.2.2).
final class Forks implements Requester {

    private static final class Fork {
        final Dialog dialog;
        @Nullable Signal ack;
        long lastReliable = -1;

        Fork(Dialog dialog) {
            this.dialog = dialog;
        }
    }

    private final Station station;
    private final Signal invite;
    private final List<Fork> forks = new ArrayList<>(1);

    Forks(Station station, Signal invite) {
        this.station = station;
        this.invite = invite;
    }

    private @Nullable Fork known(String tag) {
        for (Fork fork : forks) {
            if (fork.dialog.remoteTag().equals(tag)) {
                return fork;
            }
        }
        return null;
    }

    private Fork of(Signal response) {
        Fork fork = known(response.to.tag());
        if (fork == null) {
            fork = new Fork(Dialog.ofCaller(invite, response, station.next(invite)));
            forks.add(fork);
        }
        return fork;
    }

    /// Whether somebody with this tag has answered.
    boolean has(String tag) {
        return known(tag) != null;
    }

    /// Acknowledges a provisional response that is sent reliably (RFC 3262 §4).
    ///
    /// @param number its RSeq
    void acknowledge(Signal response, long number) {
        Fork fork = of(response);
        if (number > fork.lastReliable) {
            fork.lastReliable = number;
            Signal prack = fork.dialog.request("PRACK");
            prack.with("RAck", number + " " + response.cseq + " INVITE");
            station.send(fork.dialog, prack, _ -> {});
        }
    }

    /// Retransmits the ACK for a 2xx.
    ///
    /// @return false if none was sent
    boolean acknowledgeAgain(Signal success) {
        Fork fork = known(success.to.tag());
        if (fork == null || fork.ack == null) {
            return false;
        }
        station.sendAckAgain(fork.dialog, fork.ack);
        return true;
    }

    /// Sends the first ACK for a 2xx.
    ///
    /// @param body its session description, or null
    Dialog confirm(Signal success, @Nullable Body body) {
        Fork fork = of(success);
        fork.dialog.confirm(success);
        Signal ack = fork.dialog.ack(success.cseq);
        ack.body = body;
        fork.ack = ack;
        station.sendAck(fork.dialog, ack);
        return fork.dialog;
    }

    /// Receives a response after the call has ended: a 2xx, retransmitted or from another fork,
    /// gets an ACK, and the latter also a BYE.
    @Override
    public void receive(Signal response) {
        if (response.status / 100 == 2 && !acknowledgeAgain(response)) {
            Dialog dialog = confirm(response, null);
            station.send(dialog, dialog.request("BYE"), _ -> {});
        }
    }
}
