package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The requests with credentials that were refused, by the hosts that sent them, and those that
/// were accepted for the same accounts. Servers' requests are not among them. Immutable.
///
/// Where the capture has no credentials (they may have been removed from it), a REGISTER that
/// follows a challenge in its Call-ID counts as one with credentials.
final class Logins {

    /// A challenge is answered again within this time where only its nonce was old, in ns.
    private static final long RENEWAL_NANOS = 5_000_000_000L;

    private static final int FORBIDDEN = 403;

    /// From this provisional status on, an INVITE was let in.
    private static final int RINGING = 180;

    private final Map<Integer, List<Login>> refusedByHost = new LinkedHashMap<>();
    private final Map<Integer, List<Login>> renewedByAccount = new HashMap<>();
    private final Map<Integer, List<Login>> acceptedByAccount = new HashMap<>();
    private final Map<Integer, List<Login>> acceptedByHost = new HashMap<>();
    private final Map<Integer, Set<Integer>> working = new HashMap<>();
    private final Map<Integer, Integer> accounts = new HashMap<>();
    private final TransactionTable table;
    private final HostRoles roles;
    private final boolean hasCredentials;
    private final KnownNetworks networks;

    /// A request made with an account.
    ///
    /// @param account the user of To of a REGISTER; of others the credentials' user
    record Login(HopTransaction transaction, int account) {

        long atNanos() {
            return transaction.atNanos();
        }

        int host() {
            return transaction.source();
        }
    }

    /// Requests of one host and method in one Call-ID.
    record Series(int host, int dialog, int method) {

        static Series of(HopTransaction transaction) {
            return new Series(transaction.source(), transaction.dialog(), transaction.method());
        }
    }

    private Logins(Traffic traffic) {
        table = traffic.table();
        roles = traffic.roles();
        hasCredentials = table.visibility().hasCredentials();
        networks = new KnownNetworks(roles);
    }

    /// Those that no rule before has explained otherwise than as enumeration: guessing begins with
    /// the same requests.
    static Logins of(Traffic traffic) {
        Logins logins = new Logins(traffic);
        logins.nameAccounts();
        logins.collectRefused(traffic);
        logins.collectAccepted();
        return logins;
    }

    /// The refused ones of each host in the order of time; hosts in the order of their first.
    Map<Integer, List<Login>> refusedByHost() {
        return refusedByHost;
    }

    /// The accepted ones of an account that has refused ones, too, in the order of time.
    List<Login> accepted(int account) {
        return acceptedByAccount.getOrDefault(account, List.of());
    }

    /// The accepted ones of a host that was refused for many accounts, in the order of time.
    List<Login> acceptedBy(int host) {
        return acceptedByHost.getOrDefault(host, List.of());
    }

    /// How many other accounts work for a host that was refused for some.
    ///
    /// @param refused the accounts that do not count
    int working(int host, Set<Integer> refused) {
        return Math.toIntExact(
                working.getOrDefault(host, Set.of()).stream().filter(account -> !refused.contains(account)).count());
    }

    /// Those that were refused, and let in at the next try: as a rule the nonce was old, but the
    /// last wrong password of a guesser is among them.
    List<Login> renewed(int account) {
        return renewedByAccount.getOrDefault(account, List.of());
    }

    /// The account of a user name of credentials, which need not be the same.
    int account(int user) {
        return accounts.getOrDefault(user, user);
    }

    /// Whether a transaction is a REGISTER.
    boolean isRegister(HopTransaction transaction) {
        return transaction.method() == MessageTypes.REGISTER;
    }

    private void nameAccounts() {
        for (HopTransaction each : table.origins()) {
            if (isRegister(each) && each.hasCredentials() && each.isAccepted() && each.toUser() != HopTransaction.NONE
                    && each.toUser() != each.credentials()) {
                accounts.putIfAbsent(each.credentials(), each.toUser());
            }
        }
    }

    private void collectRefused(Traffic traffic) {
        Hurry hurry = new Hurry(roles);
        Map<Series, Login> last = new HashMap<>();
        Set<HopTransaction> renewed = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Series> challenged = new HashSet<>();
        List<Login> refused = new ArrayList<>();
        List<Login> own = new ArrayList<>();
        List<Login> forbidden = new ArrayList<>();
        for (HopTransaction each : table.origins()) {
            if (!isCounted(each, traffic)) {
                continue;
            }
            Series series = Series.of(each);
            Login login = login(each, challenged.contains(series));
            if (!hasCredentials && each.isChallenged()) {
                challenged.add(series);
            }
            if (login == null) {
                continue;
            }
            Login before = last.remove(series);
            boolean isRefused = each.isChallenged() || each.status() == FORBIDDEN;
            if (before != null && !isRefused && each.status() != 0 && each.atNanos() - before.atNanos() < RENEWAL_NANOS
                    && !isOfGuesser(before, hurry)) {
                renewed.add(before.transaction());
                renewedByAccount.computeIfAbsent(before.account(), _ -> new ArrayList<>(1)).add(before);
            }
            if (each.isChallenged() && !each.isStale()) {
                hurry.refused(login);
                (isRegister(each) || !mayBeOwn(login) ? refused : own).add(login);
                last.put(series, login);
            } else if (each.status() == FORBIDDEN) {
                (isRegister(each) ? refused : forbidden).add(login);
            }
        }
        refused.addAll(unknown(forbidden));
        refused.addAll(unregistered(own, refused));
        refused.removeIf(each -> renewed.contains(each.transaction()));
        refused.sort((one, other) -> one.atNanos() != other.atNanos() ? Long.compare(one.atNanos(), other.atNanos())
                : Integer.compare(one.transaction().request(), other.transaction().request()));
        for (Login each : refused) {
            refusedByHost.computeIfAbsent(each.host(), _ -> new ArrayList<>()).add(each);
        }
    }

    /// Whether the right answer after a refused one is no renewal of a nonce: the host writes as an
    /// attack tool does, has attacked before, or tries in a hurry what it never registered.
    private boolean isOfGuesser(Login refused, Hurry hurry) {
        return roles.isIntruder(refused.host()) || hurry.isSeen(refused)
                || FingerprintText.isAttackTool(table, List.of(refused.transaction()));
    }

    /// Whether the account is registered by the host that uses it: before, or from where other
    /// known hosts are.
    private boolean mayBeOwn(Login login) {
        long registered = roles.registeredAtNanos(login.account(), login.host());
        return registered != 0 && (registered < login.atNanos() || networks.has(login.host()));
    }

    /// A host that registers an account has its password; a server that challenges its calls again
    /// and again refuses something else. Not so where its registrations were refused, too.
    private static List<Login> unregistered(List<Login> own, List<Login> refused) {
        if (own.isEmpty()) {
            return own;
        }
        Set<Pair> registrations = new HashSet<>();
        refused.forEach(each -> registrations.add(Pair.of(each)));
        return own.stream().filter(each -> registrations.contains(Pair.of(each))).toList();
    }

    /// An account used by a host.
    private record Pair(int host, int account) {

        static Pair of(Login login) {
            return new Pair(login.host(), login.account());
        }
    }

    /// Who knows the password may still be forbidden to call a number.
    private List<Login> unknown(List<Login> forbidden) {
        if (forbidden.isEmpty()) {
            return forbidden;
        }
        Set<Pair> known = new HashSet<>();
        forbidden.forEach(each -> known.add(Pair.of(each)));
        Set<Pair> accepted = new HashSet<>();
        for (HopTransaction each : table.origins()) {
            if (each.hasCredentials() && isLetIn(each)) {
                Pair pair = new Pair(each.source(), accountOf(each));
                if (known.contains(pair)) {
                    accepted.add(pair);
                }
            }
        }
        return forbidden.stream().filter(each -> !accepted.contains(Pair.of(each))).toList();
    }

    private void collectAccepted() {
        Set<Integer> failed = new HashSet<>();
        refusedByHost.values().forEach(list -> list.forEach(each -> failed.add(each.account())));
        if (failed.isEmpty()) {
            return;
        }
        refusedByHost.forEach((host, list) -> {
            if (list.stream().mapToInt(Login::account).distinct().count() >= Guessing.SPRAYED_ACCOUNTS) {
                acceptedByHost.put(host, new ArrayList<>());
            }
        });
        Set<Series> challenged = new HashSet<>();
        for (HopTransaction each : table.origins()) {
            Login login = login(each, challenged.contains(Series.of(each)));
            if (!hasCredentials && each.isChallenged()) {
                challenged.add(Series.of(each));
            }
            if (login == null || !isLetIn(each) || roles.isServer(each.source())) {
                continue;
            }
            if (refusedByHost.containsKey(login.host())) {
                working.computeIfAbsent(login.host(), _ -> new HashSet<>()).add(login.account());
            }
            if (failed.contains(login.account())) {
                acceptedByAccount.computeIfAbsent(login.account(), _ -> new ArrayList<>()).add(login);
            }
            List<Login> its = acceptedByHost.get(each.source());
            if (its != null) {
                its.add(login);
            }
        }
    }

    private boolean isCounted(HopTransaction each, Traffic traffic) {
        return (hasCredentials ? each.hasCredentials() : isRegister(each)) && !roles.isServer(each.source())
                && traffic.explanation(each).map(kind -> kind == IncidentKind.EXTENSION_ENUMERATION).orElse(true);
    }

    private @Nullable Login login(HopTransaction each, boolean isAfterChallenge) {
        boolean has = hasCredentials ? each.hasCredentials() : isRegister(each) && isAfterChallenge;
        int account = has ? accountOf(each) : HopTransaction.NONE;
        return account == HopTransaction.NONE ? null : new Login(each, account);
    }

    /// The account that a request is made with.
    int accountOf(HopTransaction each) {
        if (isRegister(each)) {
            return each.toUser();
        }
        return each.hasCredentials() ? account(each.credentials()) : each.fromUser();
    }

    /// Whether the credentials were right.
    static boolean isLetIn(HopTransaction each) {
        return each.isAccepted() || each.provisional() >= RINGING;
    }
}
