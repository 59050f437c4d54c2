package org.sipsleuth.belief.observation;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.FingerprintSet;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.Role;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.Continuations;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.transaction.Visibility;

/// What became of each request, and how many sources flood its target. Immutable; any thread.
final class RequestFacts {

    /// Begins something: outside dialogs, no CANCEL.
    static final int BEGINS = 1;

    /// Not accepted, and not repeated with credentials or success.
    static final int FAILED = 1 << 1;

    static final int ACCEPTED = 1 << 2;
    static final int CALLS = 1 << 3;
    static final int UNACKNOWLEDGED = 1 << 4;
    static final int HAS_CREDENTIALS = 1 << 5;

    /// Its credentials were rejected.
    static final int LOGIN_FAILED = 1 << 6;

    /// Repeated with credentials, or later accepted.
    static final int CONTINUED = 1 << 7;

    static final int REGISTERS = 1 << 8;
    static final int ASKS_OPTIONS = 1 << 9;

    /// Comes to nothing, as the requests of a flood do.
    static final int DEAD = 1 << 10;

    private static final int NO_ROW = -1;
    private static final int FORBIDDEN = 403;

    /// Who answered so many calls without a registration is a trunk where the capture shows no
    /// server that sends it calls.
    private static final int CALLED_AS_TRUNK = 3;
    private static final long HALF_MINUTE = 30_000_000_000L;
    private static final long PENDING = 1_000_000_000L;

    private final TransactionTable table;
    private final HostRoles roles;
    private final Visibility visibility;

    /// The row of each message's transaction, where it is the first message of a request.
    private final int[] rows;

    private final short[] flags;

    /// Places in the counts of fan-in, or -1.
    private final int[] places;

    private final IntColumn fanIn = new IntColumn();

    private RequestFacts(TransactionTable table) {
        this.table = table;
        roles = HostRoles.of(table);
        visibility = table.visibility();
        rows = new int[table.index().messages().size()];
        Arrays.fill(rows, NO_ROW);
        List<HopTransaction> all = table.all();
        flags = new short[all.size()];
        places = new int[all.size()];
        Continuations continuations = table.continuations();
        Fingerprint which = new Fingerprint();
        FingerprintMap targets = new FingerprintMap();
        FingerprintSet seen = new FingerprintSet();
        for (int row = 0; row < flags.length; row++) {
            HopTransaction each = all.get(row);
            rows[each.request()] = row;
            int its = flags(each, continuations.isContinued(each));
            flags[row] = (short) its;
            places[row] = (its & BEGINS) == 0 ? NO_ROW : place(row, which, targets, seen);
        }
    }

    static RequestFacts of(SipIndex index, RunMonitor monitor) {
        return new RequestFacts(TransactionTable.of(index, monitor));
    }

    /// Counts the source of a request that came to nothing among those of its target in the same
    /// half minute.
    private int place(int row, Fingerprint which, FingerprintMap targets, FingerprintSet seen) {
        HopTransaction each = transaction(row);
        long time = Math.floorDiv(each.atNanos() - table.firstNanos(), HALF_MINUTE);
        int place = targets.number(which.begin().add(each.destination()).add(time).end());
        if (place == fanIn.size()) {
            fanIn.add(0);
        }
        boolean isDead = (flags[row] & DEAD) != 0;
        if (isDead && seen.add(which.begin().add(place).add(each.source()).end())) {
            fanIn.set(place, fanIn.get(place) + 1);
        }
        return place;
    }

    private int flags(HopTransaction each, boolean isContinued) {
        int method = each.method();
        boolean begins = !each.isWithinDialog() && method != MessageTypes.CANCEL && method != MessageTypes.ACK
                && method != MessageTypes.BYE;
        if (!begins) {
            return 0;
        }
        int its = BEGINS;
        its |= each.isAccepted() ? ACCEPTED : isContinued ? 0 : FAILED;
        its |= isContinued ? CONTINUED : 0;
        its |= method == MessageTypes.REGISTER ? REGISTERS : 0;
        its |= method == MessageTypes.OPTIONS ? ASKS_OPTIONS : 0;
        if (each.hasCredentials()) {
            boolean isRejected = each.isChallenged() || each.status() == FORBIDDEN;
            its |= HAS_CREDENTIALS | (isRejected && !each.isStale() ? LOGIN_FAILED : 0);
        }
        if (method == MessageTypes.INVITE) {
            boolean isUnacknowledged = !each.isAcknowledged() && !each.isCancelled() && !isContinued;
            its |= CALLS | (isUnacknowledged ? UNACKNOWLEDGED : 0);
        }
        return its | (isDead(each, its) ? DEAD : 0);
    }

    private boolean isDead(HopTransaction each, int its) {
        if ((its & (CONTINUED | HAS_CREDENTIALS)) != 0 || roles.isServer(each.source())) {
            return false;
        }
        if ((its & ASKS_OPTIONS) != 0) {
            return roles.isStranger(each.source());
        }
        if ((its & CALLS) != 0) {
            boolean isSeen = visibility.hasAcks() || each.status() == 0;
            boolean isOver = table.untilEndNanos(each) > PENDING;
            return (its & UNACKNOWLEDGED) != 0 && isSeen && isOver;
        }
        boolean isOwn = (its & REGISTERS) != 0 && each.toUser() != HopTransaction.NONE
                && roles.registeredAtNanos(each.toUser(), each.source()) != 0;
        return (its & ACCEPTED) == 0 && !isOwn;
    }

    /// The transaction that a message begins, as a row; -1 if it begins none.
    int row(int message) {
        return rows[message];
    }

    /// How many transactions there are.
    int size() {
        return flags.length;
    }

    /// A transaction.
    HopTransaction transaction(int row) {
        return table.all().get(row);
    }

    /// What a transaction is.
    int flags(int row) {
        return flags[row];
    }

    /// How many sources sent its target requests that came to nothing in the same half minute; 0 if
    /// it begins nothing.
    int fanIn(int row) {
        return places[row] < 0 ? 0 : fanIn.get(places[row]);
    }

    /// The user that it asks for, or [HopTransaction#NONE].
    int user(int row) {
        HopTransaction each = transaction(row);
        return (flags[row] & REGISTERS) != 0 ? each.toUser() : each.requestUser();
    }

    /// What the place of the capture lets see.
    Visibility visibility() {
        return visibility;
    }

    /// The address of a host.
    String host(int number) {
        return table.host(number);
    }

    /// The category of a source's role among those of
    /// [org.sipsleuth.belief.network.Variable#SOURCE_ROLE].
    int role(String source) {
        int host = table.findHost(source);
        Role role = host < 0 ? Role.UNKNOWN : roles.role(host);
        return switch (role) {
            case PHONE -> 0;
            case REGISTRAR, PROXY -> 1;
            case TRUNK -> 2;
            case MONITORING, SCANNER, UNKNOWN -> { // what it sends is for other leaves; who is called belongs
                // here
                int received = host < 0 ? 0 : roles.received(host);
                yield received >= CALLED_AS_TRUNK ? 2 : received > 0 ? 0 : 3;
            }
        };
    }
}
