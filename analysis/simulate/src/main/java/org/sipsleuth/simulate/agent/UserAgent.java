package org.sipsleuth.simulate.agent;

import java.util.function.Supplier;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.AnswerPolicy;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.Labels;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Sdp.Direction;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;

/// A phone, a gateway or an attacker's tool: one account at one socket.
///
/// It answers by itself whatever comes in, and ends what it began: a request by its final response
/// or timeout, a call by BYE. Without an outbound proxy it sends to the address in the URI.
public final class UserAgent {

    private final Station station;

    /// Takes its seat; the capture is not made there.
    public UserAgent(Scene scene, Account account, Profile profile, Socket socket) {
        this.station = new Station(scene, account, profile, socket);
        station.newRequests = transaction -> Newcomers.take(station, transaction);
        station.referrals =
                (dialog, transaction) -> new Transferee(station, dialog).take(transaction);
    }

    /// Changes its seat to one where the capture is made.
    public UserAgent tapped() {
        return at(Access.to(station.scene.network(), true));
    }

    /// Changes its seat, such as to one behind a NAT.
    public UserAgent at(Access access) {
        station.transport.become(access);
        return this;
    }

    /// Sends all requests outside of dialogs to a proxy.
    public UserAgent through(Socket proxy) {
        station.proxy = proxy;
        return this;
    }

    /// Says what it does with calls; it answers after 4 s if nothing is said.
    public UserAgent answering(AnswerPolicy policy) {
        station.policy = policy;
        return this;
    }

    /// Says what calls it makes if somebody transfers it; it talks for 30 s if nothing is said.
    public UserAgent whenTransferred(Supplier<CallPlan> plan) {
        station.transferred = plan;
        return this;
    }

    /// Says what the calls are that it makes because somebody transfers it.
    public UserAgent labelling(Labels labels) {
        station.labels = labels;
        return this;
    }

    /// Leaves without a word: what comes for it vanishes, and all that it had begun ends for it.
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

    /// Calls somebody.
    ///
    /// @param target `sip:bob@example.com`, or with a host's address and port
    /// @param label that of this call alone
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
            case "INVITE" ->
                    new OutgoingCall(station, Asking.calling(plan), label, plan::tell)
                            .begin(plan.uri());
            case "SUBSCRIBE" -> throw new IllegalArgumentException("SUBSCRIBE begins a dialog");
            default -> new Asking(station, plan, label).begin();
        }
    }

    /// Subscribes to somebody's state, and takes the notifications.
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

    /// How many calls go on, ringing ones as well: for policies of those who can be busy.
    public int calls() {
        return station.calls();
    }

    /// How many transactions, calls, subscriptions and registrations go on.
    public int open() {
        return station.open();
    }
}
