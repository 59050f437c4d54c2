package org.sipsleuth.view.belief.reasoning;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.LeafReasoning;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.view.belief.state.Shown;

/// What a leaf observed and what it is evidence for, in words.
final class LeafWords {

    private LeafWords() {}

    /// The interval that a value fell into, or the counts with their names, or why it is no
    /// evidence.
    static String state(Shown shown, LeafReasoning leaf) {
        Variable variable = leaf.variable();
        if (shown.whatIf().silent().contains(variable)) {
            return text("belief.reasoning.silent");
        }
        if (leaf.likelihood().isEmpty()) {
            return text("belief.reasoning.no.table");
        }
        if (leaf.countedNothing()) {
            return text("belief.reasoning.nothing");
        }
        return leaf.state().isPresent() ? leaf.states().get(leaf.state().getAsInt())
                : counts(variable, shown.reasoning().observation());
    }

    /// Counts with their names, without those of 0: `INVITE 9, ACK 9`.
    private static String counts(Variable variable, Observation observation) {
        List<String> named = new ArrayList<>();
        List<Integer> counts = observation.counts(variable);
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) > 0) {
                named.add(text("belief.reasoning.count", variable.categories().get(i), counts.get(i)));
            }
        }
        return String.join(", ", named);
    }

    /// What was observed, with its unit: `60 addresses (> 50)`, `INVITE 9, ACK 9`.
    static String observed(Shown shown, LeafReasoning leaf) {
        Variable variable = leaf.variable();
        String state = state(shown, leaf);
        return variable.isDistribution() || leaf.state().isEmpty() ? state
                : text("belief.tree.value", BeliefText.value(variable, shown.reasoning().observation()).text(), state);
    }

    /// What it is evidence for: `Destinations: +3.48544 for Scan against Normal`.
    static String evidence(Variable variable, LeafReasoning leaf, Compared compared) {
        double evidence = compared.of(leaf);
        String name = BeliefText.of(variable).text();
        String first = BeliefText.of(compared.first()).text();
        String other = BeliefText.of(compared.other()).text();
        if (!leaf.speaks() || evidence == 0) {
            return text("belief.evidence.none", name);
        }
        if (Double.isNaN(evidence)) {
            return text("belief.evidence.both", name, first, other);
        }
        if (Double.isInfinite(evidence)) {
            return text("belief.evidence.excludes", name, evidence > 0 ? other : first);
        }
        boolean isForFirst = evidence > 0;
        return text("belief.evidence", name, Compared.text(evidence), isForFirst ? first : other,
                isForFirst ? other : first);
    }
}
