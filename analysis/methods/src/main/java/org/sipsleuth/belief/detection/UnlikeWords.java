package org.sipsleuth.belief.detection;

import static org.sipsleuth.sentence.Sentence.Punctuation.SEMICOLON;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.grouped;
import static org.sipsleuth.sentence.Sentence.joined;
import static org.sipsleuth.sentence.Sentence.none;
import static org.sipsleuth.sentence.Sentence.number;
import static org.sipsleuth.sentence.Sentence.paragraph;
import static org.sipsleuth.sentence.Sentence.percent;

import java.util.List;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.novelty.PeriodJudgement;
import org.sipsleuth.belief.novelty.PeriodNovelty;
import org.sipsleuth.belief.novelty.PeriodValue;
import org.sipsleuth.belief.novelty.UnlikeValue;
import org.sipsleuth.sentence.Sentence;

/// Says what is unlike normal in a period.
public final class UnlikeWords {

    private static final int MOST_NAMED = 4;

    private UnlikeWords() {}

    /// How much is unlike: `Unlike normal in 9 of 31 values`.
    static Sentence title(PeriodNovelty novelty, Observation observation, Sentence source) {
        return text("unlike.title", count(novelty.unlike(observation).size()), count(PeriodValue.all().size()), source);
    }

    /// What is unlike, in a sentence or two, the values farthest from their ranges first: `9 of 31
    /// values unlike normal: failed logins 60 (usually 0 to 2); …`.
    public static Sentence of(PeriodNovelty novelty, Observation observation, PeriodJudgement judged) {
        List<UnlikeValue> unlike = novelty.unlike(observation);
        Sentence named = joined(SEMICOLON, unlike.stream().limit(MOST_NAMED).map(UnlikeWords::of).toList());
        Sentence more = unlike.size() > MOST_NAMED ? text("unlike.more", count(unlike.size() - MOST_NAMED)) : none();
        Sentence values = text("unlike.values", count(unlike.size()), count(PeriodValue.all().size()));
        return paragraph(unlike.isEmpty() ? text("unlike.combination") : text("unlike.what", values, named, more),
                distance(novelty, judged));
    }

    private static Sentence distance(PeriodNovelty novelty, PeriodJudgement judged) {
        return text("unlike.distance", number(judged.distance(), 2), number(novelty.threshold(), 2),
                count(judged.p().asFar()), count(novelty.periods()), count(novelty.parts().captures()));
    }

    /// `failed logins 60 (usually 0 to 2)`.
    static Sentence of(UnlikeValue unlike) {
        return text("unlike.value", name(unlike.value()), observed(unlike));
    }

    /// `60 (usually 0 to 2)`.
    static Sentence observed(UnlikeValue unlike) {
        Sentence low = value(unlike.value(), unlike.low());
        Sentence high = value(unlike.value(), unlike.high());
        Sentence is = value(unlike.value(), unlike.observed());
        return low.equals(high) ? text("unlike.usually.one", is, low) : text("unlike.usually", is, low, high);
    }

    /// `failed logins`, `INVITE among requests`.
    static Sentence name(PeriodValue value) {
        Variable variable = value.variable();
        return value.category() == PeriodValue.NONE ? text("short." + variable.word())
                : text("share." + variable.word(), BeliefWords.category(variable, value.category()));
    }

    private static Sentence value(PeriodValue value, double observed) {
        if (Double.isNaN(observed)) {
            return text("unlike.none");
        }
        if (value.isShare()) {
            return percent(observed, 0);
        }
        double rounded = Math.rint(observed * 10) / 10;
        return grouped(rounded, rounded == Math.rint(rounded) ? 0 : 1);
    }

    private static Sentence text(String key, Sentence... arguments) {
        return BeliefText.TEXTS.sentence(key, arguments);
    }
}
