package org.sipsleuth.incident;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.AttackTechnique;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.sentence.UriPassword;

/// What somebody did to somebody: findings that belong together.
///
/// @param id the same in every run over the same captures, and while the incident grows:
///     `incident-4f0c21ab93d2`
/// @param number its place among the incidents of the capture, from 1, the most severe first
/// @param kind that of its gravest stage: the most severe by what was done and how far it got, of
///     equally severe ones the gravest kind
/// @param stages in the order of time, one for each kind
/// @param actors who did it
/// @param victims the addresses it was done to or that it reached, in order; hosts that were only scanned if nothing
///     else was done
/// @param accounts the users that it was done to, or as whom it was done; those that were only
///     found to exist if nothing else was done
/// @param fromNanos when it began, in ns since the epoch
/// @param toNanos when it ended
/// @param outcome how far its gravest stage got
/// @param severity by kind and outcome
/// @param confidence how sure kind, actors and outcome are
/// @param title in a few words: `Toll fraud through account 1007`
/// @param story in sentences
/// @param advice what to do next; at least one action
/// @param techniques of MITRE ATT&CK
/// @param keys the messages that show it best, in the order of time
/// @param notDetermined what could not be determined, a sentence each
/// @param alternatives harmless explanations, and what speaks for or against them
/// @param evidence all messages it rests on
/// @param findings what it was joined from
public record Incident(String id, int number, IncidentKind kind, List<Stage> stages, Actors actors,
        List<String> victims, List<String> accounts, long fromNanos, long toNanos, Outcome outcome, Severity severity,
        Confidence confidence, Sentence title, List<StorySentence> story, List<Action> advice,
        List<AttackTechnique> techniques, List<KeyMessage> keys, List<Sentence> notDetermined,
        List<Sentence> alternatives, Evidence evidence, List<Finding> findings) {

    /// Takes copies, and masks passwords of URIs.
    public Incident {
        stages = List.copyOf(stages);
        victims = List.copyOf(victims);
        accounts = UriPassword.masked(accounts);
        story = List.copyOf(story);
        advice = List.copyOf(advice);
        techniques = List.copyOf(techniques);
        keys = List.copyOf(keys);
        notDetermined = List.copyOf(notDetermined);
        alternatives = List.copyOf(alternatives);
        findings = List.copyOf(findings);
    }

    /// The whole story.
    public Sentence whole() {
        return Sentence.joined(Sentence.Punctuation.SPACE, story.stream().map(StorySentence::whole).toList());
    }

    /// The stage of a kind.
    public Optional<Stage> stage(IncidentKind wanted) {
        return stages.stream().filter(stage -> stage.kind() == wanted).findFirst();
    }

    /// How its numbers came about: confidence of kind, actors and outcome, then severity.
    public List<Explanation> explanations() {
        return Stream.concat(confidence.explanations().stream(), Stream.of(Gravity.of(this))).toList();
    }

    /// The users as whom its actors called, as written; the first ones of each finding.
    public Set<String> callers() {
        return findings.stream()
                .flatMap(finding -> finding.observation().stream())
                .flatMap(observation -> observation.callers().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The name of its kind within a sentence, or of the harmless thing that resembles it.
    public Sentence label() {
        return stage(kind).map(Stage::label).orElseGet(kind::label);
    }

    /// The same under the identifier that it had when its first evidence was still there.
    public Incident withId(String its) {
        return new Incident(its, number, kind, stages, actors, victims, accounts, fromNanos, toNanos, outcome, severity,
                confidence, title, story, advice, techniques, keys, notDetermined, alternatives, evidence, findings);
    }

    /// The same at another place.
    Incident withNumber(int place) {
        return with(place, findings);
    }

    /// The same with a sentence at the end of its story.
    Incident withSentence(Sentence sentence) {
        List<StorySentence> more =
                Stream.concat(story.stream(), Stream.of(new StorySentence(List.of(Clause.of(sentence))))).toList();
        return new Incident(id, number, kind, stages, actors, victims, accounts, fromNanos, toNanos, outcome, severity,
                confidence, title, more, advice, techniques, keys, notDetermined, alternatives, evidence, findings);
    }

    /// The same with more findings that belong to it.
    Incident with(List<Finding> more) {
        return with(number, Stream.concat(findings.stream(), more.stream()).toList());
    }

    private Incident with(int place, List<Finding> its) {
        return new Incident(id, place, kind, stages, actors, victims, accounts, fromNanos, toNanos, outcome, severity,
                confidence, title, story, advice, techniques, keys, notDetermined, alternatives, evidence, its);
    }
}
