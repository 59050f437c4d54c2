package org.sipsleuth.edge.traffic;

import java.net.InetAddress;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.capture.IpText;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The hosts to protect: what comes from all others to them is the ingress. Immutable.
public final class Border {

    private final BitSet hosts;
    private final List<String> addresses;

    private Border(BitSet hosts, TransactionTable table) {
        this.hosts = hosts;
        this.addresses = hosts.stream().mapToObj(table::host).toList();
    }

    /// The registrars and proxies of a capture; if it has none, the host that most requests outside
    /// a dialog are sent to.
    public static Border ofServers(HostRoles roles) {
        TransactionTable table = roles.table();
        BitSet servers = new BitSet();
        IntStream.range(0, table.hostCount()).filter(roles::isServer).forEach(servers::set);
        if (servers.isEmpty()) {
            int[] requests = new int[table.hostCount()];
            for (HopTransaction each : table.origins()) {
                requests[each.destination()] += each.isWithinDialog() ? 0 : 1;
            }
            IntStream.range(0, requests.length)
                    .filter(host -> requests[host] > 0)
                    .reduce((a, b) -> requests[b] > requests[a] ? b : a)
                    .ifPresent(servers::set);
        }
        return new Border(servers, table);
    }

    /// Hosts by address; those that are not in the capture are left out.
    ///
    /// @throws IllegalArgumentException if a text is no IP address
    public static Border ofAddresses(TransactionTable table, List<String> addresses) {
        BitSet hosts = new BitSet();
        for (String address : addresses) {
            int host = table.findHost(IpText.of(InetAddress.ofLiteral(address).getAddress()));
            if (host >= 0) {
                hosts.set(host);
            }
        }
        return new Border(hosts, table);
    }

    /// Whether a host of the table is protected.
    public boolean contains(int host) {
        return hosts.get(host);
    }

    /// The addresses of the protected hosts, in the order of the table.
    public List<String> addresses() {
        return addresses;
    }

    /// Where a message between these hosts goes.
    public Direction direction(int source, int destination) {
        boolean isFrom = hosts.get(source);
        boolean isTo = hosts.get(destination);
        if (isFrom == isTo) {
            return Direction.ELSEWHERE;
        }
        return isTo ? Direction.INGRESS : Direction.EGRESS;
    }
}
