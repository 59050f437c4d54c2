package org.sipsleuth.incident;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// What one host does beside what is ascribed to it: who works through it, and whether all that it
/// does is to ask at intervals.
final class HostWork {

    /// Fewer requests show no interval.
    private static final int FEWEST_PINGS = 6;

    /// Monitoring asks again and again; who asks everybody once looks for hosts.
    private static final int TIMES_EACH = 3;

    /// Of monitored hosts some may be down.
    private static final double LEAST_ACCEPTED = 0.5;

    /// Monitoring leaves a target alone for seconds; a flood does not.
    private static final long LEAST_INTERVAL_NANOS = 2_000_000_000L;

    private final TransactionTable table;
    private final List<HopTransaction> accepted = new ArrayList<>();
    private final Set<Long> targets = new HashSet<>();
    private int pings;
    private int pingsAccepted;
    private int others;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;

    HostWork(TransactionTable table) {
        this.table = table;
    }

    /// Adds a request of the host.
    void add(HopTransaction request) {
        boolean isUse = request.method() == MessageTypes.INVITE && !request.isWithinDialog();
        boolean isBinding = request.method() == MessageTypes.REGISTER && request.registers();
        if (request.isAccepted() && (isUse || isBinding)) {
            accepted.add(request);
        }
        if (request.method() != MessageTypes.OPTIONS || request.isWithinDialog()) {
            others++;
            return;
        }
        pings++;
        pingsAccepted += request.isAccepted() ? 1 : 0;
        targets.add((long) request.destination() << Integer.SIZE | request.requestUser() & 0xffffffffL);
        firstNanos = Math.min(firstNanos, request.atNanos());
        lastNanos = Math.max(lastNanos, request.atNanos());
    }

    /// The users that registered or called through the host with success.
    ///
    /// @param ascribed the dialogs that are ascribed to the host as an attack
    /// @param isInvolved which users have a part in it
    Set<String> users(BitSet ascribed, Predicate<String> isInvolved) {
        Set<String> users = new HashSet<>();
        for (HopTransaction each : accepted) {
            String user = ascribed.get(each.dialog()) ? "" : table.user(user(each));
            if (!user.isEmpty() && !isInvolved.test(user)) {
                users.add(user);
            }
        }
        return users;
    }

    private static int user(HopTransaction request) {
        if (request.method() == MessageTypes.REGISTER) {
            return request.toUser();
        }
        return request.hasCredentials() ? request.credentials() : request.fromUser();
    }

    /// Whether it only asks, with OPTIONS, the same hosts at intervals.
    boolean isMonitoring() {
        int rounds = targets.isEmpty() ? 0 : pings / targets.size();
        return others == 0 && pings >= FEWEST_PINGS && rounds >= TIMES_EACH && pingsAccepted >= LEAST_ACCEPTED * pings
                && lastNanos - firstNanos >= (rounds - 1) * LEAST_INTERVAL_NANOS;
    }
}
