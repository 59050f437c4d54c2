package org.sipsleuth.belief.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.LeafReasoning;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Reasoning;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.finding.Probability;
import org.sipsleuth.finding.SentenceLanguage;

/// Describes a suspicious span.
final class BeliefWords {

    private static final int MOST_REASONS = 3;

    /// A leaf that speaks less clearly than that for the class is no reason.
    private static final double LEAST_REASON = 1.5;

    private static final double MOST_TOLD = 1_000;
    private static final double NANOS_A_SECOND = 1e9;

    private BeliefWords() {}

    static String title(SuspectSpan span) {
        String what = joined(attacks(span).stream().map(BeliefText::meaning));
        return text("title", capital(what), source(span, "source.many"));
    }

    /// The address of the source, or that there are many.
    ///
    /// @param many key of the text for many
    private static String source(SuspectSpan span, String many) {
        String name = span.sourceName();
        return TrafficEvents.targetOfMany(name).map(target -> text(many, target)).orElse(name);
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

    private static String joined(Stream<String> classes) {
        return classes.collect(Collectors.joining(text("or")));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String explanation(SuspectSpan span) {
        int strongest = span.strongest();
        Belief belief = span.scored().belief(strongest);
        Observation observation = span.scored().period(strongest).observation();
        Reasoning reasoning = span.scored().model().reason(observation);
        return String
                .join(" ", extent(span), beliefs(span.trafficClass(), belief), reasons(span.trafficClass(), reasoning),
                        span.isGrounded() ? "" : text("too.small"))
                .strip();
    }

    private static String extent(SuspectSpan span) {
        double seconds = (span.last().toNanos() - span.first().fromNanos()) / NANOS_A_SECOND;
        return text("extent", span.messageCount(), source(span, "source.from.many"),
                String.format(SentenceLanguage.current(), "%,.1f", seconds),
                joined(attacks(span).stream().map(TrafficClass::name)));
    }

    private static String beliefs(TrafficClass trafficClass, Belief belief) {
        return text("beliefs", trafficClass.name(), Probability.relation(belief.classes().get(trafficClass)),
                belief.runnerUp().name(), Probability.relation(belief.classes().get(belief.runnerUp())),
                Probability.relation(belief.classes().get(TrafficClass.NORMAL)));
    }

    /// The leaves that speak most clearly for the class against normal traffic.
    private static String reasons(TrafficClass trafficClass, Reasoning reasoning) {
        List<LeafReasoning> leaves = new ArrayList<>();
        for (LeafReasoning leaf : reasoning.leaves()) {
            if (leaf.speaks() && leaf.favours(trafficClass, TrafficClass.NORMAL) > LEAST_REASON) {
                leaves.add(leaf);
            }
        }
        leaves.sort(Comparator.comparingDouble(leaf -> -leaf.favours(trafficClass, TrafficClass.NORMAL)));
        return leaves.isEmpty() ? ""
                : text("decisive",
                        leaves.stream()
                                .limit(MOST_REASONS)
                                .map(leaf -> reason(trafficClass, leaf, reasoning.observation()))
                                .collect(Collectors.joining("; ")));
    }

    private static String reason(TrafficClass trafficClass, LeafReasoning leaf, Observation observation) {
        double favours = leaf.favours(trafficClass, TrafficClass.NORMAL);
        return text("reason", text("short." + leaf.variable().word()), value(leaf.variable(), observation),
                favours > MOST_TOLD ? text("times.many") : text("times", SentenceLanguage.number(favours, 1)));
    }

    /// The value of a leaf: `9`, `2.72`, `INVITE 9, ACK 9`.
    static String value(Variable variable, Observation observation) {
        if (!observation.isObserved(variable)) {
            return text("none");
        }
        if (!variable.isDistribution()) {
            double value = observation.value(variable);
            return value == Math.rint(value) ? String.format(SentenceLanguage.current(), "%,.0f", value)
                    : String.format(SentenceLanguage.current(), "%,.2f", value);
        }
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < variable.categories().size(); i++) {
            int count = observation.count(variable, i);
            if (count > 0) {
                counts.add(category(variable, i) + " " + SentenceLanguage.number(count));
            }
        }
        return counts.isEmpty() ? text("none") : String.join(", ", counts);
    }

    /// Methods and classes of status codes stand for themselves.
    private static String category(Variable variable, int number) {
        String word = variable.categories().get(number);
        return BeliefText.TEXTS.find("category." + word).orElse(word);
    }

    private static String text(String key, Object... arguments) {
        return BeliefText.TEXTS.text(key, arguments);
    }
}
