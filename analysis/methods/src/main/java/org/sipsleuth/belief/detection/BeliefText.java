package org.sipsleuth.belief.detection;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.scientific;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.EventGroups;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// Traffic classes, leaves and their values as people read them.
public final class BeliefText {

    static final MethodTexts TEXTS = MethodTexts.beside(BeliefText.class);

    private static final double SMALL = 0.00005;
    private static final double LARGE = 100_000;

    private BeliefText() {}

    /// A class: `Password cracking`.
    public static Sentence of(TrafficClass trafficClass) {
        return TEXTS.sentence("class." + trafficClass.word());
    }

    /// What a class is, in a few words: `password guessing`.
    public static Sentence meaning(TrafficClass trafficClass) {
        return TEXTS.sentence("meaning." + trafficClass.word());
    }

    /// What a user has to know of sources that are only counted; empty if there are none.
    public static Optional<Sentence> others(EventGroups.Others others) {
        return others.sources() == 0 ? Optional.empty()
                : Optional.of(TEXTS.sentence("others", count(EventGroups.MOST_SOURCES), count(others.sources()),
                        count(others.messages())));
    }

    /// That what a model knows of normal traffic does not fit a capture; empty if it does.
    public static Optional<Sentence> misfit(NoveltyFit fit) {
        return fit.fits() ? Optional.empty()
                : Optional.of(TEXTS.sentence("unlike.misfit", count(fit.unlike()), count(fit.unlike() + fit.like())));
    }

    /// The name of a leaf.
    public static Sentence of(Variable variable) {
        return TEXTS.sentence("leaf." + variable.word());
    }

    /// A message (likelihood) or a product of messages, which may be larger than 1: four decimals,
    /// or as many as distinguish it from 0.
    public static Sentence number(double value) {
        if (value != 0 && value < SMALL) {
            return scientific(value, 1);
        }
        return value >= LARGE ? scientific(value, 3) : Sentence.number(value, 4);
    }

    /// The value of a measure, `2.72`, or the counts of a distribution, `9 0 9 1 1`.
    public static Sentence value(Variable variable, Observation observation) {
        if (variable.isDistribution()) {
            return term(observation.counts(variable).stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
        if (!observation.isObserved(variable)) {
            return TEXTS.sentence("nothing");
        }
        double value = observation.value(variable);
        return value == Math.rint(value) ? Sentence.number(value, 0) : Sentence.number(value, 4);
    }
}
