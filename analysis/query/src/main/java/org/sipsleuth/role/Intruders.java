package org.sipsleuth.role;

import java.util.Arrays;
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
/// Before its first accepted registration such a host wrote as an attack tool does, or asked for at
/// least 8 users that it never registers (REGISTER, OPTIONS), mostly not accepted, or at least 5
/// hosts.
final class Intruders {

    private static final int HOSTS = 5;
    private static final int USERS = 8;

    /// Of more ways to write requests, the rest is not compared with known ones.
    private static final int MOST_READ = 5_000;

    private final TransactionTable table;
    private final Registrations registrations;
    private final long[] registeredAtNanos;
    private final Map<Integer, Boolean> tools = new HashMap<>();
    private final BitSet found = new BitSet();

    private Intruders(TransactionTable table, Registrations registrations, BitSet servers) {
        this.table = table;
        this.registrations = registrations;
        registeredAtNanos = new long[table.hostCount()];
        Arrays.fill(registeredAtNanos, Long.MAX_VALUE);
        for (HopTransaction each : table.origins()) {
            if (Registrations.isRegistration(each)) {
                registeredAtNanos[each.source()] = Math.min(registeredAtNanos[each.source()], each.atNanos());
            }
        }
        findTools();
        findScanners();
        found.andNot(servers);
    }

    /// The numbers of such hosts.
    ///
    /// @param servers hosts that are never among them
    static BitSet of(TransactionTable table, Registrations registrations, BitSet servers) {
        return new Intruders(table, registrations, servers).found;
    }

    private void findTools() {
        for (HopTransaction each : table.origins()) {
            if (each.atNanos() <= registeredAtNanos[each.source()] && !found.get(each.source())
                    && each.fingerprint() != HopTransaction.NONE
                    && (tools.size() < MOST_READ || tools.containsKey(each.fingerprint()))
                    && tools.computeIfAbsent(each.fingerprint(), this::isAttackTool)) {
                found.set(each.source());
            }
        }
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
            boolean isOfLater = registeredAtNanos[host] != Long.MAX_VALUE && each.atNanos() < registeredAtNanos[host];
            if (!isOfLater || each.isWithinDialog() || each.hasCredentials()
                    || !(isRegister || each.method() == MessageTypes.OPTIONS)
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
