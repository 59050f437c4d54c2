package org.sipsleuth.simulate.agent.server;

import java.util.List;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.transaction.Addresses;
import org.sipsleuth.simulate.agent.transaction.Identifiers;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;
import org.sipsleuth.simulate.agent.transaction.TransactionUser;
import org.sipsleuth.simulate.agent.transaction.Transactions;
import org.sipsleuth.simulate.agent.transaction.Transport;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;

/// A stateful proxy (RFC 3261 §16) that passes REGISTER to its registrar.
final class Proxy implements Node, TransactionUser {

    private static final int TRYING = 100;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int PROXY_UNAUTHORIZED = 407;
    private static final int UNAVAILABLE = 480;
    private static final int LOOP = 482;
    private static final int TOO_MANY_HOPS = 483;
    private static final int NOT_IMPLEMENTED = 501;

    final Scene scene;
    final Profile profile;
    final String domain;
    final Transport transport;
    final Location location = new Location();
    final DigestAuthenticator gatekeeper;
    final Registrar registrar;
    final Router router;
    private final Identifiers identifiers;
    private final Transactions transactions;
    boolean challenges;
    boolean recordsRoutes;
    private boolean fails;

    Proxy(Scene scene, Profile profile, Socket socket, String domain) {
        SeededRandom draws = scene.drawsOfNext();
        this.scene = scene;
        this.profile = profile;
        this.domain = domain;
        this.transport = scene.seat(socket, this);
        this.gatekeeper = new DigestAuthenticator(domain, location, scene.timeline(), draws);
        this.registrar = new Registrar(location, gatekeeper, transport.addresses(), scene.timeline());
        this.router = new Router(domain, transport, location);
        this.identifiers = new Identifiers(draws, profile, socket.host());
        this.transactions = new Transactions(transport, profile, identifiers, this);
    }

    int open() {
        return transactions.open();
    }

    /// Drops all transactions and registered contacts, and receives nothing more.
    void fail() {
        fails = true;
        transactions.stop();
        location.unbindAll();
    }

    void restart() {
        fails = false;
    }

    @Override
    public void receive(Signal signal, Socket from, Socket at) {
        if (!fails) {
            transactions.receive(signal, from);
        }
    }

    @Override
    public void receive(ServerTransaction transaction) {
        Signal request = transaction.request();
        String mark = mark(request);
        if (request.maxForwards <= 0) {
            transaction.refuse(TOO_MANY_HOPS);
        } else if (isLooped(request, mark)) {
            transaction.refuse(LOOP);
        } else if (request.method.equals("REGISTER") && router.isOwn(request.requestUri)) {
            registrar.receive(transaction);
        } else if (lets(transaction)) {
            forward(transaction, mark);
        }
    }

    /// Whether a request may pass: one within a dialog, of a peer, of another domain, or with
    /// credentials.
    private boolean lets(ServerTransaction transaction) {
        Signal request = transaction.request();
        boolean passes = !challenges || !request.to.tag().isEmpty() || !Addresses.isAt(request.from.uri(), domain)
                || router.isPeer(transaction.source());
        return passes || gatekeeper.lets(transaction, PROXY_UNAUTHORIZED);
    }

    private void forward(ServerTransaction transaction, String mark) {
        Signal request = transaction.request();
        Signal routed = routed(request, transaction.seen(), transaction.source());
        boolean forItself = routed.routes.isEmpty() && router.isOwn(request.requestUri)
                && Addresses.user(request.requestUri).isEmpty();
        if (forItself) {
            answer(transaction);
            return;
        }
        List<Target> targets = router.targets(routed, scene.timeline().nowNanos());
        if (targets.isEmpty()) {
            String user = Addresses.user(request.requestUri);
            boolean known = router.isOwn(request.requestUri) && location.account(user) != null;
            transaction.refuse(known ? UNAVAILABLE : NOT_FOUND);
            return;
        }
        if (request.method.equals("INVITE")) {
            transaction.refuse(TRYING);
        }
        if (recordsRoutes && request.to.tag().isEmpty()) {
            routed.recordRoutes.addFirst(transport.route());
        }
        Forwarding forwarding = new Forwarding(transactions, scene.timers(), transport.addresses(), transaction);
        for (Target target : targets) {
            Signal copy = target.equals(targets.getLast()) ? routed : routed.copy();
            copy.requestUri = target.uri();
            forwarding.send(copy, target, identifiers.branch() + mark);
        }
    }

    /// A request as it leaves, before its Request-URI and Via are known.
    private Signal routed(Signal request, Via seen, Socket source) {
        Signal copy = request.copy();
        copy.vias.set(0, seen);
        copy.maxForwards--;
        router.popRoute(copy);
        String contact = copy.contact;
        if (contact != null && request.vias.size() == 1 && !router.isPeer(source)) {
            Socket sentBy = transport.addresses().socket(seen.sentBy());
            Socket named = transport.addresses().socket(contact);
            if (named != null && named.equals(sentBy)) {
                copy.contact = Forwarding.reachable(contact, source, transport.addresses());
            }
        }
        return copy;
    }

    private void answer(ServerTransaction transaction) {
        switch (transaction.request().method) {
            case "OPTIONS" -> transaction.send(transaction.response(OK).with("Accept", "application/sdp"));
            case "MESSAGE", "INFO", "NOTIFY" -> transaction.refuse(OK);
            case "INVITE" -> transaction.refuse(NOT_FOUND);
            default -> transaction.refuse(NOT_IMPLEMENTED);
        }
    }

    @Override
    public void receiveAck(Signal ack, Socket from) {
        if (ack.maxForwards <= 0 || isLooped(ack, mark(ack))) {
            return;
        }
        Signal copy = routed(ack, transactions.seen(ack, from), from);
        for (Target target : router.targets(copy, scene.timeline().nowNanos())) {
            transactions.sendAck(copy, target.socket());
            return;
        }
    }

    /// The value that distinguishes a loop from a spiral (§16.6 step 8).
    private static String mark(Signal request) {
        long hash = request.requestUri.hashCode();
        hash = 31 * hash + request.from.tag().hashCode();
        hash = 31 * hash + request.to.tag().hashCode();
        hash = 31 * hash + request.callId.hashCode();
        hash = 31 * hash + request.cseq;
        hash = 31 * hash + request.routes.hashCode();
        return "." + Long.toHexString(hash & 0xffff_ffffL);
    }

    private boolean isLooped(Signal request, String mark) {
        for (Via via : request.vias) {
            if (via.sentBy().equals(transport.sentBy()) && via.branch().endsWith(mark)) {
                return true;
            }
        }
        return false;
    }
}
