package org.sipsleuth.simulate.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.dialog.Credentials;
import org.sipsleuth.simulate.agent.dialog.Dialog;
import org.sipsleuth.simulate.agent.dialog.Session;
import org.sipsleuth.simulate.agent.plan.MidCall;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.agent.transaction.SuccessKeeper;
import org.sipsleuth.simulate.agent.transaction.Timers;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Sdp.Direction;
import org.sipsleuth.simulate.message.Signal;

/// A call from its answer to its end, as one of its sides plays it.
final class Conversation implements OpenDialog {

    private static final int OK = 200;
    private static final int NO_SUCH_DIALOG = 481;
    private static final int OUT_OF_ORDER = 500;
    private static final int GLARE = 491;
    private static final int NOT_IMPLEMENTED = 501;
    private static final long BREATH = Timers.T1;
    private static final long MILLI = 1_000_000L;

    private final Station station;
    private final Dialog dialog;
    private final Session session;
    private final boolean isCaller;
    private final Consumer<Boolean> ended;
    private final List<Timer> planned = new ArrayList<>();
    private @Nullable SuccessKeeper keeper;
    private boolean inviting;
    private boolean transferring;
    private boolean wantsToHangUp;
    private boolean hangsUp;
    private boolean over;

    /// @param ended is called at the end, with whether this side ended the call
    Conversation(Station station, Dialog dialog, Session session, boolean isCaller, Consumer<Boolean> ended) {
        this.station = station;
        this.dialog = dialog;
        this.session = session;
        this.isCaller = isCaller;
        this.ended = ended;
    }

    /// Schedules the actions within the call.
    void begin(List<MidCall> actions, double hangUpSeconds) {
        play();
        for (MidCall action : actions) {
            plan(Scene.nanos(action.atSeconds()), () -> act(action));
        }
        boolean waits = Double.isInfinite(hangUpSeconds);
        plan(waits ? Timers.LONGEST_CALL : Scene.nanos(hangUpSeconds), this::hangUp);
    }

    private void plan(long nanos, Runnable action) {
        planned.add(station.timers().start(nanos, action));
    }

    private void play() {
        if (isCaller) {
            session.play(dialog.callId(), dialog.label(), false);
        }
    }

    /// Sends a 2xx to an INVITE, and waits for its ACK.
    void accept(ServerTransaction invite, Signal success) {
        if (keeper != null) {
            keeper.stop();
        }
        keeper = new SuccessKeeper(station.timers(), invite, success, () -> hangUp(true));
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public Dialog dialog() {
        return dialog;
    }

    void receive(ServerTransaction transaction) {
        Signal request = transaction.request();
        if (request.method.equals("BYE")) {
            if (!station.hangUps.test(transaction)) {
                transaction.refuse(OK);
                finish(false);
            }
        } else if (hangsUp) {
            transaction.refuse(NO_SUCH_DIALOG);
        } else if (!dialog.isInOrder(request)) {
            transaction.refuse(OUT_OF_ORDER);
        } else {
            switch (request.method) {
                case "INVITE" -> receiveInvite(transaction);
                case "UPDATE" -> receiveUpdate(transaction);
                case "REFER" -> station.referrals.accept(this, transaction);
                case "NOTIFY" -> receiveNotify(transaction);
                case "INFO", "OPTIONS", "MESSAGE", "PRACK" -> transaction.refuse(OK);
                default -> transaction.refuse(NOT_IMPLEMENTED);
            }
        }
    }

    private void receiveInvite(ServerTransaction transaction) {
        if (inviting) {
            transaction.refuse(GLARE);
            return;
        }
        dialog.refresh(transaction.request());
        Signal response = transaction.response(OK);
        response.contact = station.contact();
        Body offer = transaction.request().body;
        response.body = offer == null ? session.offer(Direction.SENDRECV) : session.answer(offer);
        accept(transaction, response);
        play();
    }

    private void receiveUpdate(ServerTransaction transaction) {
        Body offer = transaction.request().body;
        if (offer != null && inviting) {
            transaction.refuse(GLARE);
            return;
        }
        dialog.refresh(transaction.request());
        Signal response = transaction.response(OK);
        response.contact = station.contact();
        if (offer != null) {
            response.body = session.answer(offer);
            play();
        }
        transaction.send(response);
    }

    private void receiveNotify(ServerTransaction transaction) {
        transaction.refuse(OK);
        boolean last = transaction.request()
                .field("Subscription-State")
                .filter(state -> state.startsWith("terminated"))
                .isPresent();
        if (transferring && last) {
            hangUp();
        }
    }

    void receiveAck(Signal ack) {
        if (keeper == null || !keeper.awaits(ack)) {
            return;
        }
        keeper.stop();
        if (ack.body != null) {
            session.receiveAnswer(ack.body);
            play();
        }
        if (wantsToHangUp) {
            hangUp();
        }
    }

    /// Performs an action, unless the call is over.
    void act(MidCall action) {
        if (over || hangsUp) {
            return;
        }
        switch (action) {
            case MidCall.Hold hold -> {
                reinvite(Direction.SENDONLY);
                plan(Scene.nanos(hold.forSeconds()), () -> reinvite(Direction.SENDRECV));
            }
            case MidCall.Ask ask -> {
                Signal request = dialog.request(ask.method());
                request.body = ask.body();
                station.send(dialog, request, _ -> {});
            }
            case MidCall.Transfer transfer -> transfer(transfer.target());
        }
    }

    private void reinvite(Direction direction) {
        if (over || hangsUp) {
            return;
        }
        if (inviting || (keeper != null && keeper.isWaiting())) {
            plan(BREATH, () -> reinvite(direction));
            return;
        }
        inviting = true;
        Signal invite = dialog.request("INVITE");
        invite.body = session.offer(direction);
        new ReInvite(station, this, () -> reinvite(direction)).send(invite);
    }

    /// Handles the final response to a re-INVITE of this side.
    @Override
    public void reinvited(Signal response) {
        inviting = false;
        if (response.status / 100 == 2 && response.body != null && !over) {
            session.receiveAnswer(response.body);
            play();
        }
    }

    /// Waits according to RFC 3261 §14.1, the caller longer than the callee.
    @Override
    public void afterGlare(Runnable again) {
        if (!over && !hangsUp) {
            long units = isCaller ? station.draws.between(210, 400) : station.draws.between(0, 200);
            plan(units * 10 * MILLI, again);
        }
    }

    private void transfer(String target) {
        Signal refer = dialog.request("REFER");
        refer.with("Refer-To", "<" + target + ">");
        refer.with("Referred-By", "<" + station.account.uri() + ">");
        transferring = true;
        station.send(dialog, refer, response -> {
            if (response.status / 100 == 2) {
                plan(Timers.PATIENCE, this::hangUp);
            } else if (!response.isProvisional()) {
                transferring = false;
            }
        });
    }

    /// Hangs up; a callee waits for the ACK before that (RFC 3261 §15).
    @Override
    public void hangUp() {
        hangUp(false);
    }

    private void hangUp(boolean atOnce) {
        if (over || hangsUp) {
            return;
        }
        if (!atOnce && keeper != null && keeper.isWaiting()) {
            wantsToHangUp = true;
            return;
        }
        hangsUp = true;
        stopTimers();
        session.stop();
        sendBye(station.credentials(station.account.password()));
    }

    /// Sends BYE, once more with credentials if it is challenged.
    private void sendBye(Credentials credentials) {
        Signal bye = dialog.request("BYE");
        credentials.authorize(bye);
        station.send(dialog, bye, response -> {
            if (Credentials.isChallenge(response) && credentials.accept(response)) {
                sendBye(credentials);
            } else if (!response.isProvisional()) {
                finish(true);
            }
        });
    }

    private void finish(boolean byMe) {
        if (!over) {
            stop();
            ended.accept(byMe || hangsUp);
        }
    }

    /// Ends without sending anything.
    void stop() {
        over = true;
        stopTimers();
        session.stop();
    }

    private void stopTimers() {
        planned.forEach(station.timers()::stop);
        planned.clear();
        if (keeper != null) {
            keeper.stop();
        }
    }
}
