package org.sipsleuth.incident;

import static org.sipsleuth.finding.IncidentKind.ACCOUNT_TAKEOVER;
import static org.sipsleuth.finding.IncidentKind.EXTENSION_ENUMERATION;
import static org.sipsleuth.finding.IncidentKind.PASSWORD_GUESSING;
import static org.sipsleuth.finding.IncidentKind.REGISTRATION_HIJACK;
import static org.sipsleuth.finding.IncidentKind.SPIT;
import static org.sipsleuth.finding.IncidentKind.TOLL_FRAUD;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;

/// Decides which findings are one incident: one actor, or several joined by account, fingerprint or
/// target, after one goal. A pause of more than an hour without a shared account begins a new one.
final class Joining {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /// With how many others that have something in common each is compared, the latest first.
    private static final int MOST_COMPARED = 500;

    /// Of the users tried by two hosts of one distributed enumeration, at most this share is the
    /// same.
    private static final double MOST_SHARED = 0.3;

    /// More actors than that are not a few that flood each by itself.
    private static final int FEW_FLOODERS = 8;

    private static final Set<IncidentKind> GUESSING = Set.of(PASSWORD_GUESSING, ACCOUNT_TAKEOVER);
    private static final Set<IncidentKind> USES =
            Set.of(TOLL_FRAUD, ACCOUNT_TAKEOVER, REGISTRATION_HIJACK);

    private Joining() {}

    /// Joins findings that have an observation; the result is in the order of time.
    static List<Joined> of(List<Finding> findings) {
        List<Joined> groups =
                findings.stream()
                        .filter(finding -> finding.observation().isPresent())
                        .map(Joined::new)
                        .sorted(
                                Comparator.comparingLong((Joined group) -> group.fromNanos)
                                        .thenComparing(group -> group.findings.getFirst().id()))
                        .toList();
        countAlike(groups);
        return joined(joined(groups, Joining::areDistributed), Joining::areOne);
    }

    /// Joins until nothing more belongs together.
    private static List<Joined> joined(List<Joined> groups, BiPredicate<Joined, Joined> belong) {
        List<Joined> before = groups;
        List<Joined> after = pass(before, belong);
        while (after.size() < before.size()) {
            before = after;
            after = pass(before, belong);
        }
        return after;
    }

    private static List<Joined> pass(List<Joined> groups, BiPredicate<Joined, Joined> belong) {
        List<Joined> result = new ArrayList<>();
        Map<String, Deque<Joined>> byKey = new HashMap<>();
        for (Joined group : groups) {
            Joined earlier = find(group, byKey, belong);
            if (earlier == null) {
                result.add(group);
                keys(group).forEach(key -> put(byKey, key, group));
            } else {
                keys(group).forEach(key -> put(byKey, key, earlier));
                earlier.add(group);
            }
        }
        return result;
    }

    private static @Nullable Joined find(
            Joined group, Map<String, Deque<Joined>> byKey, BiPredicate<Joined, Joined> belong) {
        return keys(group)
                .flatMap(key -> byKey.getOrDefault(key, new ArrayDeque<>()).stream())
                .distinct()
                .filter(each -> belong.test(each, group) || belong.test(group, each))
                .findFirst()
                .orElse(null);
    }

    private static void put(Map<String, Deque<Joined>> byKey, String key, Joined group) {
        Deque<Joined> known = byKey.computeIfAbsent(key, _ -> new ArrayDeque<>());
        if (known.peekFirst() != group && !known.contains(group)) {
            known.addFirst(group);
            if (known.size() > MOST_COMPARED) {
                known.removeLast();
            }
        }
    }

    /// What two have in common if they may belong together.
    private static Stream<String> keys(Joined group) {
        return Stream.of(
                        group.actors.stream().map(actor -> "actor " + actor),
                        group.accounts.stream().map(account -> "account " + account),
                        group.fingerprints.stream().map(print -> "fingerprint " + print),
                        group.kinds.stream()
                                .flatMap(
                                        kind ->
                                                group.victims.stream()
                                                        .map(its -> kind + " of " + its)))
                .flatMap(keys -> keys);
    }

    private static void countAlike(List<Joined> groups) {
        Map<String, Deque<Joined>> byKey = new HashMap<>();
        for (Joined group : groups) {
            Set<Joined> alike = new HashSet<>();
            keys(group)
                    .flatMap(key -> byKey.getOrDefault(key, new ArrayDeque<>()).stream())
                    .filter(each -> areAlike(each, group))
                    .forEach(alike::add);
            group.alike = alike.size() + 1;
            alike.forEach(each -> each.alike++);
            keys(group).forEach(key -> put(byKey, key, group));
        }
    }

    private static boolean areAlike(Joined one, Joined other) {
        return one.kinds.equals(other.kinds)
                && Joined.meet(one.victims, other.victims)
                && one.overlapNanos(other) > 0.6 * Math.max(one.nanos(), other.nanos())
                && isWithin(one.count, other.count);
    }

    /// Whether two numbers are of the same size.
    private static boolean isWithin(double one, double other) {
        return other > 0 && one / other > 0.4 && one / other < 2.5;
    }

    /// Whether several hosts share one attack: the same kind and victim, for the most part at the
    /// same time and for about as long, with different users by the same means, or with the same
    /// accounts.
    private static boolean areDistributed(Joined one, Joined other) {
        long shorter = Math.min(one.nanos(), other.nanos());
        long longer = Math.max(one.nanos(), other.nanos());
        if (!Joined.meet(one.victims, other.victims)
                || Joined.meet(one.actors, other.actors)
                || one.overlapNanos(other) < shorter / 2
                || longer > 4 * shorter + MINUTE) {
            return false;
        }
        if (one.isOnly(other, Set.of(EXTENSION_ENUMERATION))) {
            return one.means.equals(other.means) && shared(one.tried, other.tried) <= MOST_SHARED;
        }
        if (!one.isOnly(other, GUESSING)) {
            return false;
        }
        boolean areSimilar =
                Math.max(one.alike, other.alike) >= 3
                        && longer < 1.5 * shorter
                        && isWithin(
                                (double) one.count / Math.max(1, one.actors.size()),
                                (double) other.count / Math.max(1, other.actors.size()));
        return Joined.meet(one.accounts, other.accounts) || areSimilar;
    }

    private static double shared(Set<String> one, Set<String> other) {
        int least = Math.min(one.size(), other.size());
        return least == 0 ? 0 : (double) one.stream().filter(other::contains).count() / least;
    }

    /// Whether the second belongs to the first.
    private static boolean areOne(Joined one, Joined other) {
        boolean haveAccount = Joined.meet(one.accounts, other.accounts);
        boolean haveGoal = one.goals.stream().anyMatch(other.goals::contains);
        if (haveGoal && Joined.meet(one.actors, other.actors)) {
            return one.isNear(other, haveAccount ? DAY : HOUR);
        }
        if (one.isOnly(other, GUESSING) && haveAccount && !one.isMinor && !other.isMinor) {
            return one.isNear(other, DAY); // one account, several guessers, at once or in turn
        }
        if (one.hasAccount && haveAccount && other.kinds.stream().anyMatch(USES::contains)) {
            return one.fromNanos <= other.fromNanos && one.isNear(other, 7 * DAY);
        }
        boolean areFloods =
                one.kinds.stream().allMatch(IncidentKind::isFlood) && one.kinds.equals(other.kinds);
        if (areFloods && Joined.meet(one.victims, other.victims)) {
            return one.isNear(other, MINUTE)
                    && (one.actors.isEmpty()
                            || other.actors.isEmpty()
                            || one.actors.size() + other.actors.size() > FEW_FLOODERS);
        }
        return one.isOnly(other, Set.of(SPIT))
                && Joined.meet(one.fingerprints, other.fingerprints)
                && one.isNear(other, HOUR);
    }
}
