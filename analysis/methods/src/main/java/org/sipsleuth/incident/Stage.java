package org.sipsleuth.incident;

import java.util.List;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;

/// One kind of thing that was done in an incident.
///
/// @param kind what was done
/// @param fromNanos when it began, in ns since the epoch
/// @param toNanos when it ended
/// @param outcome how far it got
/// @param actors the hosts, or users behind hosts that carry calls of others, that did it, in order
/// @param did what was done in two or three words: `253 hosts probed`
/// @param result what came of it: `9 answered`; may say nothing
/// @param evidence all messages it rests on
/// @param findings what it was concluded from, in the order of time
public record Stage(IncidentKind kind, long fromNanos, long toNanos, Outcome outcome, List<String> actors, Sentence did,
        Sentence result, Evidence evidence, List<Finding> findings) {

    /// Takes copies.
    public Stage {
        actors = List.copyOf(actors);
        findings = List.copyOf(findings);
    }

    /// Whether calls of toll fraud got further than to be refused.
    public boolean isUse() {
        return kind == IncidentKind.TOLL_FRAUD && outcome != Outcome.ATTEMPTED;
    }

    /// Whether it is taken for the harmless thing that resembles its kind.
    public boolean isHarmless() {
        return areHarmless(findings);
    }

    static boolean areHarmless(List<Finding> findings) {
        return !findings.isEmpty()
                && findings.stream().allMatch(each -> each.observation().filter(Observation::isHarmless).isPresent());
    }

    /// Its name within a sentence: that of its kind, or of the harmless thing.
    public Sentence label() {
        return isHarmless() ? kind.texts().sentence("name.harmless") : kind.label();
    }

    /// One or two words for it.
    public Sentence shortLabel() {
        return isHarmless() ? kind.texts().sentence("stage.harmless") : kind.stageLabel();
    }

    /// What was done and what came of it: `253 hosts probed, 9 answered`.
    public Sentence what() {
        return result.isEmpty() ? did : Sentence.joined(Sentence.Punctuation.COMMA, List.of(did, result));
    }
}
