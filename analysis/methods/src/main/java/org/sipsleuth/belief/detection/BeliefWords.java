package org.sipsleuth.belief.detection;

import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.Punctuation.SEMICOLON;
import static org.sipsleuth.sentence.Sentence.Punctuation.SPACE;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.grouped;
import static org.sipsleuth.sentence.Sentence.host;
import static org.sipsleuth.sentence.Sentence.joined;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.number;
import static org.sipsleuth.sentence.Sentence.paragraph;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.LeafReasoning;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Reasoning;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.novelty.PeriodValue;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.finding.Probability;
import org.sipsleuth.sentence.Sentence;

/// Describes a suspicious span.
final class BeliefWords {

    private static final int MOST_REASONS = 3;

    /// A leaf that speaks less clearly than that for the class is no reason.
    private static final double LEAST_REASON = 1.5;

    private static final double MOST_TOLD = 1_000;
    static final double NANOS_A_SECOND = 1e9;

    private BeliefWords() {}

    static Sentence title(SuspectSpan span, boolean isStored) {
        Sentence what =
                isStored ? text("meaning.wrong_password") : either(attacks(span).stream().map(BeliefText::meaning));
        return text("title", new Sentence.Capital(what), source(span, "source.many"));
    }

    /// The address of the source, or that there are many.
    ///
    /// @param many key of the text for many
    static Sentence source(SourceSpan span, String many) {
        String name = span.sourceName();
        return TrafficEvents.targetOfMany(name).map(target -> text(many, host(target))).orElseGet(() -> host(name));
    }

    /// The attacks that come into question; the class of the span first.
    private static List<TrafficClass> attacks(SuspectSpan span) {
        List<TrafficClass> attacks = new ArrayList<>(List.of(span.trafficClass()));
        span.scored()
                .belief(span.strongest())
                .classSet()
                .stream()
                .filter(TrafficClass::isAttack)
                .filter(each -> each != span.trafficClass())
                .forEach(attacks::add);
        return attacks;
    }

    private static Sentence either(Stream<Sentence> classes) {
        return joined(text("or"), classes.toList());
    }

    static Sentence explanation(SuspectSpan span, boolean isStored) {
        int strongest = span.strongest();
        Belief belief = span.scored().belief(strongest);
        Observation observation = span.scored().period(strongest).observation();
        Reasoning reasoning = span.scored().model().reason(observation);
        return paragraph(isStored ? text("stored") : none(), extent(span), beliefs(span.trafficClass(), belief),
                reasons(span.trafficClass(), reasoning), unlike(span));
    }

    /// That the source is unlike normal ones, too; nothing if it is not.
    private static Sentence unlike(SuspectSpan span) {
        return span.scored()
                .model()
                .novelty()
                .flatMap(novelty -> span.farthest()
                        .map(number -> text("unlike.too",
                                count(novelty.unlike(span.scored().period(number).observation()).size()),
                                count(PeriodValue.all().size()))))
                .orElse(none());
    }

    private static Sentence extent(SuspectSpan span) {
        double seconds = (span.last().toNanos() - span.first().fromNanos()) / NANOS_A_SECOND;
        return text("extent", count(span.messageCount()), source(span, "source.from.many"), grouped(seconds, 1),
                either(attacks(span).stream().map(each -> term(each.name()))));
    }

    private static Sentence beliefs(TrafficClass trafficClass, Belief belief) {
        Sentence name = term(trafficClass.name());
        Sentence strength = Probability.relation(belief.classes().get(trafficClass));
        Sentence normal = Probability.relation(belief.classes().get(TrafficClass.NORMAL));
        return belief.runnerUp() == TrafficClass.NORMAL ? text("beliefs.normal", name, strength, normal)
                : text("beliefs", name, strength, term(belief.runnerUp().name()),
                        Probability.relation(belief.classes().get(belief.runnerUp())), normal);
    }

    /// The leaves that speak most clearly for the class against normal traffic.
    private static Sentence reasons(TrafficClass trafficClass, Reasoning reasoning) {
        List<LeafReasoning> leaves = new ArrayList<>();
        for (LeafReasoning leaf : reasoning.leaves()) {
            if (leaf.speaks() && leaf.favours(trafficClass, TrafficClass.NORMAL) > LEAST_REASON) {
                leaves.add(leaf);
            }
        }
        leaves.sort(Comparator.comparingDouble(leaf -> -leaf.favours(trafficClass, TrafficClass.NORMAL)));
        return leaves.isEmpty() ? none()
                : text("decisive",
                        joined(SEMICOLON,
                                leaves.stream()
                                        .limit(MOST_REASONS)
                                        .map(leaf -> reason(trafficClass, leaf, reasoning.observation()))
                                        .toList()));
    }

    private static Sentence reason(TrafficClass trafficClass, LeafReasoning leaf, Observation observation) {
        double favours = leaf.favours(trafficClass, TrafficClass.NORMAL);
        return text("reason", text("short." + leaf.variable().word()), value(leaf.variable(), observation),
                favours > MOST_TOLD ? text("times.many") : text("times", number(favours, 1)));
    }

    /// The value of a leaf: `9`, `2.72`, `INVITE 9, ACK 9`.
    static Sentence value(Variable variable, Observation observation) {
        if (!observation.isObserved(variable)) {
            return text("none");
        }
        if (!variable.isDistribution()) {
            double value = observation.value(variable);
            return grouped(value, value == Math.rint(value) ? 0 : 2);
        }
        List<Sentence> counts = new ArrayList<>();
        for (int i = 0; i < variable.categories().size(); i++) {
            int count = observation.count(variable, i);
            if (count > 0) {
                counts.add(joined(SPACE, List.of(category(variable, i), Sentence.count(count))));
            }
        }
        return counts.isEmpty() ? text("none") : joined(COMMA, counts);
    }

    /// Methods and classes of status codes stand for themselves.
    static Sentence category(Variable variable, int number) {
        String word = variable.categories().get(number);
        return BeliefText.TEXTS.find("category." + word).isPresent() ? text("category." + word) : term(word);
    }

    private static Sentence text(String key, Sentence... arguments) {
        return BeliefText.TEXTS.sentence(key, arguments);
    }
}
