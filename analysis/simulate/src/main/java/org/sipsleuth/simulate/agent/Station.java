package org.sipsleuth.simulate.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.dialog.Credentials;
import org.sipsleuth.simulate.agent.dialog.Dialog;
import org.sipsleuth.simulate.agent.dialog.MediaAnnouncer;
import org.sipsleuth.simulate.agent.dialog.Session;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.AnswerPolicy;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.Labels;
import org.sipsleuth.simulate.agent.transaction.ClientTransaction;
import org.sipsleuth.simulate.agent.transaction.Identifiers;
import org.sipsleuth.simulate.agent.transaction.Requester;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.agent.transaction.Timers;
import org.sipsleuth.simulate.agent.transaction.TransactionUser;
import org.sipsleuth.simulate.agent.transaction.Transactions;
import org.sipsleuth.simulate.agent.transaction.Transport;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Sdp;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;

/// The state that all activities of one user agent share; dispatches the requests it receives.
final class Station implements Node, TransactionUser {

    private static final int LEAST_RTP_PORT = 10_000;
    private static final int RTP_PORTS = 10_000;
    private static final int FIRST_CSEQS = 30_000;
    private static final long LEAST_SESSION = 1_000_000_000L;
    private static final long MOST_SESSION = 3_999_999_999L;
    private static final double USUAL_RINGING = 0.3;
    private static final double USUAL_ANSWER = 4;
    private static final double USUAL_TALK = 30;
    private static final int OK = 200;
    private static final int NO_SUCH_DIALOG = 481;
    private static final int NOT_IMPLEMENTED = 501;

    final Scene scene;
    final Account account;
    final Profile profile;
    final Transport transport;
    final SeededRandom draws;
    private final Identifiers identifiers;
    private final Transactions transactions;
    private final Map<Dialog.Id, DialogSide> sides = new HashMap<>();
    private final Set<Activity> activities = new LinkedHashSet<>();
    private int rtpPorts;

    AnswerPolicy policy = _ -> Answer.pickUp(USUAL_RINGING, USUAL_ANSWER);
    Labels labels = Labels.alike();
    Supplier<CallPlan> transferred = () -> CallPlan.talk(USUAL_TALK);
    @Nullable Socket proxy;

    /// Answers the BYE of another side instead of it; false if it leaves that to the call.
    Predicate<ServerTransaction> hangUps = _ -> false;

    /// Whether a call is taken; if not, it has answered the call itself.
    Predicate<ServerTransaction> callers = _ -> true;

    /// The status with which a MESSAGE, INFO or NOTIFY outside of dialogs is answered; 0 for none.
    ToIntFunction<Signal> requestStatus = _ -> OK;

    /// Takes requests outside of dialogs.
    Consumer<ServerTransaction> newRequests = transaction -> transaction.refuse(NO_SUCH_DIALOG);

    /// Takes REFER requests in a dialog.
    BiConsumer<OpenDialog, ServerTransaction> referrals = (_, transaction) -> transaction.refuse(NOT_IMPLEMENTED);

    Station(Scene scene, Account account, Profile profile, Socket socket) {
        this.scene = scene;
        this.account = account;
        this.profile = profile;
        this.draws = scene.drawsOfNext();
        this.transport = scene.seat(socket, this);
        this.identifiers = new Identifiers(draws, profile, socket.host());
        this.transactions = new Transactions(transport, profile, identifiers, this);
        this.rtpPorts = draws.below(RTP_PORTS);
    }

    Timers timers() {
        return scene.timers();
    }

    /// The number of active transactions and other activities.
    int open() {
        return transactions.open() + activities.size();
    }

    void leave() {
        transport.leave();
        restart();
    }

    /// Ends all that it does, without sending anything.
    void restart() {
        transactions.stop();
        List<Activity> all = new ArrayList<>(activities);
        all.forEach(Activity::stop);
        activities.clear();
        sides.clear();
    }

    void begin(Activity activity) {
        activities.add(activity);
    }

    void end(Activity activity) {
        activities.remove(activity);
    }

    void begin(Dialog.Id dialog, DialogSide side) {
        sides.put(dialog, side);
    }

    /// The side of a dialog that is here, or null.
    @Nullable
    DialogSide side(Dialog.Id dialog) {
        return sides.get(dialog);
    }

    void end(Dialog.Id dialog) {
        sides.remove(dialog);
    }

    String contact() {
        return transport.contact(account.user());
    }

    Credentials credentials(String password) {
        return credentials(account.user(), password);
    }

    Credentials credentials(String user, String password) {
        return new Credentials(user, password, draws);
    }

    long firstCseq() {
        return draws.between(1, FIRST_CSEQS);
    }

    /// A media session with a port of its own.
    Session session() {
        Socket socket = transport.socket();
        int port = LEAST_RTP_PORT + 2 * (rtpPorts++ % RTP_PORTS);
        long number = draws.between(LEAST_SESSION, MOST_SESSION);
        return new Session(new Sdp(profile, socket.host().toString(), port, number), new Socket(socket.host(), port),
                new MediaAnnouncer(scene.network(), transport.addresses()));
    }

    /// A request outside of dialogs, without Via.
    Signal request(String method, String uri, NameAddress from, NameAddress to, Label label) {
        Signal request = new Signal(label, profile, method, 0, identifiers.callId(), firstCseq());
        request.requestUri = uri;
        request.from = from.tagged(identifiers.tag());
        request.to = to;
        if (!method.equals("MESSAGE")) {
            request.contact = contact();
        }
        return request;
    }

    /// Sends a request outside of dialogs.
    ClientTransaction send(Signal request, Requester requester) {
        return transactions.request(request, next(request), requester);
    }

    /// Whether it has a route to a URI.
    boolean knowsWayTo(String uri) {
        return proxy != null || transport.addresses().socket(uri) != null;
    }

    /// The number of active calls.
    int calls() {
        int calls = 0;
        for (Activity activity : activities) {
            if (activity.isCall()) {
                calls++;
            }
        }
        return calls;
    }

    /// The next hop of a request outside of dialogs.
    Socket next(Signal request) {
        if (proxy != null) {
            return proxy;
        }
        Socket next = transport.addresses().socket(request.requestUri);
        if (next == null) {
            throw new IllegalStateException(
                    "%s names no address, and %s knows no proxy".formatted(request.requestUri, account.uri()));
        }
        return next;
    }

    /// Sends a request within a dialog.
    ClientTransaction send(Dialog dialog, Signal request, Requester requester) {
        return transactions.request(request, dialog.next(transport.addresses()), requester);
    }

    /// Sends a request that names its own way.
    ///
    /// @param request without the Via of this element
    ClientTransaction send(Signal request, Socket to, Requester requester) {
        return transactions.request(request, to, requester);
    }

    /// Sends an ACK for a 2xx that names its own way.
    void sendAck(Signal ack, Socket to) {
        transactions.sendAck(ack, to);
    }

    /// Sends the ACK for a 2xx.
    void sendAck(Dialog dialog, Signal ack) {
        transactions.sendAck(ack, dialog.next(transport.addresses()));
    }

    /// Retransmits an ACK.
    void sendAckAgain(Dialog dialog, Signal ack) {
        transactions.sendAgain(ack, dialog.next(transport.addresses()));
    }

    /// Sends a request under the address of another host.
    void forge(Signal request, Socket from, Socket to) {
        if (!transport.isReliable()) {
            request.vias.addFirst(Via.asking("UDP", from.inUri(), identifiers.branch()));
            scene.network().send(request, from, to);
        }
    }

    /// Adds a Via at the top, as for a request that another element sends.
    void stamp(Signal request) {
        request.vias.addFirst(transport.via(identifiers.branch()));
    }

    @Override
    public void receive(Signal signal, Socket from, Socket at) {
        transactions.receive(signal, from);
    }

    @Override
    public void receive(ServerTransaction transaction) {
        Signal request = transaction.request();
        if (request.to.tag().isEmpty()) {
            newRequests.accept(transaction);
            return;
        }
        DialogSide side = sides.get(Dialog.Id.of(request));
        if (side == null) {
            transaction.refuse(NO_SUCH_DIALOG);
        } else {
            side.receive(transaction);
        }
    }

    @Override
    public void receiveAck(Signal ack, Socket from) {
        DialogSide side = sides.get(Dialog.Id.of(ack));
        if (side != null) {
            side.receiveAck(ack);
        }
    }
}
