package org.sipsleuth.rule;

import java.util.HashMap;
import java.util.Map;
import org.sipsleuth.role.HostNetwork;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;

/// Which callers are called themselves under the names that they use, and where: what phones are
/// whose calls arrive at a server of which only one side was captured.
///
/// A name counts for the only host that calls under it. An attacker gains nothing by a name.
final class CalledCallers {

    /// So many phones show that a network is the place.
    private static final int SEVERAL = 5;

    private static final double HALF = 0.5;
    private static final int SHARED = -1;

    private final HostRoles roles;
    private final boolean hasRegistrations;
    private final Map<Integer, Integer> received = new HashMap<>();
    private final Map<String, Integer> calling = new HashMap<>();
    private final Map<String, Integer> called = new HashMap<>();

    /// Cost: all calls.
    CalledCallers(Traffic traffic) {
        roles = traffic.roles();
        Map<Integer, Integer> hosts = new HashMap<>();
        for (Call call : traffic.table().calls()) {
            if (!roles.isServer(call.source()) && !roles.isTrunk(call.source())) {
                received.putIfAbsent(call.source(), 0);
                hosts.merge(call.caller(), call.source(), (one, other) -> one.equals(other) ? one : SHARED);
            }
        }
        for (Call call : traffic.table().calls()) {
            int host = call.callee() == HopTransaction.NONE ? SHARED : hosts.getOrDefault(call.callee(), SHARED);
            if (host != SHARED && host != call.source() && call.isAnswered() && !roles.isIntruder(host)) {
                received.merge(host, 1, Integer::sum);
            }
        }
        hasRegistrations = received.keySet().stream().anyMatch(roles::isKnown);
        received.forEach((host, count) -> {
            String network = network(host);
            calling.merge(network, 1, Integer::sum);
            called.merge(network, count > 0 ? 1 : 0, Integer::sum);
        });
    }

    /// Wider than that of neighbours: places without registrations are told by their callers alone.
    private String network(int host) {
        String network = HostNetwork.of(roles.table().host(host));
        return network.substring(0, Math.max(network.lastIndexOf('.'), network.lastIndexOf(':')) + 1);
    }

    /// How many calls to the names of a host were answered.
    int received(int host) {
        return received.getOrDefault(host, 0);
    }

    /// Whether most callers in the network of a host are called, too: the users of the place, in a
    /// capture that shows no registration.
    boolean isPlace(int host) {
        if (hasRegistrations) {
            return false;
        }
        String network = network(host);
        int those = called.getOrDefault(network, 0);
        return those >= SEVERAL && those >= HALF * calling.getOrDefault(network, 0);
    }
}
