package org.sipsleuth.incident;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Goal;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;

/// Findings that have been joined so far, with what decides whether more belong to them.
final class Joined {

    /// Kinds that use an account.
    static final Set<IncidentKind> USES =
            Set.of(IncidentKind.TOLL_FRAUD, IncidentKind.ACCOUNT_TAKEOVER, IncidentKind.REGISTRATION_HIJACK);

    /// More actors are not compared one by one.
    private static final int MOST_ACTORS = 10_000;

    final List<Finding> findings = new ArrayList<>();
    final Set<IncidentKind> kinds = EnumSet.noneOf(IncidentKind.class);
    final Set<Goal> goals = EnumSet.noneOf(Goal.class);
    final Set<String> actors = new TreeSet<>();

    /// Users that did it behind hosts that carry the calls of others.
    final Set<String> users = new TreeSet<>();

    final Set<String> victims = new TreeSet<>();
    final Set<String> accounts = new LinkedHashSet<>();
    final Set<String> fingerprints = new TreeSet<>();
    final Set<String> means = new HashSet<>();
    final Set<String> tried = new HashSet<>();
    long fromNanos;
    long toNanos;
    int count;
    boolean isMinor;

    /// When passwords were first tried, and when an account was first used; never is the latest time
    /// there is.
    long guessedFromNanos = Long.MAX_VALUE;

    long usedFromNanos = Long.MAX_VALUE;

    /// Whether it is certain that an account was taken over.
    boolean hasAccount;

    /// How many others are alike: same kind and victim, at the same time, as many attempts.
    int alike;

    Joined(Finding finding) {
        Observation its = finding.observation().orElseThrow();
        findings.add(finding);
        kinds.add(its.kind());
        goals.add(its.kind().goal());
        its.actors().addresses().stream().limit(MOST_ACTORS).forEach(actors::add);
        users.addAll(its.actors().users());
        victims.addAll(its.victims());
        accounts.addAll(its.accounts());
        fingerprints.addAll(its.actors().fingerprints());
        means.add(its.hints().how());
        tried.addAll(its.hints().tried());
        fromNanos = its.fromNanos();
        toNanos = its.toNanos();
        count = its.hints().count();
        isMinor = its.isMinor();
        if (its.kind() == IncidentKind.PASSWORD_GUESSING) {
            guessedFromNanos = fromNanos;
        } else if (USES.contains(its.kind())) {
            usedFromNanos = fromNanos;
        }
        hasAccount = its.kind() == IncidentKind.ACCOUNT_TAKEOVER
                || (its.kind() == IncidentKind.PASSWORD_GUESSING && finding.statement().outcome() == Outcome.SUCCEEDED);
    }

    void add(Joined other) {
        findings.addAll(other.findings);
        kinds.addAll(other.kinds);
        goals.addAll(other.goals);
        actors.addAll(other.actors);
        users.addAll(other.users);
        victims.addAll(other.victims);
        accounts.addAll(other.accounts);
        fingerprints.addAll(other.fingerprints);
        means.addAll(other.means);
        tried.addAll(other.tried);
        fromNanos = Math.min(fromNanos, other.fromNanos);
        toNanos = Math.max(toNanos, other.toNanos);
        count += other.count;
        isMinor &= other.isMinor;
        guessedFromNanos = Math.min(guessedFromNanos, other.guessedFromNanos);
        usedFromNanos = Math.min(usedFromNanos, other.usedFromNanos);
        hasAccount |= other.hasAccount;
        alike = Math.max(alike, other.alike);
    }

    /// Whether one did both.
    boolean hasActorOf(Joined other) {
        return meet(actors, other.actors) || meet(users, other.users);
    }

    /// The hosts that did it, then the users behind others.
    List<Sentence> actorNames() {
        return Stream.concat(actors.stream().map(Sentence::host), users.stream().map(Sentence::user)).toList();
    }

    long nanos() {
        return toNanos - fromNanos;
    }

    /// Whether both are of these kinds only.
    boolean isOnly(Joined other, Set<IncidentKind> wanted) {
        return wanted.containsAll(kinds) && wanted.containsAll(other.kinds);
    }

    /// Whether they overlap in time, or are at most this far apart.
    boolean isNear(Joined other, long apartNanos) {
        return fromNanos <= other.toNanos + apartNanos && other.fromNanos <= toNanos + apartNanos;
    }

    /// Whether its passwords were first tried after another had used an account: what is used needs
    /// no guess of somebody else.
    boolean isGuessedAfter(Joined use) {
        return guessedFromNanos != Long.MAX_VALUE && guessedFromNanos > use.usedFromNanos;
    }

    /// For how long both went on.
    long overlapNanos(Joined other) {
        return Math.min(toNanos, other.toNanos) - Math.max(fromNanos, other.fromNanos);
    }

    static boolean meet(Set<String> one, Set<String> other) {
        Set<String> small = one.size() <= other.size() ? one : other;
        Set<String> large = one.size() <= other.size() ? other : one;
        return small.stream().anyMatch(large::contains);
    }
}
