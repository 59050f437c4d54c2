package org.sipsleuth.simulate.agent.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;
import org.sipsleuth.simulate.network.Socket;

/// All transactions of an element at one socket.
public final class Transactions {

    private static final int UNREACHED = 503;
    private static final int OK = 200;
    private static final int NO_SUCH_TRANSACTION = 481;

    private final Transport transport;
    private final Profile profile;
    private final Identifiers identifiers;
    private final TransactionUser user;
    private final Map<TransactionKey, ClientTransaction> clients = new HashMap<>();
    private final Map<TransactionKey, ServerTransaction> servers = new HashMap<>();

    /// @param profile that of responses that the element makes by itself
    public Transactions(
            Transport transport, Profile profile, Identifiers identifiers, TransactionUser user) {
        this.transport = transport;
        this.profile = profile;
        this.identifiers = identifiers;
        this.user = user;
    }

    Timers timers() {
        return transport.timers();
    }

    Addresses addresses() {
        return transport.addresses();
    }

    Profile profile() {
        return profile;
    }

    Identifiers identifiers() {
        return identifiers;
    }

    boolean isReliable() {
        return transport.isReliable();
    }

    void send(Signal signal, Socket to) {
        transport.send(signal, to);
    }

    /// How many go on, or wait for what may come late.
    public int open() {
        return clients.size() + servers.size();
    }

    /// Sends a request and takes care of it.
    ///
    /// @param request without the Via of this element, which is put on top
    public ClientTransaction request(Signal request, Socket to, Requester requester) {
        return request(request, identifiers.branch(), to, requester);
    }

    /// The same with a branch that says something to this element.
    public ClientTransaction request(
            Signal request, String branch, Socket to, Requester requester) {
        request.vias.addFirst(transport.via(branch));
        ClientTransaction client =
                request.isRequest("INVITE")
                        ? new InviteClient(this, request, to, requester)
                        : new PlainClient(this, request, to, requester);
        start(client);
        return client;
    }

    void start(ClientTransaction client) {
        clients.put(client.key(), client);
        if (transport.reaches(client.to)) {
            client.start();
        } else {
            client.waitFor(0, () -> client.fail(UNREACHED));
        }
    }

    /// Sends a request, an ACK for a 2xx that is, of which nothing can come.
    ///
    /// @param ack without the Via of this element
    public void sendAck(Signal ack, Socket to) {
        ack.vias.addFirst(transport.via(identifiers.branch()));
        transport.send(ack, to);
    }

    /// Sends the same again.
    public void sendAgain(Signal ack, Socket to) {
        transport.send(ack, to);
    }

    /// The topmost Via of a request, and where it was seen to come from (RFC 3261 §18.2.1,
    /// RFC 3581 §4).
    public Via seen(Signal request, Socket source) {
        Via via = request.via();
        Socket sentBy = transport.addresses().socket(via.sentBy());
        boolean asked = via.rport() != 0;
        boolean elsewhere = sentBy == null || !sentBy.host().equals(source.host());
        if (!asked && !elsewhere) {
            return via;
        }
        String host = source.host().toString();
        return new Via(
                via.transport(), via.sentBy(), via.branch(), host, asked ? source.port() : 0);
    }

    /// Takes what came in.
    public void take(Signal signal, Socket from) {
        if (!signal.isRequest()) {
            ClientTransaction client = clients.get(TransactionKey.ofResponse(signal));
            if (client != null) {
                client.take(signal);
            }
            return;
        }
        TransactionKey key = TransactionKey.ofRequest(signal, signal.method);
        ServerTransaction known = servers.get(key);
        if (known != null) {
            known.takeAgain();
        } else {
            switch (signal.method) {
                case "ACK" -> {
                    if (!(inviteOf(signal) instanceof InviteServer invite) || !invite.takeAck()) {
                        user.takeAck(signal, from);
                    }
                }
                case "CANCEL" -> takeCancel(new PlainServer(this, signal, from, key));
                case "INVITE" -> take(new InviteServer(this, signal, from, key));
                default -> take(new PlainServer(this, signal, from, key));
            }
        }
    }

    private void take(ServerTransaction server) {
        servers.put(server.key, server);
        user.take(server);
    }

    private @Nullable ServerTransaction inviteOf(Signal request) {
        return servers.get(TransactionKey.ofRequest(request, "INVITE"));
    }

    private void takeCancel(ServerTransaction cancel) {
        servers.put(cancel.key, cancel);
        ServerTransaction invite = inviteOf(cancel.request());
        if (invite == null) {
            cancel.refuse(NO_SUCH_TRANSACTION);
            return;
        }
        Signal response = cancel.response(OK);
        response.to = response.to.tagged(invite.toTag());
        cancel.send(response);
        invite.cancel();
    }

    void remove(ClientTransaction client) {
        clients.remove(client.key());
    }

    void remove(ServerTransaction server) {
        servers.remove(server.key);
    }

    /// Forgets everything without a word.
    public void stop() {
        List<ClientTransaction> sent = new ArrayList<>(clients.values());
        List<ServerTransaction> received = new ArrayList<>(servers.values());
        sent.forEach(ClientTransaction::end);
        received.forEach(ServerTransaction::end);
    }
}
