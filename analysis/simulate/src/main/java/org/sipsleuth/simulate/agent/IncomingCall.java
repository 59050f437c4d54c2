package org.sipsleuth.simulate.agent;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.dialog.Dialog;
import org.sipsleuth.simulate.agent.dialog.Session;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Sdp.Direction;
import org.sipsleuth.simulate.message.Signal;

/// A call that comes to a user agent (RFC 3261 §13.3).
final class IncomingCall implements DialogSide, Activity {

    private static final int OK = 200;
    private static final int TRYING = 100;
    private static final int NO_SUCH_DIALOG = 481;
    private static final int UNAVAILABLE = 480;
    private static final int TERMINATED = 487;
    private static final double UNTIL_TRYING = 0.2;
    private static final double LONGEST_RINGING = 180;

    private final Station station;
    private final ServerTransaction invite;
    private final Answer answer;
    private final Session session;
    private final List<Timer> planned = new ArrayList<>();
    private @Nullable ReliableRinging reliable;
    private @Nullable Body described;
    private @Nullable Dialog dialog;
    private @Nullable Conversation conversation;

    IncomingCall(Station station, ServerTransaction invite, Answer answer) {
        this.station = station;
        this.invite = invite;
        this.answer = answer;
        this.session = station.session();
    }

    private Dialog.Id id() {
        return new Dialog.Id(invite.request().callId, invite.toTag());
    }

    void begin() {
        station.begin(this);
        station.begin(id(), this);
        invite.whenCancelled(this::cancel);
        if (answer.isReliable() && ReliableRinging.isFor(invite.request())) {
            reliable = new ReliableRinging(station, invite, this::end);
        }
        double first = Math.min(answer.afterSeconds(), LONGEST_RINGING);
        for (Answer.Ringing ringing : answer.ringing()) {
            first = Math.min(first, ringing.afterSeconds());
            plan(ringing.afterSeconds(), () -> ring(ringing));
        }
        if (first > UNTIL_TRYING) {
            invite.refuse(TRYING);
        }
        plan(Math.min(answer.afterSeconds(), LONGEST_RINGING), this::finish);
    }

    private void plan(double seconds, Runnable action) {
        planned.add(station.timers().start(Scene.nanos(seconds), () -> inOrder(action)));
    }

    /// Runs an action once all reliable responses are acknowledged.
    private void inOrder(Runnable action) {
        if (reliable == null) {
            action.run();
        } else {
            reliable.then(action);
        }
    }

    private void ring(Answer.Ringing ringing) {
        Signal response = invite.response(ringing.status());
        response.contact = station.contact();
        if (ringing.media() && invite.request().body != null) {
            response.body = description();
        }
        begin(response);
        if (reliable == null) {
            invite.send(response);
        } else {
            reliable.send(response);
        }
    }

    /// The session description: an answer, or an offer if the caller made none.
    private Body description() {
        if (described == null) {
            Body offer = invite.request().body;
            described = offer == null ? session.offer(Direction.SENDRECV) : session.answer(offer);
        }
        return described;
    }

    private Dialog begin(Signal response) {
        if (dialog == null) {
            dialog = Dialog.ofCallee(invite.request(), response, invite.source(), station.firstCseq());
        }
        return dialog;
    }

    private void finish() {
        int status = answer.status() == 0 ? UNAVAILABLE : answer.status();
        if (status / 100 == 2) {
            accept(status);
            return;
        }
        Signal response = invite.response(status);
        response.contact = answer.contact();
        invite.send(response);
        end();
    }

    private void accept(int status) {
        Signal response = invite.response(status);
        response.contact = station.contact();
        boolean alreadyDescribed = reliable != null && described != null;
        response.body = alreadyDescribed ? null : description();
        Conversation begun = new Conversation(station, begin(response), session, false, _ -> end());
        conversation = begun;
        begun.accept(invite, response);
        begun.begin(answer.actions(), answer.hangUpSeconds());
    }

    /// Handles the CANCEL of the caller.
    private void cancel() {
        if (conversation == null) {
            invite.refuse(TERMINATED);
            end();
        }
    }

    private void end() {
        stop();
        station.end(this);
        station.end(id());
    }

    @Override
    public boolean isCall() {
        return true;
    }

    @Override
    public void stop() {
        planned.forEach(station.timers()::stop);
        if (reliable != null) {
            reliable.stop();
        }
        if (conversation != null) {
            conversation.stop();
        }
    }

    @Override
    public void receive(ServerTransaction transaction) {
        Signal request = transaction.request();
        if (request.method.equals("PRACK") && reliable != null) {
            reliable.receive(transaction);
        } else if (conversation != null) {
            conversation.receive(transaction);
        } else if (request.method.equals("BYE")) { // of an early dialog (§15)
            transaction.refuse(OK);
            cancel();
        } else {
            transaction.refuse(request.method.equals("INVITE") ? NO_SUCH_DIALOG : OK);
        }
    }

    @Override
    public void hangUp() {
        if (conversation != null) {
            conversation.hangUp();
        }
    }

    @Override
    public void receiveAck(Signal ack) {
        if (conversation != null) {
            conversation.receiveAck(ack);
        }
    }
}
