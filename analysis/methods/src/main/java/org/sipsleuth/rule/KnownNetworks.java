package org.sipsleuth.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
                networks.merge(network(table.host(host)), 1, Integer::sum);
            }
            int own = roles.received(host) - roles.receivedForOthers(host);
            if (roles.isStranger(host) && own > 0) {
                received.merge(network(table.host(host)), own, Integer::sum);
            }
            if (roles.isTrunk(host)) {
                trunks.add(network(table.host(host)));
            }
        }
    }

    /// Whether a host is in one of them.
    boolean has(int host) {
        return networks.getOrDefault(network(table.host(host)), 0) >= SEVERAL;
    }

    /// Whether a host of the place, or one that the user named so, watches others.
    boolean isMonitoring(int host) {
        return roles.role(host) == Role.MONITORING && (has(host) || roles.correction(host).isPresent());
    }

    /// Whether a trunk is in the network of a host: carriers send and receive by several hosts.
    boolean hasTrunk(int host) {
        return trunks.contains(network(table.host(host)));
    }

    /// How many answered calls strangers in the network of a host received, but for those to
    /// accounts that others had registered before: a thief's calls say nothing of its neighbours.
    int received(int host) {
        return received.getOrDefault(network(table.host(host)), 0);
    }

    /// Whether two hosts are in the same network.
    boolean areNear(int one, int other) {
        return network(table.host(one)).equals(network(table.host(other)));
    }

    /// The /24 or /64 of an address.
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            int dot = address.lastIndexOf('.');
            return dot < 0 ? address : address.substring(0, dot);
        }
        int end = -1;
        for (int group = 0; group < 4; group++) {
            int colon = address.indexOf(':', end + 1);
            if (colon < 0 || colon == end + 1) {
                return address.substring(0, Math.max(end, 0));
            }
            end = colon;
        }
        return address.substring(0, end);
    }
}
