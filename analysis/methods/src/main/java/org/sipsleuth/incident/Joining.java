package org.sipsleuth.incident;

import static org.sipsleuth.finding.IncidentKind.ACCOUNT_TAKEOVER;
import static org.sipsleuth.finding.IncidentKind.EXTENSION_ENUMERATION;
import static org.sipsleuth.finding.IncidentKind.PASSWORD_GUESSING;
import static org.sipsleuth.finding.IncidentKind.SPIT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;

/// Decides which findings are one incident: one actor, or several joined by account, fingerprint or
/// target, after one goal. A pause of more than an hour without a shared account begins a new one.
///
/// Cost: the findings with all that they name, times a constant, whatever a capture is made to
/// contain. Each is compared with a limited number of others that have something in common with it,
/// the latest first, in a limited number of passes.
final class Joining {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /// Between the guess of a password and its use.
    private static final long LONGEST_PAUSE = 7 * DAY;

    /// Of the others that have one thing in common, so many are remembered.
    private static final int MOST_REMEMBERED = 100;

    /// With so many others each is compared in a pass.
    static final int MOST_COMPARED = 200;

    /// Three are usual; each further one joins what was joined in the one before.
    static final int MOST_PASSES = 10;

    /// Of the users tried by two hosts of one distributed enumeration, at most this share is the
    /// same.
    private static final double MOST_SHARED = 0.3;

    /// More actors than that are not a few that flood each by itself.
    private static final int FEW_FLOODERS = 8;

    private static final Set<IncidentKind> ENUMERATION = Set.of(EXTENSION_ENUMERATION);
    private static final Set<IncidentKind> GUESSING = Set.of(PASSWORD_GUESSING, ACCOUNT_TAKEOVER);

    private final List<Joined> groups;
    private long comparisons;

    /// A way in which two may belong together.
    ///
    /// @param keys what two have in common at least if they do
    /// @param holds whether the second belongs to the first
    private record Relation(Function<Joined, Stream<String>> keys, BiPredicate<Joined, Joined> holds) {}

    Joining(List<Finding> findings) {
        groups = findings.stream()
                .filter(finding -> finding.observation().isPresent())
                .map(Joined::new)
                .sorted(Comparator.comparingLong((Joined group) -> group.fromNanos)
                        .thenComparing(group -> group.findings.getFirst().id()))
                .toList();
    }

    /// Joins findings that have an observation; the result is in the order of time.
    static List<Joined> of(List<Finding> findings) {
        return new Joining(findings).joined();
    }

    List<Joined> joined() {
        countAlike();
        List<Joined> shared = joined(groups, new Relation(Joining::sharedKeys, Joining::areDistributed));
        return joined(shared, new Relation(Joining::keys, Joining::areOne));
    }

    /// How often two were compared.
    long comparisons() {
        return comparisons;
    }

    /// Joins until nothing more belongs together.
    private List<Joined> joined(List<Joined> some, Relation relation) {
        List<Joined> before = some;
        List<Joined> after = pass(before, relation);
        for (int pass = 1; pass < MOST_PASSES && after.size() < before.size(); pass++) {
            before = after;
            after = pass(before, relation);
        }
        return after;
    }

    private List<Joined> pass(List<Joined> some, Relation relation) {
        List<Joined> result = new ArrayList<>();
        Map<String, SequencedSet<Joined>> byKey = new HashMap<>();
        for (Joined group : some) {
            List<String> keys = relation.keys().apply(group).toList();
            Joined earlier = alike(keys, byKey)
                    .filter(each -> relation.holds().test(each, group) || relation.holds().test(group, each))
                    .findFirst()
                    .orElse(null);
            if (earlier == null) {
                result.add(group);
                keys.forEach(key -> put(byKey, key, group));
            } else {
                keys.forEach(key -> put(byKey, key, earlier));
                earlier.add(group);
            }
        }
        return result;
    }

    /// Those that have a key, the latest first.
    private Stream<Joined> alike(List<String> keys, Map<String, SequencedSet<Joined>> byKey) {
        return keys.stream()
                .map(byKey::get)
                .filter(Objects::nonNull)
                .flatMap(its -> its.reversed().stream())
                .distinct()
                .limit(MOST_COMPARED)
                .peek(_ -> comparisons++);
    }

    private static void put(Map<String, SequencedSet<Joined>> byKey, String key, Joined group) {
        SequencedSet<Joined> known = byKey.computeIfAbsent(key, _ -> new LinkedHashSet<>(2));
        if (known.add(group) && known.size() > MOST_REMEMBERED) {
            known.removeFirst();
        }
    }

    /// What two have in common if they are one.
    private static Stream<String> keys(Joined group) {
        boolean isFlood = group.kinds.stream().allMatch(IncidentKind::isFlood);
        boolean hasAccounts = group.hasAccount || has(group, GUESSING) || has(group, Joined.USES);
        return Stream
                .of(group.actors.stream().flatMap(actor -> group.goals.stream().map(goal -> goal + " of " + actor)),
                        group.users.stream().flatMap(user -> group.goals.stream().map(goal -> goal + " by " + user)),
                        only(hasAccounts, group.accounts).map(account -> "account " + account),
                        only(Set.of(SPIT).containsAll(group.kinds), group.fingerprints)
                                .map(print -> "fingerprint " + print),
                        only(isFlood, group.victims).map(victim -> group.kinds + " of " + victim))
                .flatMap(keys -> keys);
    }

    private static Stream<String> only(boolean areWanted, Set<String> some) {
        return areWanted ? some.stream() : Stream.empty();
    }

    private static boolean has(Joined group, Set<IncidentKind> wanted) {
        return group.kinds.stream().anyMatch(wanted::contains);
    }

    /// What hosts have in common if they share one attack.
    private static Stream<String> sharedKeys(Joined group) {
        if (ENUMERATION.containsAll(group.kinds)) {
            return group.victims.stream().map(victim -> "enumeration at " + victim);
        }
        return only(GUESSING.containsAll(group.kinds), group.victims).map(victim -> "guessing at " + victim);
    }

    /// Counts for those that guess how many do it alike.
    private void countAlike() {
        Map<String, SequencedSet<Joined>> byKey = new HashMap<>();
        for (Joined group : groups) {
            if (GUESSING.containsAll(group.kinds)) {
                List<String> keys = sharedKeys(group).toList();
                List<Joined> alike = alike(keys, byKey).filter(each -> areAlike(each, group)).toList();
                group.alike = alike.size() + 1;
                alike.forEach(each -> each.alike++);
                keys.forEach(key -> put(byKey, key, group));
            }
        }
    }

    private static boolean areAlike(Joined one, Joined other) {
        return one.kinds.equals(other.kinds) && Joined.meet(one.victims, other.victims)
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
        if (!Joined.meet(one.victims, other.victims) || one.hasActorOf(other) || one.overlapNanos(other) < shorter / 2
                || longer > 4 * shorter + MINUTE) {
            return false;
        }
        if (one.isOnly(other, ENUMERATION)) {
            return one.means.equals(other.means) && shared(one.tried, other.tried) <= MOST_SHARED;
        }
        if (!one.isOnly(other, GUESSING)) {
            return false;
        }
        boolean areSimilar = Math.max(one.alike, other.alike) >= 3 && longer < 1.5 * shorter
                && isWithin((double) one.count / Math.max(1, one.actors.size()),
                        (double) other.count / Math.max(1, other.actors.size()));
        return Joined.meet(one.accounts, other.accounts) || areSimilar;
    }

    private static double shared(Set<String> one, Set<String> other) {
        Set<String> small = one.size() <= other.size() ? one : other;
        Set<String> large = one.size() <= other.size() ? other : one;
        return small.isEmpty() ? 0 : (double) small.stream().filter(large::contains).count() / small.size();
    }

    /// Whether the second belongs to the first.
    private static boolean areOne(Joined one, Joined other) {
        if (!one.isNear(other, LONGEST_PAUSE)) {
            return false;
        }
        boolean haveAccount = Joined.meet(one.accounts, other.accounts);
        boolean haveGoal = one.goals.stream().anyMatch(other.goals::contains);
        if (haveGoal && one.hasActorOf(other)) {
            return one.isNear(other, haveAccount ? DAY : HOUR);
        }
        if (one.isGuessedAfter(other) || other.isGuessedAfter(one)) {
            return false; // linked, not joined
        }
        if (one.isOnly(other, GUESSING) && haveAccount && !one.isMinor && !other.isMinor) {
            return one.isNear(other, DAY); // one account, several guessers, at once or in turn
        }
        if (one.hasAccount && haveAccount && other.kinds.stream().anyMatch(Joined.USES::contains)) {
            return one.fromNanos <= other.fromNanos && one.isNear(other, LONGEST_PAUSE);
        }
        boolean areFloods = one.kinds.stream().allMatch(IncidentKind::isFlood) && one.kinds.equals(other.kinds);
        if (areFloods && Joined.meet(one.victims, other.victims)) {
            return one.isNear(other, MINUTE) && (one.actors.isEmpty() || other.actors.isEmpty()
                    || one.actors.size() + other.actors.size() > FEW_FLOODERS);
        }
        return one.isOnly(other, Set.of(SPIT)) && Joined.meet(one.fingerprints, other.fingerprints)
                && one.isNear(other, HOUR);
    }
}
