package org.sipsleuth.simulate.agent.server;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;

/// A NAT: each element behind it is mapped to a port of its public address. It accepts packets to
/// such a port from anywhere (endpoint-independent filtering, RFC 4787).
public final class Nat implements Access {

    private record Inside(Node node, Socket own, Socket seen) {}

    private final Network network;
    private final Host address;
    private final Map<Socket, Inside> insiders = new HashMap<>();
    private int nextPort;
    private boolean tapped;
    private boolean rewrites;

    /// @param address its public address
    /// @param firstPort the port of the first element behind it; the others follow
    public Nat(Scene scene, Host address, int firstPort) {
        this.network = scene.network();
        this.address = address;
        this.nextPort = firstPort;
    }

    /// Makes its public side the capture point. Call it before any element is attached.
    public Nat tapped() {
        tapped = true;
        return this;
    }

    /// Rewrites private addresses in Via, Contact and session descriptions, as an application
    /// layer gateway does.
    public Nat rewriting() {
        rewrites = true;
        return this;
    }

    @Override
    public void join(Socket socket, Node node) {
        Socket seen = new Socket(address, nextPort++);
        insiders.put(socket, new Inside(node, socket, seen));
        Node door = (signal, from, _) -> node.receive(signal, from, socket);
        if (tapped) {
            network.joinTapped(seen, door);
        } else {
            network.join(seen, door);
        }
    }

    @Override
    public void leave(Socket socket) {
        Inside inside = insiders.remove(socket);
        if (inside != null) {
            network.leave(inside.seen);
        }
    }

    @Override
    public void send(Signal signal, Socket from, Socket to) {
        Inside sender = insiders.get(from);
        Inside receiver = insiders.get(to);
        if (sender == null) {
            return;
        }
        Socket seen = receiver == null ? to : receiver.seen;
        network.send(rewrites ? rewritten(signal, sender) : signal, sender.seen, seen);
    }

    @Override
    public boolean reaches(Socket to) {
        return !network.isReliable() || network.isAttached(to) || insiders.containsKey(to);
    }

    private static Signal rewritten(Signal signal, Inside inside) {
        Signal copy = signal.copy();
        String own = inside.own.inUri();
        String seen = inside.seen.inUri();
        if (copy.isRequest()) {
            Via via = copy.via();
            copy.vias.set(0, new Via(via.transport(), via.sentBy().equals(own) ? seen : via.sentBy(), via.branch(),
                    via.received(), via.rport()));
        }
        if (copy.contact != null) {
            copy.contact = copy.contact.replace(own, seen);
        }
        copy.body = rewritten(copy.body, inside);
        return copy;
    }

    private static @Nullable Body rewritten(@Nullable Body body, Inside inside) {
        if (body == null || !body.type().equals("application/sdp")) {
            return body;
        }
        String own = " " + inside.own.host() + "\r\n";
        return new Body(body.type(), body.text().replace(own, " " + inside.seen.host() + "\r\n"));
    }
}
