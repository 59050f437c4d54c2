package org.sipsleuth.simulate.agent.transaction;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;

/// The client transaction of INVITE (RFC 3261 §17.1.1), which after a 2xx waits for further ones
/// (RFC 6026 §8.4).
final class InviteClient extends ClientTransaction {

    private static final int TERMINATED = 487;
    private static final int TIMEOUT = 408;

    private enum State {
        CALLING, PROCEEDING, COMPLETED, ACCEPTED
    }

    private State state = State.CALLING;
    private long interval = Timers.T1;
    private boolean cancelWanted;
    private boolean cancelSent;
    private @Nullable Signal ack;

    InviteClient(Transactions all, Signal request, Socket to, Requester requester) {
        super(all, request, to, requester);
    }

    @Override
    void start() {
        all.send(request, to);
        repeatIn(interval, this::again); // timer A
        waitFor(Timers.PATIENCE, () -> fail(TIMEOUT)); // timer B
    }

    private void again() {
        all.send(request, to);
        interval *= 2;
        repeatIn(interval, this::again);
    }

    @Override
    void receive(Signal response) {
        switch (state) {
            case CALLING, PROCEEDING -> receiveFirst(response);
            case COMPLETED -> {
                if (ack != null && response.status >= 300) {
                    all.send(ack, to);
                }
            }
            case ACCEPTED -> {
                if (response.status / 100 == 2) {
                    deliver(response);
                }
            }
        }
    }

    private void receiveFirst(Signal response) {
        if (response.isProvisional()) {
            state = State.PROCEEDING;
            stopTimers();
            waitFor(cancelSent ? Timers.PATIENCE : Timers.LONGEST_RINGING,
                    () -> fail(cancelSent ? TERMINATED : TIMEOUT));
            deliver(response);
            if (cancelWanted && state == State.PROCEEDING) {
                sendCancel();
            }
        } else if (response.status / 100 == 2) {
            state = State.ACCEPTED;
            stopTimers();
            waitFor(Timers.PATIENCE, this::end); // timer M
            deliver(response);
        } else {
            state = State.COMPLETED;
            ack = follower("ACK");
            ack.to = response.to;
            all.send(ack, to);
            endIn(Timers.PATIENCE); // timer D
            deliverLast(response);
        }
    }

    @Override
    public void cancel() {
        cancelWanted = true;
        if (state == State.PROCEEDING) {
            sendCancel();
        }
    }

    private void sendCancel() {
        if (!cancelSent) {
            cancelSent = true;
            waitFor(Timers.PATIENCE, () -> fail(TERMINATED));
            all.start(new PlainClient(all, follower("CANCEL"), to, _ -> {}));
        }
    }

    /// An ACK or CANCEL for the INVITE as it was sent (§9.1, §17.1.1.3).
    private Signal follower(String method) {
        Signal follower = new Signal(request.label, request.profile, method, 0, request.callId, request.cseq);
        follower.requestUri = request.requestUri;
        follower.vias.add(request.via());
        follower.from = request.from;
        follower.to = request.to;
        follower.routes = request.routes;
        return follower;
    }
}
