package org.sipsleuth.simulate.agent;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.dialog.Credentials;
import org.sipsleuth.simulate.agent.dialog.Dialog;
import org.sipsleuth.simulate.agent.dialog.Session;
import org.sipsleuth.simulate.agent.plan.CallEnd;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.MidCall;
import org.sipsleuth.simulate.agent.transaction.Addresses;
import org.sipsleuth.simulate.agent.transaction.ClientTransaction;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Field;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Sdp.Direction;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.truth.Label;

/// A call that a user agent makes (RFC 3261 §13.2).
final class OutgoingCall implements Call, DialogSide, Activity {

    private static final int OK = 200;
    private static final int NO_SUCH_DIALOG = 481;
    private static final int TERMINATED = 487;
    private static final double LONGEST_PATIENCE = 10_800;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Station station;
    private final CallPlan plan;
    private final Label label;
    private final Consumer<Signal> whenFinal;
    private final Session session;
    private final Credentials credentials;

    private Signal invite;
    private Forks forks;
    private @Nullable ClientTransaction transaction;
    private @Nullable Timer patience;
    private @Nullable Conversation conversation;
    private long answeredNanos;
    private int redirections;
    private boolean givesUp;
    private boolean over;

    /// @param whenFinal is called with the final response
    OutgoingCall(Station station, CallPlan plan, Label label, Consumer<Signal> whenFinal) {
        this.station = station;
        this.plan = plan;
        this.label = label;
        this.whenFinal = whenFinal;
        this.session = station.session();
        this.credentials = station.credentials(station.account.password());
        NameAddress from = plan.from();
        NameAddress caller = from == null ? station.account.address() : from;
        this.invite = station.request("INVITE", "", caller, caller, label);
        this.forks = new Forks(station, invite);
        this.redirections = plan.redirections();
    }

    /// Adds a header field to the INVITE.
    void with(String name, String value) {
        invite.with(name, value);
    }

    void begin(String target) {
        invite.requestUri = target;
        invite.to = new NameAddress("", target);
        if (plan.isReliable()) {
            invite.with("Supported", "100rel");
        }
        for (Field field : plan.fields()) {
            invite.with(field.name(), field.value());
        }
        if (!plan.offersLate()) {
            invite.body = session.offer(Direction.SENDRECV);
        }
        station.begin(this);
        station.begin(id(), this);
        double seconds = Math.min(plan.patienceSeconds(), LONGEST_PATIENCE);
        patience = station.timers().start(Scene.nanos(seconds), this::giveUp);
        transaction = station.send(invite, this::receive);
    }

    private Dialog.Id id() {
        return new Dialog.Id(invite.callId, invite.from.tag());
    }

    private void receive(Signal response) {
        if (response.isProvisional()) {
            if (!over && response.status > 100 && conversation == null) {
                receiveProvisional(response);
            }
        } else if (response.status / 100 == 2) {
            receiveSuccess(response);
        } else if (!over && conversation == null && !tryAgain(response)) {
            whenFinal.accept(response);
            end(response.status);
        }
    }

    private void receiveProvisional(Signal response) {
        if (response.body != null && invite.body != null && !session.isAgreed()) {
            session.receiveAnswer(response.body);
            session.play(invite.callId, label, true);
        }
        Optional<String> number = response.field("RSeq");
        if (number.isPresent() && !response.to.tag().isEmpty()) {
            forks.acknowledge(response, Long.parseLong(number.get()));
        }
    }

    private void receiveSuccess(Signal response) {
        if (conversation != null || over) {
            forks.receive(response);
            return;
        }
        Body answer = null;
        if (response.body != null) {
            if (invite.body == null) {
                answer = session.answer(response.body);
            } else {
                session.receiveAnswer(response.body);
            }
        }
        converse(forks.confirm(response, answer), response);
    }

    private void converse(Dialog dialog, Signal response) {
        station.timers().stop(patience);
        answeredNanos = station.scene.timeline().nowNanos();
        conversation = new Conversation(station, dialog, session, true, byMe -> end(OK, byMe));
        whenFinal.accept(response);
        if (givesUp) {
            conversation.hangUp();
        } else {
            conversation.begin(plan.actions(), plan.talkSeconds());
        }
    }

    /// Whether another INVITE follows: with credentials, or to where it is redirected.
    private boolean tryAgain(Signal response) {
        if (givesUp) {
            return false;
        }
        boolean challenge = Credentials.isChallenge(response);
        String contact = response.contact;
        boolean redirected = response.status / 100 == 3 && contact != null && redirections > 0
                && station.knowsWayTo(Addresses.uri(contact));
        boolean answered = challenge && plan.answersChallenges() && credentials.accept(response);
        if (!redirected && !answered) {
            return false;
        }
        Signal next = Credentials.again(invite);
        if (redirected && contact != null) {
            redirections--;
            next.requestUri = Addresses.uri(contact);
        }
        credentials.authorize(next);
        invite = next;
        forks = new Forks(station, next);
        transaction = station.send(next, this::receive);
        return true;
    }

    private void giveUp() {
        givesUp = true;
        if (transaction != null) {
            transaction.cancel();
        }
    }

    private void end(int status) {
        end(status, givesUp);
    }

    private void end(int status, boolean byMe) {
        double seconds = 0;
        if (conversation != null) {
            seconds = (station.scene.timeline().nowNanos() - answeredNanos) / NANOS_PER_SECOND;
        }
        int finalStatus = givesUp && status != OK ? TERMINATED : status;
        stop();
        station.end(this);
        station.end(id());
        if (transaction != null) {
            transaction.handTo(forks); // what comes late
        }
        plan.complete(new CallEnd(invite.callId, finalStatus, seconds, byMe));
    }

    @Override
    public boolean isCall() {
        return true;
    }

    @Override
    public void stop() {
        over = true;
        station.timers().stop(patience);
        session.stop();
        if (conversation != null) {
            conversation.stop();
        }
    }

    @Override
    public void receive(ServerTransaction request) {
        String tag = request.request().from.tag();
        if (conversation != null && conversation.dialog().remoteTag().equals(tag)) {
            conversation.receive(request);
        } else if (forks.has(tag) && !request.request().method.equals("INVITE")) {
            request.refuse(OK);
        } else {
            request.refuse(NO_SUCH_DIALOG);
        }
    }

    @Override
    public void receiveAck(Signal ack) {
        if (conversation != null) {
            conversation.receiveAck(ack);
        }
    }

    @Override
    public String callId() {
        return invite.callId;
    }

    @Override
    public void hangUp() {
        if (over) {
            return;
        }
        if (conversation != null) {
            conversation.hangUp();
        } else {
            giveUp();
        }
    }

    @Override
    public void act(MidCall action) {
        if (conversation != null) {
            conversation.act(action);
        }
    }
}
