package org.sipsleuth.incident.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.incident.change.Difference.Aspect;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

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
public record KnownIncident(String id, String lastId, Facts facts, Facts last, Severity gravest, int changes,
        boolean isEnded) {

    private static final MethodTexts TEXTS = MethodTexts.beside(KnownIncident.class);

    /// After so many reported changes only a greater severity is reported.
    static final int MOST_CHANGES = 30;

    /// What an incident says at one time.
    ///
    /// @param count how many attempts its findings count
    /// @param names how many different names they tried; 0 where that does not matter
    public record Facts(IncidentKind kind, List<IncidentKind> stages, Severity severity, Outcome outcome, String title,
            Set<String> actors, Set<String> victims, int sources, int accounts, long count, long names, long fromNanos,
            long toNanos) {

        static Facts of(Incident incident) {
            List<JoinHints> hints = incident.findings()
                    .stream()
                    .flatMap(finding -> finding.observation().stream())
                    .map(Observation::hints)
                    .toList();
            long count = hints.stream().mapToLong(JoinHints::count).sum();
            long names = hints.stream().flatMap(each -> each.tried().stream()).distinct().count();
            return new Facts(incident.kind(), incident.stages().stream().map(Stage::kind).toList(), incident.severity(),
                    incident.outcome(), incident.title().text(), Set.copyOf(incident.actors().names()),
                    Set.copyOf(incident.victims()), incident.actors().sources(), incident.accounts().size(), count,
                    names, incident.fromNanos(), incident.toNanos());
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
    public static KnownIncident of(String id, Incident incident) {
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
        List<Difference> found = new ArrayList<>();
        if (facts.severity != last.severity) {
            found.add(new Difference(Aspect.SEVERITY, TEXTS.sentence("severity", Sentence.term(last.severity.word()),
                    Sentence.term(facts.severity.word()))));
        }
        if (!facts.stages.equals(last.stages)) {
            found.add(new Difference(Aspect.STAGES, stages()));
        }
        if (facts.outcome != last.outcome) {
            found.add(new Difference(Aspect.OUTCOME, TEXTS.sentence("outcome", Sentence.term(last.outcome.word()),
                    Sentence.term(facts.outcome.word()))));
        }
        addDoubled(found, Aspect.ACTORS, Aspect.ACTORS.word(), last.sources, facts.sources);
        addDoubled(found, Aspect.VICTIMS, Aspect.VICTIMS.word(), last.victims.size(), facts.victims.size());
        addDoubled(found, Aspect.ACCOUNTS, Aspect.ACCOUNTS.word(), last.accounts, facts.accounts);
        if (last.names == 0 || !addDoubled(found, Aspect.ATTEMPTS, "names", last.names, facts.names)) {
            addDoubled(found, Aspect.ATTEMPTS, Aspect.ATTEMPTS.word(), last.count, facts.count);
        }
        if (isEnded && facts.toNanos > last.toNanos) {
            found.add(new Difference(Aspect.RESUMED, TEXTS.sentence(Aspect.RESUMED.word())));
        }
        return found;
    }

    /// Those that have come, if that is all.
    private Sentence stages() {
        List<IncidentKind> more = new ArrayList<>(facts.stages);
        more.removeAll(last.stages);
        return !more.isEmpty() && facts.stages.containsAll(last.stages) ? TEXTS.sentence("stages.more", labels(more))
                : TEXTS.sentence("stages", labels(last.stages), labels(facts.stages));
    }

    private static Sentence labels(List<IncidentKind> stages) {
        return Sentence.joined(Sentence.Punctuation.COMMA, stages.stream().map(IncidentKind::label).toList());
    }

    /// @return whether it has
    private static boolean addDoubled(List<Difference> found, Aspect aspect, String key, long before, long now) {
        boolean isDoubled = now > before && now >= 2 * before;
        if (isDoubled) {
            found.add(new Difference(aspect, TEXTS.sentence(key, Sentence.count(before), Sentence.count(now))));
        }
        return isDoubled;
    }
}
