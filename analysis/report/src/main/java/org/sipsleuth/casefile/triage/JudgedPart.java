package org.sipsleuth.casefile.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.triage.TriagePlace;

/// Dialogs of a row for which the same verdicts hold: they have the same steps, the same
/// senders and servers, and the same whole sequence.
///
/// @param steps that of the row, then those that were joined to it and that they have
/// @param places who has the step, and to whom; empty where that is not known
/// @param sequence the message types in order, as the key of a verdict on a whole sequence has them
/// @param dialogs in order; at least one
/// @param verdicts the last word of each analyst, in the order in which they came
/// @param contradicting verdicts that hold for these dialogs and differ; empty if none do
public record JudgedPart(List<Subject> steps, List<TriagePlace> places, String sequence, List<Integer> dialogs,
        List<Verdict> verdicts, List<Verdict> contradicting) {

    /// Takes copies.
    public JudgedPart {
        steps = List.copyOf(steps);
        places = List.copyOf(places);
        dialogs = List.copyOf(dialogs);
        verdicts = List.copyOf(verdicts);
        contradicting = List.copyOf(contradicting);
    }

    /// @param standing verdicts on the steps or on the sequence, in order
    static JudgedPart of(List<Subject> steps, List<TriagePlace> places, String sequence, List<Integer> dialogs,
            List<Verdict> standing) {
        JudgedPart none = new JudgedPart(steps, places, sequence, dialogs, List.of(), List.of());
        List<Verdict> holding = standing.stream().filter(none::isHeldBy).toList();
        List<Verdict> candidates =
                holding.stream().filter(each -> holding.stream().noneMatch(each::isSupersededBy)).toList();
        Map<String, Verdict> last = new LinkedHashMap<>();
        for (Verdict each : candidates) {
            last.remove(each.who()); // to come at the end
            last.put(each.who(), each);
        }
        List<Verdict> contradicting = new ArrayList<>();
        for (Verdict each : candidates) {
            if (candidates.stream().anyMatch(other -> !other.judgement().equals(each.judgement()))) {
                contradicting.add(each);
            }
        }
        return new JudgedPart(steps, places, sequence, dialogs, List.copyOf(last.values()), contradicting);
    }

    /// Whether a verdict is about these dialogs.
    public boolean isHeldBy(Verdict verdict) {
        return switch (verdict.subject().kind()) {
            case STEP -> steps.contains(verdict.subject()) && covers(verdict.scope().orElse(Scope.EVERYWHERE), places);
            case SEQUENCE -> verdict.subject().key().equals(sequence);
            case DIALOG, INCIDENT -> false;
        };
    }

    private static boolean covers(Scope scope, List<TriagePlace> places) {
        return scope.equals(Scope.EVERYWHERE)
                || (!places.isEmpty() && places.stream().allMatch(each -> scope.covers(each.sender(), each.server())));
    }

    /// Whether a verdict with this scope would hold for the dialogs.
    public boolean isCovered(Scope scope) {
        return covers(scope, places);
    }

    /// Whether anybody has decided.
    public boolean isDecided() {
        return !verdicts.isEmpty();
    }

    /// Whether somebody judged the step to be safe, and nobody differs.
    public boolean isSafe() {
        return isDecided() && contradicting.isEmpty()
                && verdicts.stream().allMatch(each -> each.judgement().filter(Judgement.SAFE::equals).isPresent());
    }

    /// Whether this analyst has decided.
    public boolean isDecidedBy(String analyst) {
        return verdicts.stream().anyMatch(each -> each.who().equals(analyst));
    }
}
