package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.fingerprint.Fingerprint;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.transaction.HopTransaction;

/// Bindings of users that another host replaces or adds (RFC 3261 §10.3, §26.1.1).
///
/// A host that registers an account while the binding of another host is valid, and is written by
/// another product, may be a second phone of the user. It is not if it removes the binding of a
/// phone that goes on, or registers the accounts of several users who have phones of their own. In
/// a capture in which users have one phone each, a second one is unusual. Otherwise it cannot be
/// decided.
final class RegistrationHijack implements SessionRule {

    private static final String ACCOUNTS = "registration-accounts";
    private static final String USUAL = "registration-usual-share";
    private static final int FEWEST_ACCOUNTS = 8;
    private static final int FEWEST_REFUSED = 3;
    private static final int MOST_REGISTERS = 5_000;
    private static final long USUAL_EXPIRES = 3_600;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// A removal and the registration that follows it.
    private static final long REPLACING_NANOS = 30 * NANOS_PER_SECOND;

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.whole(
                        ACCOUNTS,
                        2,
                        "accounts",
                        2,
                        1_000,
                        "accounts of other hosts that one host registers"),
                Setting.real(
                        USUAL,
                        0.1,
                        "",
                        0,
                        1,
                        "share of accounts with several devices from which on these are usual"));
    }

    /// A host that registered an account which another host had registered.
    ///
    /// @param binds its accepted registrations
    /// @param removals of the owner's bindings, accepted
    /// @param owners the last registration of the owner before, and the next one after
    /// @param isOtherProduct whether another product registered than the owner's
    /// @param isElsewhere whether it is in a network without any owner, and registered again after
    ///     the owner had: it did not change places with it
    private record Second(
            int user,
            int owner,
            int host,
            List<HopTransaction> binds,
            List<HopTransaction> removals,
            List<HopTransaction> owners,
            boolean isOtherProduct,
            boolean isElsewhere) {}

    @Override
    public List<Finding> apply(Traffic traffic) {
        Map<Integer, List<HopTransaction>> registers = byUser(traffic);
        List<Second> seconds = new ArrayList<>();
        Map<Integer, Integer> owners = new HashMap<>();
        registers.forEach((user, its) -> owners.put(user, owner(traffic, its)));
        Set<String> networks = networks(traffic, owners.values());
        Set<Integer> accounts = new HashSet<>();
        registers.forEach(
                (user, its) -> {
                    if (its.stream().anyMatch(RegistrationHijack::binds)) {
                        accounts.add(user);
                        int owner = Objects.requireNonNull(owners.get(user));
                        seconds.addAll(seconds(traffic, user, owner, its, networks));
                    }
                });
        Map<Integer, List<Second>> byHost = new TreeMap<>();
        seconds.forEach(
                each -> byHost.computeIfAbsent(each.host, _ -> new ArrayList<>()).add(each));
        long several = seconds.stream().mapToInt(Second::user).distinct().count();
        boolean isUnusual =
                accounts.size() >= FEWEST_ACCOUNTS
                        && several <= Math.max(1, traffic.settings().real(USUAL) * accounts.size());
        List<Finding> findings = new ArrayList<>();
        byHost.forEach(
                (host, its) -> finding(traffic, host, its, isUnusual).ifPresent(findings::add));
        refused(traffic, registers)
                .forEach((host, its) -> findings.add(refusedFinding(traffic, host, its)));
        return findings;
    }

    /// Registrations with credentials that were refused, of hosts that tried accounts of several
    /// others and got none.
    private static Map<Integer, List<HopTransaction>> refused(
            Traffic traffic, Map<Integer, List<HopTransaction>> accepted) {
        Map<Integer, List<HopTransaction>> refused = new TreeMap<>();
        for (HopTransaction each : traffic.open()) {
            boolean isRefused = (each.isChallenged() && !each.isStale()) || each.status() == 403;
            List<HopTransaction> owned = accepted.getOrDefault(each.toUser(), List.of());
            if (each.method() == MessageTypes.REGISTER
                    && isRefused
                    && each.hasCredentials()
                    && !owned.isEmpty()
                    && owned.getFirst().atNanos() < each.atNanos()
                    && !traffic.roles().isKnown(each.source())) {
                refused.computeIfAbsent(each.source(), _ -> new ArrayList<>()).add(each);
            }
        }
        refused.values()
                .removeIf(
                        its ->
                                its.stream().mapToInt(HopTransaction::toUser).distinct().count()
                                        < FEWEST_REFUSED);
        return refused;
    }

    private static Finding refusedFinding(Traffic traffic, int host, List<HopTransaction> refused) {
        traffic.explain(refused, IncidentKind.REGISTRATION_HIJACK);
        int accounts = (int) refused.stream().mapToInt(HopTransaction::toUser).distinct().count();
        Observed observed =
                new Observed(traffic, IncidentKind.REGISTRATION_HIJACK)
                        .on(refused)
                        .by(host, List.of(userAgent(traffic, refused.getFirst())))
                        .against(refused.stream().map(HopTransaction::destination))
                        .accounts(refused.stream().map(HopTransaction::toUser))
                        .outcome(Outcome.ATTEMPTED)
                        .confidence(0.4 + 0.05 * accounts)
                        .measure("measure.registrations", accounts, 1)
                        .words(Observed.TEXTS.text("registration.tried"))
                        .clause(Observed.TEXTS.text("registration.accounts", accounts), refused)
                        .words(Observed.TEXTS.text("registration.refused"))
                        .card(
                                Observed.TEXTS.text("registration.did.tried", accounts),
                                Observed.TEXTS.text("registration.none"))
                        .alternative(Observed.TEXTS.text("registration.alternative.guessing"));
        refused.forEach(
                each ->
                        observed.key(
                                each.request(),
                                Observed.TEXTS.text(
                                        "registration.key.refused",
                                        traffic.table().user(each.toUser()))));
        return observed.finding();
    }

    private static boolean binds(HopTransaction register) {
        return register.isAccepted() && !register.unregisters();
    }

    /// The registrations of each account at their hop of origin.
    private static Map<Integer, List<HopTransaction>> byUser(Traffic traffic) {
        Map<Integer, List<HopTransaction>> registers = new LinkedHashMap<>();
        for (HopTransaction each : traffic.table().origins()) {
            if (each.method() == MessageTypes.REGISTER
                    && each.toUser() != HopTransaction.NONE
                    && each.isAccepted()
                    && !traffic.roles().isServer(each.source())) {
                registers.computeIfAbsent(each.toUser(), _ -> new ArrayList<>(2)).add(each);
            }
        }
        return registers;
    }

    /// The networks of all owners.
    private static Set<String> networks(Traffic traffic, Collection<Integer> owners) {
        Set<String> networks = new HashSet<>();
        owners.stream().distinct().forEach(owner -> networks.add(network(traffic, owner)));
        return networks;
    }

    /// The first half of an IPv4 address, the first three groups of an IPv6 address.
    private static String network(Traffic traffic, int host) {
        String address = traffic.table().host(host);
        boolean isIpv6 = address.contains(":");
        String[] parts = address.split(isIpv6 ? ":" : "\\.", -1);
        return String.join(".", List.of(parts).subList(0, Math.min(parts.length, isIpv6 ? 3 : 2)));
    }

    private static List<Second> seconds(
            Traffic traffic,
            int user,
            int owner,
            List<HopTransaction> registers,
            Set<String> networks) {
        Set<Integer> others = new HashSet<>();
        for (HopTransaction each : registers) {
            boolean isOwned = each.destination() == registers.getFirst().destination();
            if (each.source() != owner && binds(each) && isOwned && !traffic.isExplained(each)) {
                others.add(each.source());
            }
        }
        List<Second> found = new ArrayList<>();
        for (int host : others.stream().sorted().toList()) {
            Second second = second(traffic, user, owner, host, registers, networks);
            if (second != null) {
                found.add(second);
            }
        }
        return found;
    }

    private static @Nullable Second second(
            Traffic traffic,
            int user,
            int owner,
            int host,
            List<HopTransaction> registers,
            Set<String> networks) {
        List<HopTransaction> binds =
                registers.stream().filter(each -> each.source() == host && binds(each)).toList();
        HopTransaction first = binds.getFirst();
        HopTransaction before = null;
        HopTransaction after = null;
        for (HopTransaction each : registers) {
            if (each.source() == owner && each.atNanos() < first.atNanos()) {
                before = each;
            } else if (each.source() == owner && after == null && binds(each)) {
                after = each;
            }
        }
        if (after == null || !isSameDomain(traffic, after, first)) {
            return null; // a phone that changed its address
        }
        HopTransaction known = before == null ? after : before;
        long lasts = expires(traffic, known) * NANOS_PER_SECOND;
        boolean isValid =
                before == null
                        ? lists(traffic, first, owner) // it registered before the capture
                        : !before.unregisters() && first.atNanos() <= before.atNanos() + lasts;
        if (!isValid || after.atNanos() > first.atNanos() + 2 * lasts) {
            return null; // the phone had left
        }
        List<HopTransaction> removals = new ArrayList<>();
        for (HopTransaction each : registers) {
            if (each.source() == host
                    && each.unregisters()
                    && each.atNanos() > first.atNanos() - REPLACING_NANOS
                    && removes(traffic, each, owner)
                    && removals.size() < MOST_REGISTERS) {
                removals.add(each);
            }
        }
        return new Second(
                user,
                owner,
                host,
                binds,
                removals,
                before == null ? List.of(after) : List.of(before, after),
                isOther(traffic, known, first),
                binds.getLast().atNanos() > after.atNanos()
                        && !networks.contains(network(traffic, host)));
    }

    /// The host that registered first: of those whose bindings the first response lists, else the
    /// first in the capture.
    private static int owner(Traffic traffic, List<HopTransaction> registers) {
        HopTransaction first = registers.getFirst();
        return registers.stream()
                .map(HopTransaction::source)
                .distinct()
                .filter(host -> host != first.source() && lists(traffic, first, host))
                .findFirst()
                .orElse(first.source());
    }

    /// Whether the response to a registration lists a binding at a host.
    private static boolean lists(Traffic traffic, HopTransaction register, int host) {
        String address = traffic.table().host(host);
        return register.response() >= 0
                && traffic.table().index().message(register.response()).contacts().stream()
                        .anyMatch(each -> CallParties.names(each.uri(), address));
    }

    private static boolean isOther(Traffic traffic, HopTransaction one, HopTransaction other) {
        if (one.fingerprint() < 0 || other.fingerprint() < 0) {
            return false;
        }
        Fingerprint its = traffic.table().fingerprint(one.fingerprint());
        Fingerprint others = traffic.table().fingerprint(other.fingerprint());
        return !its.userAgent().equals(others.userAgent());
    }

    private static boolean isSameDomain(Traffic traffic, HopTransaction one, HopTransaction other) {
        return domain(traffic, one).equals(domain(traffic, other));
    }

    private static String domain(Traffic traffic, HopTransaction register) {
        return message(traffic, register)
                .to()
                .flatMap(NameAddr::sipUri)
                .map(uri -> uri.host().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static SipMessage message(Traffic traffic, HopTransaction register) {
        return traffic.table().index().message(register.request());
    }

    /// How long a binding is valid, in s: as the registrar grants it, else as it was asked for.
    private static long expires(Traffic traffic, HopTransaction register) {
        SipMessage request = message(traffic, register);
        List<NameAddr> own = request.contacts();
        Optional<Long> granted =
                register.response() < 0
                        ? Optional.empty()
                        : traffic.table().index().message(register.response()).contacts().stream()
                                .filter(
                                        each ->
                                                own.stream()
                                                        .anyMatch(o -> o.uri().equals(each.uri())))
                                .map(each -> seconds(each.parameters().get("expires")))
                                .flatMap(Optional::stream)
                                .findFirst();
        return granted.or(
                        () ->
                                own.stream()
                                        .map(each -> seconds(each.parameters().get("expires")))
                                        .flatMap(Optional::stream)
                                        .findFirst())
                .or(() -> request.header("Expires").flatMap(RegistrationHijack::seconds))
                .orElse(USUAL_EXPIRES);
    }

    private static Optional<Long> seconds(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .map(Long::valueOf);
    }

    /// Whether a REGISTER removes all bindings, or one at the owner's address.
    private static boolean removes(Traffic traffic, HopTransaction register, int owner) {
        String address = traffic.table().host(owner);
        return message(traffic, register).contacts().stream()
                .anyMatch(each -> each.uri().equals("*") || CallParties.names(each.uri(), address));
    }

    private static Optional<Finding> finding(
            Traffic traffic, int host, List<Second> its, boolean isUnusual) {
        int least = traffic.settings().count(ACCOUNTS);
        long owners = its.stream().mapToInt(Second::owner).distinct().count();
        boolean isOneTool =
                its.stream()
                                .map(each -> userAgent(traffic, each.binds.getFirst()))
                                .distinct()
                                .count()
                        == 1;
        boolean isCollector = its.size() >= least && owners >= least && isOneTool;
        List<Second> stated =
                isCollector
                        ? its
                        : its.stream()
                                .filter(e -> e.isOtherProduct || (isUnusual && e.isElsewhere))
                                .toList();
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        boolean isReplaced = stated.stream().anyMatch(each -> !each.removals.isEmpty());
        boolean isDecided = isReplaced || isCollector || isUnusual;
        List<HopTransaction> calls = calls(traffic, host, stated);
        List<HopTransaction> all = new ArrayList<>();
        stated.forEach(
                each -> {
                    all.addAll(each.binds);
                    all.addAll(each.removals);
                });
        traffic.explain(all, IncidentKind.REGISTRATION_HIJACK);
        boolean isTaken = calls.stream().anyMatch(HopTransaction::isAccepted);
        List<HopTransaction> removals = stated.stream().flatMap(e -> e.removals.stream()).toList();
        Observed observed =
                new Observed(traffic, IncidentKind.REGISTRATION_HIJACK)
                        .on(concat(all, calls))
                        .by(host, List.of(userAgent(traffic, stated.getFirst().binds.getFirst())))
                        .against(all.stream().map(HopTransaction::destination))
                        .against(stated.stream().map(Second::owner))
                        .accounts(stated.stream().map(Second::user))
                        .outcome(isTaken ? Outcome.SUCCEEDED : Outcome.PARTIAL)
                        .confidence(
                                (isReplaced ? 0.8 : isCollector ? 0.75 : isUnusual ? 0.55 : 0.3)
                                        + (isTaken ? 0.05 : 0)
                                        + (isCollector ? 0.1 : 0))
                        .measure("measure.registrations", stated.size(), 1)
                        .words(Observed.TEXTS.text("registration.registered"))
                        .clause(
                                Observed.TEXTS.text("registration.accounts", stated.size()),
                                stated.stream().flatMap(each -> each.binds.stream()).toList())
                        .words(Observed.TEXTS.text("registration.while"))
                        .clause(
                                Observed.TEXTS.text("registration.owners"),
                                stated.stream().flatMap(each -> each.owners.stream()).toList())
                        .card(
                                Observed.TEXTS.text("registration.did", stated.size()),
                                Observed.TEXTS.text("registration.result", calls.size()));
        if (!removals.isEmpty()) {
            observed.words(Observed.TEXTS.text("registration.comma"))
                    .clause(Observed.TEXTS.text("registration.removed"), removals);
        }
        if (!calls.isEmpty()) {
            observed.words(Observed.TEXTS.text("registration.and"))
                    .clause(Observed.TEXTS.text("registration.calls", calls.size()), calls);
        }
        for (Second each : stated) {
            observed.key(
                    each.binds.getFirst().request(),
                    Observed.TEXTS.text(
                            "registration.key",
                            traffic.table().user(each.user),
                            traffic.table().host(each.owner)));
            each.removals.stream()
                    .findFirst()
                    .ifPresent(
                            removal ->
                                    observed.key(
                                            removal.request(),
                                            Observed.TEXTS.text("registration.key.removal")));
        }
        calls.stream()
                .findFirst()
                .ifPresent(
                        call ->
                                observed.key(
                                        call.request(),
                                        Observed.TEXTS.text("registration.key.call")));
        observed.alternative(
                Observed.TEXTS.text(
                        isReplaced || isCollector
                                ? "registration.alternative.against"
                                : isUnusual
                                        ? "registration.alternative.unusual"
                                        : "registration.alternative"));
        if (!isReplaced && !isCollector) {
            observed.notDetermined(
                    Observed.TEXTS.text("registration.unknown", traffic.table().host(host)));
        }
        if (!isDecided) {
            observed.minor();
        }
        return Optional.of(observed.finding());
    }

    private static List<HopTransaction> concat(
            List<HopTransaction> some, List<HopTransaction> more) {
        List<HopTransaction> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static String userAgent(Traffic traffic, HopTransaction register) {
        return register.fingerprint() < 0
                ? ""
                : traffic.table().fingerprint(register.fingerprint()).userAgent();
    }

    /// The calls to the users that went to a host after it had registered them.
    private static List<HopTransaction> calls(Traffic traffic, int host, List<Second> its) {
        Map<Integer, Long> since = new HashMap<>();
        its.forEach(each -> since.merge(each.user, each.binds.getFirst().atNanos(), Math::min));
        return traffic.table().all().stream()
                .filter(each -> each.method() == MessageTypes.INVITE && !each.isWithinDialog())
                .filter(each -> each.destination() == host)
                .filter(each -> each.atNanos() >= since.getOrDefault(each.toUser(), Long.MAX_VALUE))
                .toList();
    }
}
