package org.sipsleuth.simulate.agent.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.sipsleuth.simulate.agent.transaction.Addresses;
import org.sipsleuth.simulate.agent.transaction.Transport;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;

/// Determines the next hop of a request at a proxy (RFC 3261 §16.4, §16.5).
final class Router {

    private record Rule(Predicate<String> users, Socket to) {}

    private final String domain;
    private final Transport transport;
    private final Location location;
    private final List<Rule> rules = new ArrayList<>();
    private final Set<Socket> peers = new HashSet<>();

    Router(String domain, Transport transport, Location location) {
        this.domain = domain;
        this.transport = transport;
        this.location = location;
    }

    void add(Predicate<String> users, Socket to) {
        rules.add(new Rule(users, to));
        peers.add(to);
    }

    void trust(Socket peer) {
        peers.add(peer);
    }

    /// Whether requests come from a server that it knows.
    boolean isPeer(Socket source) {
        return peers.contains(source);
    }

    /// Whether a URI is of its domain, or names it by its address.
    boolean isOwn(String uri) {
        return Addresses.isAt(uri, domain) || transport.socket().equals(transport.addresses().socket(uri));
    }

    /// Removes itself from the top of the route set of a request.
    void popRoute(Signal request) {
        if (!request.routes.isEmpty() && isOwn(request.routes.getFirst())) {
            request.routes.removeFirst();
        }
    }

    /// The targets of a request; empty if there are none.
    List<Target> targets(Signal request, long nowNanos) {
        String uri = request.requestUri;
        Addresses addresses = transport.addresses();
        if (!request.routes.isEmpty()) {
            Socket next = addresses.socket(request.routes.getFirst());
            return next == null ? List.of() : List.of(new Target(uri, next, false));
        }
        Socket named = isOwn(uri) ? null : addresses.socket(uri);
        if (named != null) {
            return List.of(new Target(uri, named, !peers.contains(named)));
        }
        for (Rule rule : rules) {
            if (rule.users.test(uri)) {
                return List.of(new Target(uri, rule.to, false));
            }
        }
        return isOwn(uri) ? location.targets(Addresses.user(uri), nowNanos) : List.of();
    }
}
