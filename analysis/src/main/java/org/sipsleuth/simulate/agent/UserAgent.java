package org.sipsleuth.simulate.agent;

import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.truth.Label;

/// A phone, a gateway or an attacker's tool: one account at one socket.
///
/// It answers by itself whatever comes in, and ends what it began: a request by its final response
/// or timeout, a call by BYE. Without an outbound proxy it sends to the address in the URI.
public final class UserAgent implements Node {

    private final Scene scene;
    private final Account account;
    private final Profile profile;
    private final Socket socket;

    /// Takes its seat; the capture is not made there.
    public UserAgent(Scene scene, Account account, Profile profile, Socket socket) {
        this.scene = scene;
        this.account = account;
        this.profile = profile;
        this.socket = socket;
    }

    /// Changes its seat to one where the capture is made.
    public UserAgent tapped() {
        return at(Access.to(scene.network(), true));
    }

    /// Changes its seat, such as to one behind a NAT.
    public UserAgent at(Access itsAccess) {
        return this;
    }

    /// Sends all requests outside of dialogs to a proxy.
    public UserAgent through(Socket proxy) {
        return this;
    }

    /// Says what it does with calls; it answers after some seconds if nothing is said.
    public UserAgent answering(AnswerPolicy policy) {
        return this;
    }

    /// Says what the calls are that it makes because somebody transfers it.
    public UserAgent labelling(Labels itsLabels) {
        return this;
    }

    /// Leaves without a word: what comes for it vanishes, and all that it had begun ends for it.
    public void leave() {}

    public Account account() {
        return account;
    }

    public Profile profile() {
        return profile;
    }

    public Socket socket() {
        return socket;
    }

    /// Calls somebody.
    ///
    /// @param target `sip:bob@example.com`, or with a host's address and port
    /// @param label that of this call alone
    public Call call(String target, CallPlan plan, Label label) {
        String callId = compose("INVITE", target, label).callId;
        return new Call() {
            @Override
            public String callId() {
                return callId;
            }

            @Override
            public void hangUp() {}

            @Override
            public void act(MidCall action) {}
        };
    }

    /// Registers at its domain.
    public void register(RegisterPlan plan, Label label) {}

    /// Sends a request outside of dialogs: OPTIONS, MESSAGE, PUBLISH, also REGISTER or INVITE of
    /// which nothing more is wanted than the final response (its 2xx gets ACK and BYE).
    public void request(RequestPlan plan, Label label) {}

    /// Subscribes to somebody's state, and takes the notifications.
    ///
    /// @param event `presence`, `dialog`, `message-summary` …
    /// @param forSeconds until it unsubscribes
    public void subscribe(String target, String event, double forSeconds, Label label) {}

    /// Makes a request as it would send it, with a description of its media if it is an INVITE,
    /// and does not send it. Who sends it with [org.sipsleuth.simulate.network.Network#send] has
    /// no transaction: no retransmission, no ACK, and responses are dropped.
    public Signal compose(String method, String target, Label label) {
        return new Signal(label, profile, method, 0, target, 1);
    }

    /// How many transactions, calls, subscriptions and registrations go on.
    public int open() {
        return 0;
    }

    @Override
    public void receive(Signal signal, Socket from, Socket at) {}
}
