package org.sipsleuth.simulate.agent;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.dialog.Dialog;
import org.sipsleuth.simulate.agent.transaction.Requester;
import org.sipsleuth.simulate.message.Signal;

/// An INVITE within a dialog (RFC 3261 §14), from its sending to its ACK.
final class ReInvite implements Requester {

    private static final int GLARE = 491;
    private static final int TIMEOUT = 408;
    private static final int NO_SUCH_DIALOG = 481;

    private final Station station;
    private final Dialog dialog;
    private final OpenDialog conversation;
    private final Runnable again;
    private @Nullable Signal ack;

    /// @param again runs some time after both sides sent one at the same time
    ReInvite(Station station, OpenDialog conversation, Runnable again) {
        this.station = station;
        this.dialog = conversation.dialog();
        this.conversation = conversation;
        this.again = again;
    }

    void send(Signal invite) {
        station.send(dialog, invite, this);
    }

    @Override
    public void receive(Signal response) {
        if (response.isProvisional()) {
            return;
        }
        if (ack != null) {
            station.sendAckAgain(dialog, ack);
            return;
        }
        if (response.status / 100 == 2) {
            dialog.refresh(response);
            ack = dialog.ack(response.cseq);
            station.sendAck(dialog, ack);
        }
        conversation.reinvited(response);
        switch (response.status) {
            case GLARE -> conversation.afterGlare(again);
            case TIMEOUT, NO_SUCH_DIALOG -> conversation.hangUp();
            default -> {
            }
        }
    }
}
