package org.sipsleuth.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.role.HostNetwork;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.Role;
import org.sipsleuth.transaction.TransactionTable;

/// The networks (/24, /64) in which several known hosts are. Immutable.
final class KnownNetworks {

    private static final int SEVERAL = 2;

    private final HostRoles roles;
    private final TransactionTable table;
    private final Map<String, Integer> networks = new HashMap<>();
    private final Set<String> trunks = new HashSet<>();
    private final Map<String, Integer> received = new HashMap<>();

    KnownNetworks(HostRoles roles) {
        this.roles = roles;
        table = roles.table();
        for (int host = 0; host < table.hostCount(); host++) {
            if (roles.isKnown(host)) {
                networks.merge(HostNetwork.of(table.host(host)), 1, Integer::sum);
            }
            int own = roles.received(host) - roles.receivedForOthers(host);
            if (roles.isStranger(host) && own > 0) {
                received.merge(HostNetwork.of(table.host(host)), own, Integer::sum);
            }
            if (roles.isTrunk(host)) {
                trunks.add(HostNetwork.of(table.host(host)));
            }
        }
    }

    /// Whether a host is in one of them.
    boolean has(int host) {
        return networks.getOrDefault(HostNetwork.of(table.host(host)), 0) >= SEVERAL;
    }

    /// Whether a host of the place, or one that the user named so, watches others.
    boolean isMonitoring(int host) {
        return roles.role(host) == Role.MONITORING && (has(host) || roles.correction(host).isPresent());
    }

    /// Whether a trunk is in the network of a host: carriers send and receive by several hosts.
    boolean hasTrunk(int host) {
        return trunks.contains(HostNetwork.of(table.host(host)));
    }

    /// Whether nothing said at a time that a host belongs here: what it registered after that may be
    /// what it guessed or stole.
    boolean wasStranger(int host, long nanos) {
        return roles.isStranger(host) || (!roles.isServer(host) && !roles.isTrunk(host) && !has(host)
                && roles.registeredAtNanos(host) > nanos);
    }

    /// How many answered calls strangers in the network of a host received, but for those to
    /// accounts that others had registered before: a thief's calls say nothing of its neighbours.
    int received(int host) {
        return received.getOrDefault(HostNetwork.of(table.host(host)), 0);
    }

    /// Whether two hosts are in the same network.
    boolean areNear(int one, int other) {
        return HostNetwork.of(table.host(one)).equals(HostNetwork.of(table.host(other)));
    }
}
