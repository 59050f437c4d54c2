package org.sipsleuth.role;

import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.dialog.column.LongColumn;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.column.Slots;
import org.sipsleuth.transaction.HopTransaction;

/// Which host registered which account, and when first.
final class Registrations {

    static final int OK = 200;

    private final LongColumn pairs = new LongColumn();
    private final LongColumn times = new LongColumn();
    private final Slots slots = new Slots();
    private final KeyedHash hash = KeyedHash.random();

    /// Whether a transaction is a host's own registration of an account that was accepted.
    static boolean isRegistration(HopTransaction each) {
        return each.method() == MessageTypes.REGISTER && each.status() == OK && !each.isCopy() && each.registers()
                && each.toUser() != HopTransaction.NONE;
    }

    /// A host registered an account; in the order of time.
    void add(int user, int host, long atNanos) {
        if (!contains(user, host)) {
            pairs.add(pair(user, host));
            times.add(atNanos);
            slots.add(pairs.size() - 1, hash.hash(user, host));
        }
    }

    /// When a host first registered an account, in ns since the epoch; 0 if it did not.
    long firstAtNanos(int user, int host) {
        int row = find(user, host);
        return row < 0 ? 0 : times.get(row);
    }

    /// Whether a host registered an account.
    boolean contains(int user, int host) {
        return find(user, host) >= 0;
    }

    private int find(int user, int host) {
        long pair = pair(user, host);
        return slots.find(hash.hash(user, host), row -> pairs.get(row) == pair);
    }

    private static long pair(int user, int host) {
        return (long) user << Integer.SIZE | host;
    }
}
