package org.sipsleuth.sequence.unknown;

import java.util.List;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceScore;

/// How the statistics of a network's output came about (paper 1, section 3.2).
final class SequenceExplanations {

    private static final MethodTexts TEXTS = SequenceMethod.TEXTS;

    private SequenceExplanations() {}

    /// Of maximum, skewness and kurtosis, and of how often the sequence was observed.
    static List<Explanation> of(SequenceModel model, List<String> types, SequenceScore score) {
        Input outputs = Input.of("p", TEXTS.sentence("explain.p", Sentence.count(model.known().size())),
                Explanation.values(model.outputsFolded(types)));
        Input classes = Input.of("N", TEXTS.sentence("explain.n"), model.known().size());
        Sentence source = TEXTS.sentence("explain.paper");
        List<Measurement> measures = SequenceFindings.statistics(model, score);
        return List.of(Explanation.of(measures.get(0), "max(p)", List.of(outputs), source),
                Explanation.of(measures.get(1), moment(3, "1.5"),
                        List.of(outputs, classes, least(model.scale().leastSkewness()),
                                most(model.scale().mostSkewness())),
                        source),
                Explanation.of(measures.get(2), moment(4, "2"),
                        List.of(outputs, classes, least(model.scale().leastKurtosis()),
                                most(model.scale().mostKurtosis())),
                        source),
                Explanation.of(measures.get(3), "n",
                        List.of(Input.of("n", TEXTS.sentence("explain.observed"), measures.get(3).value())), source));
    }

    /// A central moment, normalised by the variance, on the scale from 0 to 1.
    private static String moment(int order, String power) {
        return "(Σ((p − 1 ÷ N)^%d) ÷ N ÷ (Σ((p − 1 ÷ N)^2) ÷ N)^%s − l) ÷ (u − l)".formatted(order, power);
    }

    private static Input least(double value) {
        return Input.of("l", TEXTS.sentence("explain.least"), value);
    }

    private static Input most(double value) {
        return Input.of("u", TEXTS.sentence("explain.most"), value);
    }
}
