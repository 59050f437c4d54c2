package org.sipsleuth.simulate.agent;

import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.sipsleuth.simulate.agent.dialog.Dialog;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.AnswerPolicy;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.Labels;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Sdp.Direction;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;

/// A phone, a gateway or an attacker's tool: one account at one socket.
///
/// It answers all incoming requests by itself and ends what it started: a request by its final
/// response or a timeout, a call by BYE. Without an outbound proxy it sends to the address in the
/// URI.
public final class UserAgent {

    private static final int PROXY_UNAUTHORIZED = 407;

    private final Station station;

    /// Attaches it to its socket; the capture is not made there.
    public UserAgent(Scene scene, Account account, Profile profile, Socket socket) {
        this.station = new Station(scene, account, profile, socket);
        station.newRequests = transaction -> Newcomers.receive(station, transaction);
        station.referrals = (dialog, transaction) -> new Transferee(station, dialog).receive(transaction);
    }

    /// Moves it to a tapped socket, where the capture is made.
    public UserAgent tapped() {
        return at(Access.to(station.scene.network(), true));
    }

    /// Changes its network access, such as to one behind a NAT.
    public UserAgent at(Access access) {
        station.transport.become(access);
        return this;
    }

    /// Sends all requests outside of dialogs to a proxy.
    public UserAgent through(Socket proxy) {
        station.proxy = proxy;
        return this;
    }

    /// Sets how it answers calls; the default is to answer after 4 s.
    public UserAgent answering(AnswerPolicy policy) {
        station.policy = policy;
        return this;
    }

    /// Sets who may call it; other callers have been answered by that.
    public UserAgent admitting(Predicate<ServerTransaction> callers) {
        station.callers = callers;
        return this;
    }

    /// Sets the plan of the calls it makes when transferred; the default is to talk for 30 s.
    public UserAgent whenTransferred(Supplier<CallPlan> plan) {
        station.transferred = plan;
        return this;
    }

    /// Sets the labels of the calls it makes when transferred.
    public UserAgent labelling(Labels labels) {
        station.labels = labels;
        return this;
    }

    /// Answers each BYE of the other side that carries no credentials with a challenge of its own.
    ///
    /// @param challenge the value of Proxy-Authenticate, or empty for a 407 without one
    /// @param answered is called when a BYE has credentials
    public UserAgent challengingHangUps(Supplier<String> challenge, Runnable answered) {
        station.hangUps = bye -> {
            if (hasCredentials(bye)) {
                answered.run();
                return false;
            }
            return challenges(bye, challenge.get());
        };
        return this;
    }

    private static boolean hasCredentials(ServerTransaction bye) {
        return bye.request().field("Proxy-Authorization").isPresent();
    }

    private static boolean challenges(ServerTransaction bye, String challenge) {
        Signal response = bye.response(PROXY_UNAUTHORIZED);
        bye.send(challenge.isEmpty() ? response : response.with("Proxy-Authenticate", challenge));
        return true;
    }

    /// Hangs up one of its calls, made or answered; no effect once it has ended.
    ///
    /// @param localTag the tag of this side
    public void hangUp(String callId, String localTag) {
        DialogSide side = station.side(new Dialog.Id(callId, localTag));
        if (side != null) {
            side.hangUp();
        }
    }

    /// What it can do in dialogs of others.
    public Intruder intruder() {
        return new Intruder(station);
    }

    /// Sets the status with which it answers MESSAGE, INFO and NOTIFY outside of dialogs, 0 for no
    /// answer; the default is 200.
    public UserAgent answeringRequests(ToIntFunction<Signal> status) {
        station.requestStatus = status;
        return this;
    }

    /// Restarts: all that it does ends without a message, its socket stays.
    public void restart() {
        station.restart();
    }

    /// Leaves without sending anything: messages to it are dropped, and all its activities end.
    public void leave() {
        station.leave();
    }

    public Account account() {
        return station.account;
    }

    public Profile profile() {
        return station.profile;
    }

    public Socket socket() {
        return station.transport.socket();
    }

    /// Makes a call.
    ///
    /// @param target `sip:bob@example.com`, or with a host's address and port
    /// @param label the label of this call alone
    public Call call(String target, CallPlan plan, Label label) {
        OutgoingCall call = new OutgoingCall(station, plan, label, _ -> {});
        call.begin(target);
        return call;
    }

    /// Registers at its domain.
    public void register(RegisterPlan plan, Label label) {
        new Registration(station, plan, label).begin();
    }

    /// Sends a request outside of dialogs: OPTIONS, MESSAGE, PUBLISH, REGISTER, also INVITE of
    /// which nothing more is wanted than the final response: it is cancelled after some seconds,
    /// and its 2xx gets ACK and BYE. For SUBSCRIBE there is [#subscribe].
    public void request(RequestPlan plan, Label label) {
        switch (plan.method()) {
            case "INVITE" -> new OutgoingCall(station, Asking.calling(plan), label, plan::complete).begin(plan.uri());
            case "SUBSCRIBE" -> throw new IllegalArgumentException("SUBSCRIBE begins a dialog");
            default -> new Asking(station, plan, label).begin();
        }
    }

    /// Subscribes to an event package and answers the notifications.
    ///
    /// @param event `presence`, `dialog`, `message-summary` …
    /// @param forSeconds until it unsubscribes
    public void subscribe(String target, String event, double forSeconds, Label label) {
        new Subscription(station, target, event, forSeconds, label).begin();
    }

    /// Makes a request as it would send it, with a description of its media if it is an INVITE,
    /// and does not send it. Who sends it with [org.sipsleuth.simulate.network.Network#send] has
    /// no transaction: no retransmission, no ACK, and responses are dropped.
    public Signal compose(String method, String target, Label label) {
        NameAddress to = new NameAddress("", target);
        Signal request = station.request(method, target, station.account.address(), to, label);
        if (method.equals("INVITE")) {
            request.body = station.session().offer(Direction.SENDRECV);
        }
        station.stamp(request);
        return request;
    }

    /// The number of active calls, ringing ones included: for policies that answer busy.
    public int calls() {
        return station.calls();
    }

    /// The number of active transactions, calls, subscriptions and registrations.
    public int open() {
        return station.open();
    }
}
