package org.sipsleuth.change;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The hosts that serve others, by what the captures of both sides show of them: registrars,
/// proxies, trunks, and whoever sends a request that has passed another host.
///
/// A capture beside a phone shows less of a proxy than one on it. What one of the captures shows
/// counts in both, so that a request has the same receiver wherever it was captured.
final class AskedServers {

    private final Set<String> addresses = new HashSet<>();

    /// Cost: all transactions.
    AskedServers(List<TransactionTable> tables) {
        for (TransactionTable table : tables) {
            HostRoles roles = HostRoles.of(table);
            for (int host = 0; host < table.hostCount(); host++) {
                if (roles.isServer(host) || roles.isTrunk(host)) {
                    addresses.add(table.host(host));
                }
            }
            for (HopTransaction each : table.all()) {
                if (isPassedOn(table, each)) {
                    addresses.add(table.host(each.source()));
                }
            }
        }
    }

    /// Whether a request has passed a proxy before this hop: it has a second Via (RFC 3261
    /// §16.6), even where the hop before was not captured.
    static boolean isPassedOn(TransactionTable table, HopTransaction hop) {
        MessageTable messages = table.index().messages();
        return hop.isCopy() || messages.viaCount(hop.request()) > 1;
    }

    /// Whether who sent a request first asked a server.
    boolean isAsked(TransactionTable table, HopTransaction hop) {
        return isPassedOn(table, hop) || addresses.contains(table.host(hop.destination()));
    }
}
