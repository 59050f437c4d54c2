package org.sipsleuth.transaction.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The requests that waited at a host while it could not reach the next one, and failed: those that
/// came to it and that it passed on to nobody, and those that it sent there without any response.
final class WaitingRequests {

    /// So long a request waits at most (RFC 3261 §17.1.1.2, timer B).
    private static final long LONGEST_NANOS = 32_000_000_000L;

    private static final int TIMEOUT = 408;
    private static final int FIRST_OF_SERVER = 500;
    private static final int LAST_OF_SERVER = 599;

    private final TransactionTable table;

    /// By the host that they came to, and by the one that they came from, in the order of time.
    private final Map<String, List<HopTransaction>> received = new HashMap<>();

    private final Map<String, List<HopTransaction>> sent = new HashMap<>();

    /// @param hosts those that are asked for
    WaitingRequests(TransactionTable table, Set<String> hosts) {
        this.table = table;
        Set<Integer> numbers = new HashSet<>();
        hosts.forEach(host -> numbers.add(table.findHost(host)));
        for (HopTransaction hop : hosts.isEmpty() ? List.<HopTransaction>of() : table.all()) {
            if (numbers.contains(hop.destination())) {
                received.computeIfAbsent(table.host(hop.destination()), _ -> new ArrayList<>()).add(hop);
            }
            if (numbers.contains(hop.source())) {
                sent.computeIfAbsent(table.host(hop.source()), _ -> new ArrayList<>()).add(hop);
            }
        }
    }

    /// Adds those of a host to a fault.
    ///
    /// @param next the host that it could not reach
    /// @param fromNanos when it first tried
    /// @param toNanos when it last tried
    void addTo(Collected found, String host, String next, long fromNanos, long toNanos) {
        List<HopTransaction> own = sent.getOrDefault(host, List.of());
        Set<Integer> passedOn = new HashSet<>();
        own.forEach(each -> passedOn.add(each.dialog()));
        for (HopTransaction each : received.getOrDefault(host, List.of())) {
            boolean isOpen = each.atNanos() <= toNanos && until(each) >= fromNanos;
            if (isOpen && isFailed(each) && !passedOn.contains(each.dialog()) && awaitsResponse(each)) {
                add(found, each);
            }
        }
        for (HopTransaction each : own) {
            boolean isThen = each.atNanos() >= fromNanos && each.atNanos() <= toNanos + LONGEST_NANOS;
            if (isThen && !each.isAnswered() && table.host(each.destination()).equals(next) && awaitsResponse(each)) {
                add(found, each);
            }
        }
    }

    private static boolean awaitsResponse(HopTransaction hop) {
        return hop.method() != MessageTypes.ACK && hop.method() != MessageTypes.CANCEL;
    }

    private static long until(HopTransaction hop) {
        return hop.status() == 0 ? hop.atNanos() + LONGEST_NANOS : hop.answeredAtNanos();
    }

    private static boolean isFailed(HopTransaction hop) {
        int status = hop.status();
        return status == 0 || status == TIMEOUT || (status >= FIRST_OF_SERVER && status <= LAST_OF_SERVER);
    }

    private void add(Collected found, HopTransaction hop) {
        found.dialog(hop.dialog())
                .message(hop.request())
                .message(hop.response())
                .user(table.user(hop.fromUser()))
                .user(table.user(hop.toUser()));
    }
}
