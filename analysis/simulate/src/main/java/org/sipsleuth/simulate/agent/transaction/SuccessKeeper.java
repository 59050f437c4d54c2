package org.sipsleuth.simulate.agent.transaction;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.message.Signal;

/// Retransmits the 2xx to an INVITE until its ACK arrives (RFC 3261 §13.3.1.4).
public final class SuccessKeeper {

    private final Timers timers;
    private final ServerTransaction invite;
    private final Signal success;
    private final Runnable unacknowledged;
    private long interval = Timers.T1;
    private @Nullable Timer repetition;
    private @Nullable Timer patience;

    /// Sends it at once.
    ///
    /// @param unacknowledged called if no ACK arrives
    public SuccessKeeper(Timers timers, ServerTransaction invite, Signal success, Runnable unacknowledged) {
        this.timers = timers;
        this.invite = invite;
        this.success = success;
        this.unacknowledged = unacknowledged;
        invite.send(success);
        repetition = timers.start(interval, this::again);
        patience = timers.start(Timers.PATIENCE, this::giveUp);
    }

    private void again() {
        invite.send(success);
        interval = Math.min(2 * interval, Timers.T2);
        repetition = timers.start(interval, this::again);
    }

    private void giveUp() {
        stop();
        unacknowledged.run();
    }

    /// Whether it still waits for the ACK.
    public boolean isWaiting() {
        return patience != null;
    }

    /// Whether this is the ACK that it waits for.
    public boolean awaits(Signal ack) {
        return isWaiting() && ack.cseq == success.cseq;
    }

    /// Stops, because the ACK came or the call is over.
    public void stop() {
        timers.stop(repetition);
        timers.stop(patience);
        repetition = null;
        patience = null;
    }
}
