package org.sipsleuth.role;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintSet;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.SharedValues;
import org.sipsleuth.transaction.TransactionTable;

/// The role of every host, estimated from registrations, copies, fan-in and fan-out, or as the user
/// corrected it. Hosts and users are numbers of the table. Immutable.
///
/// A host is an address without port: phones behind one NAT are one host, with the accounts of all
/// of them, and what one of them does is ascribed to all.
public final class HostRoles {

    private static final SharedValues<TransactionTable, HostRoles> SHARED = new SharedValues<>();

    private static final int NOBODY = -1;
    private static final int LEAST_COPIES = 2;
    private static final double LEAST_SHARE_OF_COPIES = 0.2;
    private static final int TRUNK_USERS = 4;
    private static final int TRUNK_ANSWERS = 3;
    private static final int SCANNED_HOSTS = 5;
    private static final int SCANNED_USERS = 8;
    private static final int MOST_REPEATS = 3;

    private final TransactionTable table;
    private final Registrations registrations = new Registrations();
    private final long[] registeredAtNanos;
    private final int[] owners;
    private final int[] received;
    private final int[] receivedForOthers;
    private final BitSet servers = new BitSet();
    private final BitSet registrars = new BitSet();
    private final BitSet trunks = new BitSet();
    private final BitSet phones = new BitSet();
    private final BitSet reached = new BitSet();
    private final BitSet scanners = new BitSet();
    private final BitSet intruders;
    private final BitSet monitors;

    private final RoleCorrections corrections;
    private final BitSet allowed = new BitSet();

    private HostRoles(TransactionTable table, RoleCorrections corrections) {
        this.table = table;
        this.corrections = corrections;
        this.registeredAtNanos = new long[table.hostCount()];
        this.owners = new int[table.userCount()];
        this.received = new int[table.hostCount()];
        this.receivedForOthers = new int[table.hostCount()];
        Arrays.fill(owners, NOBODY);
        readRegistrations();
        findProxies();
        intruders = Intruders.of(table, registrations, registeredAtNanos, servers);
        findOwners();
        correct(); // servers first, for trunks are found by them
        findTrunks();
        correct();
        findScanners();
        monitors = Monitors.of(table);
    }

    /// Estimates them. Cost: all transactions.
    public static HostRoles of(TransactionTable table) {
        return of(table, RoleCorrections.NONE);
    }

    /// Estimates them; what the user knows better counts. Cost: all transactions.
    public static HostRoles of(TransactionTable table, RoleCorrections corrections) {
        return new HostRoles(table, corrections);
    }

    /// The same; a caller that asks for the same table and corrections while somebody still uses the
    /// roles gets those, so that they are estimated once for all methods.
    public static HostRoles shared(TransactionTable table, RoleCorrections corrections) {
        return SHARED.of(table, roles -> roles.isCorrectedBy(corrections), () -> of(table, corrections));
    }

    private void correct() {
        if (corrections.isEmpty()) {
            return;
        }
        for (int host = 0; host < table.hostCount(); host++) {
            Optional<RoleCorrection> correction = corrections.of(table.host(host));
            allowed.set(host, correction.isPresent() && correction.get().isAllowed());
            if (correction.isPresent() && correction.get().role().isPresent()) {
                correct(host, correction.get().role().get());
            }
        }
    }

    private void correct(int host, Role role) {
        registrars.set(host, role == Role.REGISTRAR);
        servers.set(host, role == Role.REGISTRAR || role == Role.PROXY);
        trunks.set(host, role == Role.TRUNK);
        phones.set(host, role == Role.PHONE);
    }

    private void readRegistrations() {
        Fingerprint which = new Fingerprint();
        FingerprintSet passedOn = new FingerprintSet();
        for (HopTransaction each : table.all()) {
            if (each.method() == MessageTypes.REGISTER && each.isCopy()) {
                passedOn.add(passing(which, each, each.source()));
            }
        }
        for (HopTransaction each : table.all()) {
            if (each.method() != MessageTypes.REGISTER || each.status() != Registrations.OK) {
                continue;
            }
            servers.set(each.destination());
            if (!passedOn.contains(passing(which, each, each.destination()))) {
                registrars.set(each.destination());
            }
            if (Registrations.isRegistration(each)) {
                registrations.add(each.toUser(), each.source(), each.atNanos());
                long before = registeredAtNanos[each.source()];
                registeredAtNanos[each.source()] = before == 0 ? each.atNanos() : Math.min(before, each.atNanos());
            }
        }
    }

    /// Who registered an account first owns it, but for intruders.
    private void findOwners() {
        for (HopTransaction each : table.all()) {
            if (Registrations.isRegistration(each) && owners[each.toUser()] == NOBODY
                    && !intruders.get(each.source())) {
                owners[each.toUser()] = each.source();
                phones.set(each.source());
            }
        }
    }

    private static Fingerprint passing(Fingerprint which, HopTransaction register, int host) {
        return which.begin().add(register.dialog()).add(register.cseq()).add(host).end();
    }

    private void findProxies() {
        int[] sent = new int[table.hostCount()];
        int[] copies = new int[table.hostCount()];
        for (HopTransaction each : table.all()) {
            sent[each.source()]++;
            copies[each.source()] += each.isCopy() ? 1 : 0;
        }
        for (int host = 0; host < sent.length; host++) {
            if (copies[host] >= LEAST_COPIES && copies[host] >= LEAST_SHARE_OF_COPIES * sent[host]) {
                servers.set(host);
            }
        }
    }

    private void findTrunks() {
        int[] users = new int[table.hostCount()];
        int[] answered = new int[table.hostCount()];
        Fingerprint which = new Fingerprint();
        FingerprintSet seen = new FingerprintSet();
        for (HopTransaction each : table.all()) {
            if (each.method() != MessageTypes.INVITE || each.isWithinDialog()) {
                continue;
            }
            int host = each.destination();
            if (each.isAccepted()) {
                received[host]++;
                receivedForOthers[host] += isAccountOfAnother(each.toUser(), host) ? 1 : 0;
            }
            if (!servers.get(each.source()) || each.status() == 0) {
                continue;
            }
            answered[host] += each.isAccepted() ? 1 : 0;
            if (each.toUser() != HopTransaction.NONE && !registrations.contains(each.toUser(), host)
                    && seen.add(which.begin().add(each.toUser()).add(host).end())) {
                users[host]++;
            }
        }
        for (int host = 0; host < users.length; host++) {
            if (!servers.get(host)) {
                reached.set(host, answered[host] > 0);
                trunks.set(host, users[host] >= TRUNK_USERS && answered[host] >= TRUNK_ANSWERS);
            }
        }
    }

    private boolean isAccountOfAnother(int user, int host) {
        int owner = owner(user);
        return owner >= 0 && owner != host && registrations.contains(user, host);
    }

    /// Strangers that asked many hosts, few times each or mostly without an answer (others watch
    /// them), or for many users, mostly unanswered or refused; without credentials. Who is
    /// challenged and then let in with credentials makes calls.
    private void findScanners() {
        int[] hosts = new int[table.hostCount()];
        int[] users = new int[table.hostCount()];
        int[] asked = new int[table.hostCount()];
        int[] answered = new int[table.hostCount()];
        int[] accepted = new int[table.hostCount()];
        Fingerprint which = new Fingerprint();
        FingerprintSet seen = new FingerprintSet();
        for (HopTransaction each : table.origins()) {
            int host = each.source();
            if (isKnown(host) || each.isWithinDialog()) {
                continue;
            }
            if (each.hasCredentials()) {
                accepted[host] += each.isAccepted() ? 1 : 0;
                continue;
            }
            asked[host]++;
            answered[host] += each.isAnswered() ? 1 : 0;
            accepted[host] += each.isAccepted() ? 1 : 0;
            if (seen.add(which.begin().add(host).add(each.destination()).end())) {
                hosts[host]++;
            }
            int user = each.method() == MessageTypes.REGISTER ? each.toUser() : each.requestUser();
            if (user != HopTransaction.NONE && seen.add(which.begin().add(host).add(user).add(1).end())) {
                users[host]++;
            }
        }
        for (int host = 0; host < asked.length; host++) {
            boolean isRepeated = asked[host] > MOST_REPEATS * hosts[host];
            boolean scansHosts = hosts[host] >= SCANNED_HOSTS && (!isRepeated || answered[host] * 2 < asked[host]);
            boolean scansUsers = users[host] >= SCANNED_USERS && accepted[host] * 2 < asked[host];
            scanners.set(host, scansHosts || scansUsers);
        }
    }

    /// Whether these are the corrections that count.
    boolean isCorrectedBy(RoleCorrections others) {
        return corrections == others;
    }

    /// What they were estimated from.
    public TransactionTable table() {
        return table;
    }

    /// The role of a host.
    public Role role(int host) {
        Optional<Role> corrected = correction(host).flatMap(RoleCorrection::role);
        return corrected.orElseGet(() -> estimate(host));
    }

    private Role estimate(int host) {
        if (registrars.get(host)) {
            return Role.REGISTRAR;
        }
        if (servers.get(host)) {
            return Role.PROXY;
        }
        if (trunks.get(host)) {
            return Role.TRUNK;
        }
        if (phones.get(host)) {
            return Role.PHONE;
        }
        if (monitors.get(host) && !intruders.get(host)) {
            return Role.MONITORING;
        }
        if (scanners.get(host)) {
            return Role.SCANNER;
        }
        return reached.get(host) && !intruders.get(host) ? Role.PHONE : Role.UNKNOWN;
    }

    /// Whether it is a registrar or proxy: at least 2 and 20 % of its requests are copies, or it
    /// answered REGISTER with 200.
    public boolean isServer(int host) {
        return servers.get(host);
    }

    /// Whether it is a trunk: a server sends it calls for 4 or more users that it has not
    /// registered, and it answered at least 3.
    public boolean isTrunk(int host) {
        return trunks.get(host);
    }

    /// Whether it is a server, a trunk, or the first host that registered an account.
    public boolean isKnown(int host) {
        return servers.get(host) || trunks.get(host) || phones.get(host);
    }

    /// Whether nothing says that it belongs here: the opposite of [#isKnown].
    public boolean isStranger(int host) {
        return !isKnown(host);
    }

    /// Whether it attacked before it registered anything, by an attack tool or a scan: no
    /// registration makes such a host known.
    public boolean isIntruder(int host) {
        return intruders.get(host);
    }

    /// Whether the user allows what it does: an own scanner or a trunk.
    public boolean isAllowed(int host) {
        return allowed.get(host);
    }

    /// What the user knows of a host.
    public Optional<RoleCorrection> correction(int host) {
        return corrections.isEmpty() ? Optional.empty() : corrections.of(table.host(host));
    }

    /// The host that registered an account first (200 to REGISTER, not a removal), intruders left
    /// out, or -1.
    public int owner(int user) {
        return user == HopTransaction.NONE ? NOBODY : owners[user];
    }

    /// When a host first registered an account, in ns since the epoch; 0 if it did not.
    public long registeredAtNanos(int user, int host) {
        return registrations.firstAtNanos(user, host);
    }

    /// When a host first registered any account, in ns since the epoch; 0 if it did not.
    public long registeredAtNanos(int host) {
        return registeredAtNanos[host];
    }

    /// How many answered calls a host received.
    public int received(int host) {
        return received[host];
    }

    /// How many of these were to accounts that it registered and another host had registered
    /// before: those of a second device, or of a thief.
    public int receivedForOthers(int host) {
        return receivedForOthers[host];
    }
}
