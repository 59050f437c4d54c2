package org.sipsleuth.simulate.agent.server;

import java.util.HashMap;
import java.util.Map;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.dialog.Dialog;
import org.sipsleuth.simulate.agent.dialog.MediaAnnouncer;
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
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;

/// The shared state of all calls through a B2BUA; dispatches incoming messages.
final class Exchange implements Node, TransactionUser {

    private static final int OK = 200;
    private static final int NO_SUCH_DIALOG = 481;
    private static final int TOO_MANY_HOPS = 483;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int LEAST_RTP_PORT = 20_000;
    private static final int RTP_PORTS = 20_000;
    private static final int FIRST_CSEQS = 30_000;

    final Scene scene;
    final Profile profile;
    final Transport transport;
    final Socket next;
    final SeededRandom draws;
    private final Identifiers identifiers;
    private final Transactions transactions;
    private final Map<Dialog.Id, Leg> legs = new HashMap<>();
    private int rtpPorts;

    Labels labels = Labels.alike();
    SharedHeader shared = SharedHeader.NONE;
    boolean relaysMedia;
    boolean describesItself;

    /// The mean delay of the second leg.
    double delaySeconds;

    /// The prefix added to called numbers.
    String prefix = "";

    Exchange(Scene scene, Profile profile, Socket socket, Socket next) {
        this.scene = scene;
        this.profile = profile;
        this.next = next;
        this.draws = scene.drawsOfNext();
        this.transport = scene.seat(socket, this);
        this.identifiers = new Identifiers(draws, profile, socket.host());
        this.transactions = new Transactions(transport, profile, identifiers, this);
    }

    Timers timers() {
        return scene.timers();
    }

    int open() {
        return transactions.open() + legs.size();
    }

    void begin(Dialog.Id id, Leg leg) {
        legs.put(id, leg);
    }

    void end(Dialog.Id id) {
        legs.remove(id);
    }

    String contact(String user) {
        return transport.contact(user);
    }

    String tag() {
        return identifiers.tag();
    }

    String callId() {
        return identifiers.callId();
    }

    long firstCseq() {
        return draws.between(1, FIRST_CSEQS);
    }

    /// The address and port for media.
    Socket mediaSocket() {
        int port = LEAST_RTP_PORT + 2 * (rtpPorts++ % RTP_PORTS);
        return new Socket(transport.socket().host(), port);
    }

    MediaAnnouncer announcer() {
        return new MediaAnnouncer(scene.network(), transport.addresses());
    }

    ClientTransaction send(Signal request, Requester requester) {
        return transactions.request(request, next, requester);
    }

    void send(Dialog dialog, Signal request, Requester requester) {
        transactions.request(request, dialog.next(transport.addresses()), requester);
    }

    void sendAck(Dialog dialog, Signal ack) {
        transactions.sendAck(ack, dialog.next(transport.addresses()));
    }

    void sendAckAgain(Dialog dialog, Signal ack) {
        transactions.sendAgain(ack, dialog.next(transport.addresses()));
    }

    @Override
    public void receive(Signal signal, Socket from, Socket at) {
        transactions.receive(signal, from);
    }

    @Override
    public void receive(ServerTransaction transaction) {
        Signal request = transaction.request();
        if (!request.to.tag().isEmpty()) {
            Leg leg = legs.get(Dialog.Id.of(request));
            if (leg == null) {
                transaction.refuse(NO_SUCH_DIALOG);
            } else {
                leg.receive(transaction);
            }
        } else if (request.maxForwards <= 0) {
            transaction.refuse(TOO_MANY_HOPS);
        } else {
            switch (request.method) {
                case "INVITE" -> new Bridge(this, transaction).begin();
                case "OPTIONS" -> transaction.refuse(OK);
                case "MESSAGE" -> relay(transaction);
                default -> transaction.refuse(NOT_IMPLEMENTED);
            }
        }
    }

    /// Forwards a request outside of dialogs with a Call-ID of its own.
    private void relay(ServerTransaction transaction) {
        Signal request = transaction.request();
        Signal onward = onward(request);
        onward.fields.addAll(request.fields);
        onward.body = request.body;
        send(onward, response -> {
            if (!response.isProvisional()) {
                transaction.refuse(response.status);
            }
        });
    }

    /// The request of the second leg: the same From and To addresses, all else its own.
    Signal onward(Signal request) {
        Signal onward = new Signal(labels.after(request.label), profile, request.method, 0, callId(), firstCseq());
        onward.requestUri = prefixed(request.requestUri);
        onward.from = request.from.tagged(tag());
        onward.to = prefix.isEmpty() ? request.to : request.to.at(prefixed(request.to.uri()));
        onward.maxForwards = request.maxForwards - 1;
        return onward;
    }

    /// A URI with the prefix before its number, if it has none yet.
    private String prefixed(String uri) {
        boolean bare = uri.startsWith("sip:") && !uri.startsWith("sip:+") && !prefix.isEmpty();
        return bare ? "sip:" + prefix + uri.substring("sip:".length()) : uri;
    }

    @Override
    public void receiveAck(Signal ack, Socket from) {
        Leg leg = legs.get(Dialog.Id.of(ack));
        if (leg != null) {
            leg.receiveAck(ack);
        }
    }
}
