package org.sipsleuth.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Since when hosts have been let in: their first registration, or request with credentials, that
/// was accepted. What a host did before is not excused by it, but for what
/// it sent under a name that it has the password of.
final class TrustedSince {

    private final Map<Integer, Long> since = new HashMap<>();
    private final Set<Long> names = new HashSet<>();

    /// Cost: all transactions.
    TrustedSince(TransactionTable table) {
        for (HopTransaction each : table.origins()) {
            if (each.isAccepted() && (each.hasCredentials() || each.method() == MessageTypes.REGISTER)) {
                since.merge(each.source(), each.atNanos(), Math::min);
            }
            if (each.isAccepted() && each.hasCredentials()) {
                names.add(name(each.source(), each.credentials()));
            }
        }
    }

    private static long name(int host, int user) {
        return ((long) host << Integer.SIZE) | (user & 0xffff_ffffL);
    }

    /// Whether its sender had been let in before, or ever is under this name.
    boolean isTrusted(HopTransaction request) {
        return since.getOrDefault(request.source(), Long.MAX_VALUE) <= request.atNanos()
                || names.contains(name(request.source(), request.fromUser()));
    }

    /// Whether a host was let in only after a time.
    boolean isLater(int host, long nanos) {
        return since.getOrDefault(host, nanos) > nanos;
    }
}
