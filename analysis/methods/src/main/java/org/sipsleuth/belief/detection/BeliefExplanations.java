package org.sipsleuth.belief.detection;

import static org.sipsleuth.sentence.Sentence.term;

import java.util.List;
import java.util.function.Predicate;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.LeafReasoning;
import org.sipsleuth.belief.network.Reasoning;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// How beliefs came about: prior and messages of the leaves, class by class (paper 4, sections 3 and
/// 4.2).
final class BeliefExplanations {

    private static final MethodTexts TEXTS = BeliefText.TEXTS;

    private BeliefExplanations() {}

    /// Of the belief in any attack and of the lead of the class, then of each class that is believed
    /// at all.
    static List<Explanation> of(SuspectSpan span, Reasoning reasoning) {
        List<Measurement> measures = BeliefFindings.measures(span);
        Sentence source = TEXTS.sentence("explain.paper");
        Input attacks = weights("a", "explain.attacks", reasoning, TrafficClass::isAttack);
        Input others = weights("b", "explain.others", reasoning, each -> !each.isAttack());
        return List.of(Explanation.of(measures.getFirst(), "Σa ÷ (Σa + Σb)", List.of(attacks, others), source),
                posterior(measures.getLast(), reasoning, span.trafficClass(), source));
    }

    /// The posterior of a class: its prior and the messages of its leaves, by those of all classes.
    private static Explanation posterior(Measurement measure, Reasoning reasoning, TrafficClass shown,
            Sentence source) {
        Input weights = weights("w", "explain.weights", reasoning, _ -> true);
        double scale = TrafficClass.all()
                .stream()
                .mapToDouble(each -> reasoning.prior().get(each) * reasoning.product().get(each))
                .max()
                .orElse(0);
        if (!(scale >= Double.MIN_NORMAL)) { // too small for a number: calculated in logarithms
            double own = reasoning.belief().classes().get(shown) / reasoning.belief().strength();
            return Explanation.of(measure, "v ÷ Σw",
                    List.of(Input.of("v", TEXTS.sentence("explain.weight", term(shown.name())), own), weights), source);
        }
        List<Double> messages = reasoning.leaves()
                .stream()
                .filter(LeafReasoning::speaks)
                .map(leaf -> leaf.message().get(shown))
                .toList();
        return Explanation.of(measure, "π · Πλ ÷ m ÷ Σw",
                List.of(Input.of("π", TEXTS.sentence("explain.prior", term(shown.name())),
                        reasoning.prior().get(shown)),
                        Input.of("λ", TEXTS.sentence("explain.messages", term(shown.name())), messages),
                        Input.of("m", TEXTS.sentence("explain.scale"), scale), weights),
                source);
    }

    /// What classes weigh: prior times messages, as shares of the largest, so that small numbers can
    /// be read.
    private static Input weights(String symbol, String key, Reasoning reasoning, Predicate<TrafficClass> which) {
        Belief belief = reasoning.belief();
        return Input.of(symbol, TEXTS.sentence(key),
                TrafficClass.all()
                        .stream()
                        .filter(which)
                        .map(each -> belief.classes().get(each) / belief.strength())
                        .toList());
    }
}
