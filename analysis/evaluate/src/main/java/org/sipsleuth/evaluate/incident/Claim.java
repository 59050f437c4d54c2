package org.sipsleuth.evaluate.incident;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.belief.detection.IncidentClass;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.sentence.Severity;

/// What a configuration reports as one thing: an incident, or a finding of a model.
///
/// @param title in a few words
/// @param kinds of its gravest part
/// @param outcome of its gravest part
/// @param parts what it consists of
/// @param actors the addresses that it names as actors, or the users behind a trunk, SBC or NAT
/// @param victims the addresses that it names as victims
/// @param confidence how sure it is of each thing that it states
/// @param evidence all its messages
record Claim(String title, Set<IncidentKind> kinds, Outcome outcome, List<Part> parts, List<String> actors,
        List<String> victims, Severity severity, Confidence confidence, Evidence evidence) {

    /// One kind of thing in a claim.
    ///
    /// @param kinds what it may be: models have coarser classes than incidents
    /// @param fromNanos when it began, in ns since the epoch
    record Part(Set<IncidentKind> kinds, Outcome outcome, long fromNanos, Evidence evidence) {

        Part {
            kinds = Set.copyOf(kinds);
        }
    }

    /// Takes copies.
    Claim {
        kinds = Set.copyOf(kinds);
        parts = List.copyOf(parts);
        actors = List.copyOf(actors);
        victims = List.copyOf(victims);
    }

    /// An incident, with a part for each observation. Findings of models in it are not parts.
    static Claim of(Incident incident) {
        return new Claim(incident.title().text(), Set.of(incident.kind()), incident.outcome(),
                incident.findings().stream().flatMap(each -> part(each).stream()).toList(), incident.actors().names(),
                incident.victims(), incident.severity(), incident.confidence(), incident.evidence());
    }

    private static Optional<Part> part(Finding finding) {
        return finding.observation()
                .map(stage -> new Part(Set.of(stage.kind()), finding.statement().outcome(), stage.fromNanos(),
                        finding.evidence()));
    }

    /// A finding of a model. Its class is coarse: it is right if one of the kinds that it can mean
    /// is. Models name no victims.
    static Claim of(Finding finding, SipIndex index) {
        boolean isSource = finding.subject().kind() == Subject.Kind.SOURCE;
        double value = finding.grounds().decisive().value();
        Set<IncidentKind> kinds = kinds(finding.statement().kind());
        return new Claim(finding.statement().title().text(), kinds, finding.statement().outcome(),
                List.of(new Part(kinds, finding.statement().outcome(), finding.evidence().fromNanos(index),
                        finding.evidence())),
                isSource ? List.of(finding.subject().name()) : List.of(), List.of(), finding.severity(),
                Confidence.of(Math.clamp(value, 0, 1)), finding.evidence());
    }

    private static Set<IncidentKind> kinds(String modelClass) {
        return TrafficClass.all()
                .stream()
                .filter(each -> each.isAttack() && each.word().equals(modelClass))
                .map(IncidentClass::kinds)
                .findFirst()
                .orElse(Set.of(IncidentKind.UNUSUAL_DIALOGS));
    }
}
