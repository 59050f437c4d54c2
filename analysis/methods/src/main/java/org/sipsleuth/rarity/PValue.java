package org.sipsleuth.rarity;

import java.util.List;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// How many of those that are usual are as anomalous as one that is judged.
///
/// @param asFar how many of them, 0 or more
/// @param all how many they are, 1 or more
/// @param value the share of them, and of the judged one with them: above 0, to 1; beyond all of
///     them what their tail says, if that is less
public record PValue(int asFar, int all, double value) {

    private static final MethodTexts TEXTS = MethodTexts.beside(PValue.class);

    /// The share of them, and of the judged one with them.
    static PValue of(int asFar, int all) {
        return new PValue(asFar, all, (1.0 + asFar) / (1.0 + all));
    }

    /// How it came about.
    ///
    /// @param measure that it is
    public Explanation explanation(Measurement measure, Sentence source) {
        List<Input> inputs = List.of(Input.of("f", TEXTS.sentence("explain.as_far"), asFar),
                Input.of("n", TEXTS.sentence("explain.all"), all));
        if (asFar > 0) {
            return Explanation.of(measure, "(1 + f) ÷ (1 + n)", inputs, source);
        }
        return Explanation.of(measure, "min((1 + f) ÷ (1 + n), t)",
                List.of(inputs.getFirst(), inputs.getLast(), Input.of("t", TEXTS.sentence("explain.tail"), value)),
                source);
    }

    /// One beyond all of them.
    ///
    /// @param rarity what their tail says, above 0
    static PValue beyond(int all, double rarity) {
        return new PValue(0, all, Math.min(1.0 / (1.0 + all), Math.max(Double.MIN_NORMAL, rarity)));
    }
}
