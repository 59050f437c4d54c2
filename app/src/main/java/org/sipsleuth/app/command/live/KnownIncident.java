package org.sipsleuth.app.command.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Severity;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;

/// What is remembered of an incident of a growing capture: a few facts, and those that were reported
/// last.
///
/// @param id under which it is reported
/// @param lastId that it had when it was seen last
/// @param facts as it was seen last
/// @param last as it was reported last
/// @param gravest how severe it was at most when it was reported
/// @param changes how often a change was reported
/// @param isEnded whether its end was reported
record KnownIncident(String id, String lastId, Facts facts, Facts last, Severity gravest, int changes,
        boolean isEnded) {

    /// After so many reported changes only a greater severity is reported.
    static final int MOST_CHANGES = 30;

    /// What changes are reported of an incident.
    enum Difference {
        /// Its severity.
        SEVERITY,
        /// Its stages.
        STAGES,
        /// Its outcome.
        OUTCOME,
        /// At least twice as many actors as were reported.
        ACTORS,
        /// At least twice as many victims.
        VICTIMS,
        /// At least twice as many accounts.
        ACCOUNTS,
        /// At least twice as many names or passwords tried, hosts probed, or requests sent.
        ATTEMPTS,
        /// It goes on after its end was reported.
        RESUMED
    }

    /// What an incident says at one time.
    ///
    /// @param count how many attempts its findings count
    record Facts(IncidentKind kind, List<IncidentKind> stages, Severity severity, Outcome outcome, String title,
            Set<String> actors, Set<String> victims, int sources, int accounts, long count, long fromNanos,
            long toNanos) {

        static Facts of(Incident incident) {
            long count = incident.findings()
                    .stream()
                    .flatMap(finding -> finding.observation().stream())
                    .mapToLong(observation -> observation.hints().count())
                    .sum();
            return new Facts(incident.kind(), incident.stages().stream().map(Stage::kind).toList(),
                    incident.severity(), incident.outcome(), incident.title().text(),
                    Set.copyOf(incident.actors().names()), Set.copyOf(incident.victims()),
                    incident.actors().sources(), incident.accounts().size(), count, incident.fromNanos(),
                    incident.toNanos());
        }

        private boolean sharesParty(Facts other) {
            boolean hasActors = !actors.isEmpty() && !other.actors.isEmpty();
            return hasActors ? !Collections.disjoint(actors, other.actors)
                    : !Collections.disjoint(victims, other.victims);
        }

        private boolean overlaps(Facts other) {
            return fromNanos <= other.toNanos && other.fromNanos <= toNanos;
        }
    }

    /// One that was not known.
    static KnownIncident of(String id, Incident incident) {
        Facts facts = Facts.of(incident);
        return new KnownIncident(id, incident.id(), facts, facts, facts.severity, 0, false);
    }

    /// The same as it is now.
    KnownIncident after(Incident now) {
        return new KnownIncident(id, now.id(), Facts.of(now), last, gravest, changes, isEnded);
    }

    /// The same after its change was reported.
    KnownIncident reported() {
        Severity most = facts.severity.compareTo(gravest) > 0 ? facts.severity : gravest;
        return new KnownIncident(id, lastId, facts, facts, most, changes + 1, false);
    }

    /// The same after its end was reported.
    KnownIncident ended() {
        return new KnownIncident(id, lastId, facts, facts, gravest, changes, true);
    }

    /// When its first message was captured, in ns since the epoch.
    long fromNanos() {
        return facts.fromNanos;
    }

    /// When its last message was captured.
    long toNanos() {
        return facts.toNanos;
    }

    /// Whether an incident is the same by kind, party and time.
    boolean isLike(Incident incident) {
        Facts other = Facts.of(incident);
        return !Collections.disjoint(facts.stages, other.stages) && facts.sharesParty(other) && facts.overlaps(other);
    }

    /// Whether another has the same party at the same time.
    boolean isPartOf(KnownIncident other) {
        return facts.sharesParty(other.facts) && facts.overlaps(other.facts);
    }

    /// What is to be reported; nothing if it is as it was.
    List<Difference> differences() {
        boolean isGraver = facts.severity.compareTo(gravest) > 0;
        if (changes >= MOST_CHANGES && !isGraver) {
            return List.of();
        }
        Set<Difference> found = EnumSet.noneOf(Difference.class);
        add(found, Difference.SEVERITY, facts.severity != last.severity);
        add(found, Difference.STAGES, !facts.stages.equals(last.stages));
        add(found, Difference.OUTCOME, facts.outcome != last.outcome);
        add(found, Difference.ACTORS, isDoubled(facts.sources, last.sources));
        add(found, Difference.VICTIMS, isDoubled(facts.victims.size(), last.victims.size()));
        add(found, Difference.ACCOUNTS, isDoubled(facts.accounts, last.accounts));
        add(found, Difference.ATTEMPTS, isDoubled(facts.count, last.count));
        add(found, Difference.RESUMED, isEnded && facts.toNanos > last.toNanos);
        return new ArrayList<>(found);
    }

    private static void add(Set<Difference> found, Difference difference, boolean isThere) {
        if (isThere) {
            found.add(difference);
        }
    }

    private static boolean isDoubled(long now, long before) {
        return now > before && now >= 2 * before;
    }
}
