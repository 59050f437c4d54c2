package org.sipsleuth.role;

import org.sipsleuth.transaction.TransactionTable;

/// The role of every host, estimated from registrations, copies, fan-in and fan-out, or as the user
/// corrected it. Hosts and users are numbers of the table. Immutable.
public final class HostRoles {

    private final TransactionTable table;

    private HostRoles(TransactionTable table) {
        this.table = table;
    }

    /// Estimates them. Cost: all transactions.
    public static HostRoles of(TransactionTable table) {
        return new HostRoles(table);
    }

    /// What they were estimated from.
    public TransactionTable table() {
        return table;
    }

    /// The role of a host.
    public Role role(int host) {
        return Role.UNKNOWN;
    }

    /// Whether it is a registrar or proxy: at least 2 and 20 % of its requests are copies, or it
    /// answered REGISTER with 200.
    public boolean isServer(int host) {
        return false;
    }

    /// Whether it is a trunk.
    public boolean isTrunk(int host) {
        return false;
    }

    /// Whether it is a server, a trunk, or a host that registered an account.
    public boolean isKnown(int host) {
        return false;
    }

    /// Whether nothing says that it belongs here: the opposite of [#isKnown].
    public boolean isStranger(int host) {
        return !isKnown(host);
    }

    /// Whether the user has named it as a known scanner or trunk.
    public boolean isAllowed(int host) {
        return false;
    }

    /// The host that registered an account first (200 to REGISTER, not a removal), or -1.
    public int owner(int user) {
        return -1;
    }

    /// When a host first registered an account, in ns since the epoch; 0 if it did not.
    public long registeredAtNanos(int user, int host) {
        return 0;
    }

    /// How many answered calls a host received.
    public int received(int host) {
        return 0;
    }
}
