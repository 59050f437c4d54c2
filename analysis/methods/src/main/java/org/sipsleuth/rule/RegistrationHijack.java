package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;

/// Bindings of users that another host replaces or adds (RFC 3261 §10.3, §26.1.1).
///
/// A host that registers an account while the binding of another host is valid, and is written by
/// another product, may be a second phone of the user. It is not if it removes the binding of a
/// phone that goes on, or registers the accounts of several users who have phones of their own. In
/// a capture in which users have one phone each, a second one is unusual. One far away that takes
/// every call of the user by a program is not the user's. Otherwise it cannot be decided.
final class RegistrationHijack implements SessionRule {

    private static final String ACCOUNTS = "registration-accounts";
    private static final String USUAL = "registration-usual-share";
    private static final int FEWEST_ACCOUNTS = 8;
    private static final int FEWEST_REFUSED = 3;
    private static final int SEVERAL = 2;

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.REGISTRATION_HIJACK);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.whole(ACCOUNTS, 2, "accounts", 2, 1_000, "accounts of other hosts that one host registers"),
                Setting.real(USUAL, 0.1, "", 0, 1,
                        "share of accounts with several devices from which on these are usual"));
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        SecondRegistrations registrations = new SecondRegistrations(traffic);
        List<SecondRegistration> seconds = registrations.find();
        Map<Integer, List<SecondRegistration>> byHost = new TreeMap<>();
        seconds.forEach(each -> byHost.computeIfAbsent(each.host(), _ -> new ArrayList<>()).add(each));
        long several = seconds.stream().mapToInt(SecondRegistration::user).distinct().count();
        int accounts = registrations.accounts();
        boolean isUnusual =
                accounts >= FEWEST_ACCOUNTS && several <= Math.max(1, traffic.settings().real(USUAL) * accounts);
        List<Finding> findings = new ArrayList<>();
        if (!byHost.isEmpty()) {
            Groups callsTo = callsByDestination(traffic);
            Callees callees = new Callees(traffic, seconds);
            TakenCalls taken = new TakenCalls(callsTo, seconds);
            Set<Integer> guessed = new HashSet<>();
            traffic.guessed().forEach(each -> guessed.add(each.account()));
            byHost.forEach((host, its) -> {
                boolean isCollector = isCollector(traffic, its);
                List<SecondRegistration> stated = isCollector ? its : unusual(its, isUnusual);
                if (!stated.isEmpty()) {
                    explain(traffic, stated);
                    boolean isProgram = stated.stream().anyMatch(taken::areAllTaken);
                    findings.add(new RegistrationHijackText(traffic, stated, isCollector, isUnusual,
                            isSupported(guessed, callees, stated), isProgram).finding(calls(callsTo, stated)));
                }
            });
        }
        refused(traffic, registrations).forEach((host, its) -> {
            traffic.explain(its, IncidentKind.REGISTRATION_HIJACK);
            findings.add(RegistrationHijackText.refused(traffic, host, its));
        });
        return findings;
    }

    /// Those by another product, and those from elsewhere where that is unusual.
    private static List<SecondRegistration> unusual(List<SecondRegistration> its, boolean isUnusual) {
        return its.stream().filter(each -> each.isOtherProduct() || (isUnusual && each.isElsewhere())).toList();
    }

    /// Whether more than the binding speaks for a thief: the password was guessed, or the host
    /// calls with the account whom its owner, who calls too, never called.
    private static boolean isSupported(Set<Integer> guessed, Callees callees, List<SecondRegistration> its) {
        return its.stream()
                .anyMatch(each -> guessed.contains(each.user())
                        || callees.areOthers(each.user(), each.host(), each.owner()));
    }

    /// Whom hosts call with accounts.
    private static final class Callees {

        private record Caller(int account, int host) {}

        private final Map<Caller, Set<Integer>> all = new HashMap<>();
        private final Map<Caller, Set<Integer>> answered = new HashMap<>();

        /// Cost: all calls once.
        ///
        /// @param some registrations, with their accounts and hosts
        Callees(Traffic traffic, List<SecondRegistration> some) {
            for (SecondRegistration each : some) {
                all.put(new Caller(each.user(), each.owner()), new HashSet<>());
                answered.put(new Caller(each.user(), each.host()), new HashSet<>());
            }
            for (Call call : traffic.table().calls()) {
                Caller caller = new Caller(call.account(), call.source());
                Set<Integer> own = all.get(caller);
                if (own != null) {
                    own.add(call.callee());
                }
                Set<Integer> others = answered.get(caller);
                if (others != null && call.isAnswered()) {
                    others.add(call.callee());
                }
            }
        }

        /// Whether a host reached several users whom the owner, who calls several, never called.
        boolean areOthers(int account, int host, int owner) {
            Set<Integer> own = all.getOrDefault(new Caller(account, owner), Set.of());
            return own.size() >= SEVERAL && answered.getOrDefault(new Caller(account, host), Set.of())
                    .stream()
                    .filter(callee -> !own.contains(callee))
                    .limit(SEVERAL)
                    .count() == SEVERAL;
        }
    }

    private static void explain(Traffic traffic, List<SecondRegistration> seconds) {
        for (SecondRegistration each : seconds) {
            traffic.explain(each.binds(), IncidentKind.REGISTRATION_HIJACK);
            traffic.explain(each.removals(), IncidentKind.REGISTRATION_HIJACK);
        }
    }

    /// Whether a host registers accounts of several users by one program.
    private static boolean isCollector(Traffic traffic, List<SecondRegistration> its) {
        int least = traffic.settings().count(ACCOUNTS);
        long owners = its.stream().mapToInt(SecondRegistration::owner).distinct().count();
        long products =
                its.stream().map(each -> RegistrationHijackText.userAgent(traffic, each.first())).distinct().count();
        return its.size() >= least && owners >= least && products == 1;
    }

    /// The INVITEs outside dialogs on all hops, by the host they went to.
    private static Groups callsByDestination(Traffic traffic) {
        return Groups.by(each -> each.method() == MessageTypes.INVITE && !each.isWithinDialog() ? each.destination()
                : HopTransaction.NONE, traffic.table().hostCount(), traffic.table().all());
    }

    /// The calls to the users that went to a host after it had registered them.
    private static List<HopTransaction> calls(Groups callsTo, List<SecondRegistration> its) {
        Map<Integer, Long> since = new HashMap<>();
        its.forEach(each -> since.merge(each.user(), each.first().atNanos(), Math::min));
        return callsTo.of(its.getFirst().host())
                .stream()
                .filter(each -> each.atNanos() >= since.getOrDefault(each.toUser(), Long.MAX_VALUE))
                .toList();
    }

    /// Registrations with credentials that were refused, of hosts that tried accounts of several
    /// others and got none.
    private static Map<Integer, List<HopTransaction>> refused(Traffic traffic, SecondRegistrations accepted) {
        Map<Integer, List<HopTransaction>> refused = new TreeMap<>();
        for (HopTransaction each : traffic.open()) {
            boolean isRefused = (each.isChallenged() && !each.isStale()) || each.status() == 403;
            List<HopTransaction> owned = accepted.of(each.toUser());
            if (each.method() == MessageTypes.REGISTER && isRefused && each.hasCredentials() && !owned.isEmpty()
                    && owned.getFirst().atNanos() < each.atNanos() && !traffic.roles().isKnown(each.source())) {
                refused.computeIfAbsent(each.source(), _ -> new ArrayList<>()).add(each);
            }
        }
        refused.values()
                .removeIf(its -> its.stream().mapToInt(HopTransaction::toUser).distinct().count() < FEWEST_REFUSED);
        return refused;
    }
}
