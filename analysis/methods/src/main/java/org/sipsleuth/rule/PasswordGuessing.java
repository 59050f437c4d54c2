package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.rule.Guessing.Form;
import org.sipsleuth.rule.Logins.Login;
import org.sipsleuth.rule.Logins.Series;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.transaction.HopTransaction;

/// Recognises password guessing: credentials that are refused again and again (RFC 3261 §22, RFC
/// 7616 §5.8), by one host, for one account by several hosts, or by many hosts a few times each.
///
/// A wrong password stored in a phone is refused again and again, too: one account from one host,
/// or the few accounts of an adapter in rounds, at the pace of a phone. It is reported, never above
/// low.
final class PasswordGuessing implements SessionRule {

    static final String FAILURES = "guessing-failures";
    static final String HUMAN_SECONDS = "guessing-phone-seconds";
    static final String HUMAN_FAILURES = "guessing-phone-failures";
    private static final String SHARED_FAILURES = "guessing-shared-failures";
    static final String CERTAIN = "guessing-certain";
    static final String POOLED_FAILURES = "guessing-pooled-failures";
    static final String POOLED_SOURCES = "guessing-pooled-sources";
    static final String FOUND_AFTER = "guessing-found-after";

    /// So many wrong stored passwords at once are one matter of the registrar.
    private static final int MANY_PHONES = 5;

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.PASSWORD_GUESSING);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.whole(FAILURES, 8, "requests", 2, 1_000_000,
                        "refused requests with credentials of one source that are password guessing"),
                Setting.whole(CERTAIN, 20, "requests", 2, 1_000_000,
                        "the same, of one source for one account; with fewer the severity"
                                + " is at most low, since a client may answer challenges again and again"),
                Setting.whole(SHARED_FAILURES, 3, "requests", 1, 1_000_000,
                        "the same, where other sources try the same account"),
                Setting.whole(POOLED_FAILURES, 12, "requests", 2, 1_000_000,
                        "the same, of several sources at one target"),
                Setting.whole(POOLED_SOURCES, 3, "sources", 2, 1_000_000, "minimum number of such sources"),
                Setting.whole(FOUND_AFTER, 5, "requests", 1, 1_000_000,
                        "refused passwords before an accepted one counts as guessed"),
                Setting.real(HUMAN_SECONDS, 10, "s", 0, 86_400,
                        "a median interval from which a phone may be repeating a stored password"),
                Setting.whole(HUMAN_FAILURES, 30, "requests", 1, 1_000_000,
                        "refused requests from which it is no longer taken as a stored password,"
                                + " unless the phone owns the account"));
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        Logins logins = Logins.of(traffic);
        List<Guessing> all = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        for (List<Guesser> group : grouped(guessers(logins, traffic), traffic)) {
            Guessing guessing = guessing(group);
            group.forEach(each -> used.add(each.host()));
            all.add(judged(guessing, logins, traffic));
        }
        all.addAll(pooled(logins, used, traffic));
        List<Guessing> merged = withPhonesMerged(all);
        assign(merged, traffic);
        List<Finding> findings = new ArrayList<>();
        for (Guessing each : merged) {
            findings.add(new GuessingText(traffic, each).finding());
            traffic.explain(each.transactions(), IncidentKind.PASSWORD_GUESSING);
            each.guessed().forEach(traffic::guessed);
        }
        return findings;
    }

    /// The hosts whose credentials were refused often enough.
    private static List<Guesser> guessers(Logins logins, Traffic traffic) {
        Map<Integer, Integer> totals = new HashMap<>();
        logins.refusedByHost()
                .values()
                .forEach(list -> list.forEach(each -> totals.merge(each.account(), 1, Integer::sum)));
        KnownNetworks networks = new KnownNetworks(traffic.roles());
        List<Guesser> guessers = new ArrayList<>();
        for (Map.Entry<Integer, List<Login>> each : logins.refusedByHost().entrySet()) {
            for (List<Login> refused : byUser(each.getKey(), each.getValue(), logins, traffic)) {
                if (refused.size()
                        >= Math.min(traffic.settings().count(SHARED_FAILURES), traffic.settings().count(FAILURES))) {
                    Guesser guesser = new Guesser(each.getKey(), refused, totals, traffic.roles(), logins,
                            networks.has(each.getKey()), traffic.settings());
                    if (isOne(guesser, logins, traffic)) {
                        guessers.add(guesser);
                    }
                }
            }
        }
        return guessers;
    }

    private static boolean isOne(Guesser guesser, Logins logins, Traffic traffic) {
        return !guesser.isChallengedForever() && !guesser.hasPassword(logins)
                && (guesser.refused().size() >= traffic.settings().count(FAILURES) || guesser.hasOthers()
                        || guesser.isOfTool());
    }

    /// What a host tried; behind an SBC or a NAT with working users, what was tried for accounts as
    /// often as no phone does, apart from the wrong passwords of other users.
    private static List<List<Login>> byUser(int host, List<Login> refused, Logins logins, Traffic traffic) {
        Map<Integer, List<Login>> byAccount = refused.stream().collect(Collectors.groupingBy(Login::account));
        Map<Boolean, List<Login>> parts = refused.stream()
                .collect(Collectors.partitioningBy(each -> byAccount.getOrDefault(each.account(), List.of()).size()
                        >= traffic.settings().count(HUMAN_FAILURES)));
        boolean isShared = traffic.roles().isKnown(host)
                && logins.working(host, byAccount.keySet()) >= Math.max(Guesser.FEW_ACCOUNTS, 2 * byAccount.size());
        return isShared ? List.copyOf(parts.values()) : List.of(refused);
    }

    /// Those that try the same accounts together; those that a stored password explains each alone.
    private static List<List<Guesser>> grouped(List<Guesser> guessers, Traffic traffic) {
        Sets sets = new Sets(guessers.size());
        Map<Integer, Integer> firstOfAccount = new HashMap<>();
        for (int i = 0; i < guessers.size(); i++) {
            if (!guessers.get(i).isHarmless()) {
                for (int account : guessers.get(i).accounts()) {
                    Integer first = firstOfAccount.putIfAbsent(account, i);
                    sets.join(first == null ? i : first, i);
                }
            }
        }
        traffic.monitor().throwIfCancelled();
        Map<Integer, List<Guesser>> groups = new LinkedHashMap<>();
        for (int i = 0; i < guessers.size(); i++) {
            groups.computeIfAbsent(sets.of(i), _ -> new ArrayList<>()).add(guessers.get(i));
        }
        return List.copyOf(groups.values());
    }

    private static Guessing guessing(List<Guesser> group) {
        Guesser first = group.getFirst();
        Form form = first.isCorrection() ? Form.CORRECTED : first.isHarmless() ? Form.STORED_PASSWORD : Form.ATTACK;
        Guessing guessing = new Guessing(form, group.stream().flatMap(each -> each.refused().stream()).toList());
        guessing.othersWork(first.others());
        return guessing;
    }

    /// A stored password that is accepted in the end was guessed, unless a known host corrected it.
    private static Guessing judged(Guessing guessing, Logins logins, Traffic traffic) {
        int least = traffic.settings().count(FOUND_AFTER);
        if (guessing.form() == Form.CORRECTED) {
            if (isCorrected(guessing, logins)) {
                return guessing;
            }
            int others = guessing.others();
            guessing = new Guessing(Form.STORED_PASSWORD, guessing.refused());
            guessing.othersWork(others);
            if (guessing.accounts().size() <= Guesser.FEW_ACCOUNTS || others > 0) {
                return guessing;
            }
        }
        guessing.findGuessed(logins, traffic.roles(), least);
        if (guessing.form() == Form.STORED_PASSWORD && !guessing.guessed().isEmpty()) {
            Guessing attack = new Guessing(Form.ATTACK, guessing.refused());
            attack.findGuessed(logins, traffic.roles(), least);
            return attack;
        }
        return guessing;
    }

    /// Whether the passwords of most of the accounts were accepted later: a guesser does not find
    /// those of most accounts within a few tries each.
    private static boolean isCorrected(Guessing guessing, Logins logins) {
        long from = guessing.refused().getFirst().atNanos();
        long right = guessing.accounts()
                .stream()
                .filter(account -> logins.accepted(account)
                        .stream()
                        .filter(each -> each.atNanos() > from)
                        .anyMatch(each -> guessing.hosts().contains(each.host())))
                .count();
        return 2 * right > guessing.accounts().size();
    }

    /// What strangers tried a few times each, by target.
    private static List<Guessing> pooled(Logins logins, Set<Integer> used, Traffic traffic) {
        HostRoles roles = traffic.roles();
        KnownNetworks networks = new KnownNetworks(roles);
        Map<Integer, List<Login>> byTarget = new LinkedHashMap<>();
        for (Map.Entry<Integer, List<Login>> each : logins.refusedByHost().entrySet()) {
            if (!used.contains(each.getKey())
                    && networks.wasStranger(each.getKey(), each.getValue().getFirst().atNanos())) {
                for (Login login : each.getValue()) {
                    byTarget.computeIfAbsent(login.transaction().destination(), _ -> new ArrayList<>()).add(login);
                }
            }
        }
        List<Guessing> pooled = new ArrayList<>();
        for (List<Login> target : byTarget.values()) {
            target.sort(
                    Comparator.comparingLong(Login::atNanos).thenComparingInt(each -> each.transaction().request()));
            int from = 0;
            for (List<HopTransaction> span : Spans.byHabit(target.stream().map(Login::transaction).toList())) {
                List<Login> part = target.subList(from, from + span.size());
                from += span.size();
                long sources = part.stream().map(Login::host).distinct().count();
                if (part.size() >= traffic.settings().count(POOLED_FAILURES)
                        && sources >= traffic.settings().count(POOLED_SOURCES) && haveOneGoal(part, traffic)) {
                    Guessing guessing = new Guessing(Form.POOLED, part);
                    guessing.findGuessed(logins, roles, traffic.settings().count(FOUND_AFTER));
                    pooled.add(guessing);
                }
            }
        }
        return pooled;
    }

    /// Whether the sources try the same accounts, or write alike: a few strangers with a wrong
    /// password each do neither.
    private static boolean haveOneGoal(List<Login> part, Traffic traffic) {
        record Pair(int account, int host) {}
        long pairs = part.stream().map(each -> new Pair(each.account(), each.host())).distinct().count();
        long accounts = part.stream().map(Login::account).distinct().count();
        long hosts = part.stream().map(Login::host).distinct().count();
        Map<WritingStyle, Integer> styles = new HashMap<>();
        part.forEach(each -> styles.merge(WritingStyle.of(each.transaction(), traffic.table()), 1, Integer::sum));
        int alike = styles.values().stream().max(Integer::compare).orElse(0);
        return pairs >= accounts + 2 || pairs >= 2 * hosts || alike >= 0.8 * part.size();
    }

    /// Many stored passwords that one target refuses are one finding.
    private static List<Guessing> withPhonesMerged(List<Guessing> all) {
        Map<Integer, List<Guessing>> phones = new LinkedHashMap<>();
        for (Guessing each : all) {
            if (each.isHarmless()) {
                phones.computeIfAbsent(each.refused().getFirst().transaction().destination(), _ -> new ArrayList<>())
                        .add(each);
            }
        }
        Set<Guessing> merged = new HashSet<>();
        List<Guessing> result = new ArrayList<>();
        for (List<Guessing> at : phones.values()) {
            if (at.size() >= MANY_PHONES) {
                merged.addAll(at);
                result.add(new Guessing(Form.STORED_PASSWORD,
                        at.stream().flatMap(each -> each.refused().stream()).toList()));
            }
        }
        all.stream().filter(each -> !merged.contains(each)).forEach(result::add);
        result.sort(Comparator.comparingLong(each -> each.refused().getFirst().atNanos()));
        return result;
    }

    /// Gives each its transactions: all with the Call-IDs in which credentials were refused, until
    /// they were accepted.
    private static void assign(List<Guessing> all, Traffic traffic) {
        Map<Series, Guessing> bySeries = new HashMap<>();
        for (Guessing each : all) {
            each.series().forEach(series -> bySeries.putIfAbsent(series, each));
        }
        if (bySeries.isEmpty()) {
            return;
        }
        Set<HopTransaction> refused = Collections.newSetFromMap(new IdentityHashMap<>());
        all.forEach(each -> each.refused().forEach(login -> refused.add(login.transaction())));
        for (HopTransaction each : traffic.table().origins()) {
            Guessing its = bySeries.get(Series.of(each));
            if (its != null && (refused.contains(each) || each.isChallenged())
                    && traffic.explanation(each).map(kind -> kind == IncidentKind.EXTENSION_ENUMERATION).orElse(true)) {
                its.transactions().add(each);
            }
        }
        for (Guessing each : all) {
            each.guessed().forEach(its -> each.transactions().add(its.accepted()));
        }
    }
}
