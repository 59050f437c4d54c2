package org.sipsleuth.role;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintSet;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.fingerprint.KnownFingerprints;
import org.sipsleuth.fingerprint.KnownProgram;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Hosts that attacked before they registered anything: what they register later was got by that,
/// and makes them no phones of the place. Immutable.
///
/// Before its first accepted registration such a host wrote as an attack tool does, with credentials
/// that were refused at least 3 times, or asked for at least 8 users that it never registers
/// (REGISTER, OPTIONS), mostly not accepted, or at least 5 hosts.
final class Intruders {

    private static final int HOSTS = 5;
    private static final int USERS = 8;

    /// A phone may be built on a library that attack tools are built on: its password is right.
    private static final int REFUSED = 3;

    private static final int FORBIDDEN = 403;

    /// Of more ways to write requests, the rest is not compared with known ones.
    private static final int MOST_READ = 5_000;

    private final TransactionTable table;
    private final Registrations registrations;
    private final long[] registeredAtNanos;
    private final Map<Integer, Boolean> tools = new HashMap<>();
    private final BitSet found = new BitSet();

    private Intruders(TransactionTable table, Registrations registrations, long[] registeredAtNanos, BitSet servers) {
        this.table = table;
        this.registrations = registrations;
        this.registeredAtNanos = registeredAtNanos;
        findTools();
        findScanners();
        found.andNot(servers);
    }

    /// The numbers of such hosts.
    ///
    /// @param registeredAtNanos when each host first registered, in ns since the epoch; 0 if it did not
    /// @param servers hosts that are never among them
    static BitSet of(TransactionTable table, Registrations registrations, long[] registeredAtNanos, BitSet servers) {
        return new Intruders(table, registrations, registeredAtNanos, servers).found;
    }

    private void findTools() {
        int[] refused = new int[table.hostCount()];
        for (HopTransaction each : table.origins()) {
            int host = each.source();
            boolean isRefused = each.hasCredentials() && (each.isChallenged() || each.status() == FORBIDDEN);
            if (isRefused && isBeforeRegistration(each) && isOfTool(each.fingerprint())) {
                refused[host]++;
                found.set(host, refused[host] >= REFUSED);
            }
        }
    }

    private boolean isBeforeRegistration(HopTransaction each) {
        long registered = registeredAtNanos[each.source()];
        return registered == 0 || each.atNanos() < registered;
    }

    private boolean isOfTool(int fingerprint) {
        return fingerprint != HopTransaction.NONE && (tools.size() < MOST_READ || tools.containsKey(fingerprint))
                && tools.computeIfAbsent(fingerprint, this::isAttackTool);
    }

    private boolean isAttackTool(int fingerprint) {
        return KnownFingerprints.shipped()
                .identify(table.fingerprint(fingerprint))
                .filter(program -> program.kind() == KnownProgram.Kind.ATTACK_TOOL)
                .isPresent();
    }

    private void findScanners() {
        int[] asked = new int[table.hostCount()];
        int[] accepted = new int[table.hostCount()];
        int[] hosts = new int[table.hostCount()];
        int[] users = new int[table.hostCount()];
        Fingerprint which = new Fingerprint();
        FingerprintSet seen = new FingerprintSet();
        for (HopTransaction each : table.origins()) {
            int host = each.source();
            boolean isRegister = each.method() == MessageTypes.REGISTER;
            int user = isRegister ? each.toUser() : each.requestUser();
            if (registeredAtNanos[host] == 0 || !isBeforeRegistration(each) || each.isWithinDialog()
                    || each.hasCredentials() || !(isRegister || each.method() == MessageTypes.OPTIONS)
                    || (user != HopTransaction.NONE && registrations.contains(user, host))) {
                continue;
            }
            asked[host]++;
            accepted[host] += each.isAccepted() ? 1 : 0;
            hosts[host] += seen.add(which.begin().add(host).add(each.destination()).end()) ? 1 : 0;
            if (user != HopTransaction.NONE && seen.add(which.begin().add(host).add(user).add(1).end())) {
                users[host]++;
            }
        }
        for (int host = 0; host < asked.length; host++) {
            boolean scansUsers = users[host] >= USERS && accepted[host] * 2 < asked[host];
            if (scansUsers || hosts[host] >= HOSTS) {
                found.set(host);
            }
        }
    }
}
