package org.sipsleuth.belief.detection;

import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.EventGroups;
import org.sipsleuth.finding.MethodTexts;
import org.sipsleuth.finding.SentenceLanguage;

/// Traffic classes, leaves and their values as people read them.
public final class BeliefText {

    static final MethodTexts TEXTS = MethodTexts.beside(BeliefText.class);

    private static final double SMALL = 0.00005;
    private static final double LARGE = 100_000;

    private BeliefText() {}

    /// A class: `Password cracking`.
    public static String of(TrafficClass trafficClass) {
        return TEXTS.text("class." + trafficClass.word());
    }

    /// What a class is, in a few words: `password guessing`.
    public static String meaning(TrafficClass trafficClass) {
        return TEXTS.text("meaning." + trafficClass.word());
    }

    /// What a user has to know of sources that are only counted; empty if there are none.
    public static Optional<String> others(EventGroups.Others others) {
        return others.sources() == 0 ? Optional.empty()
                : Optional.of(TEXTS.text("others", EventGroups.MOST_SOURCES, others.sources(), others.messages()));
    }

    /// The name of a leaf.
    public static String of(Variable variable) {
        return TEXTS.text("leaf." + variable.word());
    }

    /// A message (likelihood) or a product of messages, which may be larger than 1: four decimals,
    /// or as many as distinguish it from 0.
    public static String number(double value) {
        if (value != 0 && value < SMALL) {
            return String.format(SentenceLanguage.current(), "%.1e", value);
        }
        return String.format(SentenceLanguage.current(), value >= LARGE ? "%.3e" : "%.4f", value);
    }

    /// The value of a measure, `2.72`, or the counts of a distribution, `9 0 9 1 1`.
    public static String value(Variable variable, Observation observation) {
        if (variable.isDistribution()) {
            return observation.counts(variable).stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        if (!observation.isObserved(variable)) {
            return TEXTS.text("nothing");
        }
        double value = observation.value(variable);
        return value == Math.rint(value) ? SentenceLanguage.number(value, 0) : SentenceLanguage.number(value, 4);
    }
}
