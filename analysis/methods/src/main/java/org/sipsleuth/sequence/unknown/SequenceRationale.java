package org.sipsleuth.sequence.unknown;

import static org.sipsleuth.finding.Sentence.count;
import static org.sipsleuth.finding.Sentence.none;
import static org.sipsleuth.finding.Sentence.number;
import static org.sipsleuth.finding.Sentence.percent;
import static org.sipsleuth.finding.Sentence.term;

import java.util.List;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.finding.MethodTexts;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.sequence.MomentScale;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.Thresholds;
import org.sipsleuth.sequence.known.StepProbability;

/// Explains the scores of a sequence: the probability of each message in training, the formulas of
/// the statistics, and the formulas with the values of this sequence.
final class SequenceRationale {

    private static final MethodTexts TEXTS = SequenceMethod.TEXTS;
    private static final int MOST_STEPS = 60;
    private static final int DIGITS = 6;

    private final Rationale.Builder lines = new Rationale.Builder();

    private SequenceRationale() {}

    /// Why a group is unknown.
    static Rationale of(UnknownGroup group) {
        SequenceRationale rationale = new SequenceRationale();
        rationale.addSteps(group);
        rationale.addFormulas(group.model(), group.score());
        return rationale.lines.build();
    }

    /// How a sequence is known that was observed in training.
    static Rationale ofKnown(SequenceModel model, SequenceScore score) {
        SequenceRationale rationale = new SequenceRationale();
        rationale.addKnown(model, score);
        rationale.addFormulas(model, score);
        return rationale.lines.build();
    }

    private void addSteps(UnknownGroup group) {
        lines.detail(TEXTS.sentence("steps"));
        List<StepProbability> steps = group.steps();
        int left = group.leftAt();
        for (int i = 0; i < Math.min(MOST_STEPS, steps.size()); i++) {
            StepProbability step = steps.get(i);
            Sentence name = TEXTS.sentence("step", count(i + 1), term(DifferenceText.shown(step.type())));
            if (i == left) {
                lines.decisive(name, TEXTS.sentence("step.left"));
            } else if (step.isKnown()) {
                lines.line(name, percent(step.probability(), 1));
            } else {
                lines.line(name, TEXTS.sentence("step.beyond"));
            }
        }
        if (steps.size() > MOST_STEPS) {
            lines.line(none(), TEXTS.sentence("more", count(steps.size() - MOST_STEPS)));
        }
    }

    private void addKnown(SequenceModel model, SequenceScore score) {
        lines.detail(TEXTS.sentence("known"))
                .line(TEXTS.sentence("known.as"),
                        TEXTS.sentence("known.dialog", SequenceText.text(model.known().types(score.observed())),
                                count(score.observed()), count(model.known().count(score.observed())),
                                count(model.known().dialogs())))
                .line(TEXTS.sentence("known.moments"), mark(model.thresholds().byMoments(score)))
                .line(TEXTS.sentence("known.maximum"), mark(model.thresholds().byMaximum(score)));
    }

    private static Sentence mark(NetworkMark mark) {
        return TEXTS.sentence("network." + mark.word());
    }

    private void addFormulas(SequenceModel model, SequenceScore score) {
        int known = model.known().size();
        MomentScale scale = model.scale();
        Thresholds thresholds = model.thresholds();
        lines.detail(TEXTS.sentence("explain"))
                .line(none(), TEXTS.sentence("explain.output", count(known)))
                .line(none(), TEXTS.sentence("explain.tree", count(known)))
                .detail(TEXTS.sentence("formulas"))
                .line(TEXTS.sentence("explain.maximum"),
                        TEXTS.sentence("explain.maximum.formula", count(score.best()), number(score.maximum(), DIGITS),
                                number(thresholds.maximum(score.best()), DIGITS),
                                new Sentence.Decimal(thresholds.tolerance(), Sentence.Notation.SHORTEST, 0),
                                number(thresholds.leastMaximum(score.best()), DIGITS)))
                .line(TEXTS.sentence("explain.skewness"),
                        TEXTS.sentence("explain.skewness.formula",
                                raw(score.skewness(), scale.leastSkewness(), scale.mostSkewness()),
                                raw(scale.leastSkewness()), raw(scale.mostSkewness()), number(score.skewness(), DIGITS),
                                number(thresholds.skewness(), DIGITS)))
                .line(TEXTS.sentence("explain.kurtosis"),
                        TEXTS.sentence("explain.kurtosis.formula",
                                raw(score.kurtosis(), scale.leastKurtosis(), scale.mostKurtosis()),
                                raw(scale.leastKurtosis()), raw(scale.mostKurtosis()), number(score.kurtosis(), DIGITS),
                                number(thresholds.kurtosis(), DIGITS)))
                .line(TEXTS.sentence("explain.source"), TEXTS.sentence("explain.paper"));
    }

    private static Sentence raw(double share, double least, double most) {
        return raw(least + share * (most - least));
    }

    private static Sentence raw(double value) {
        return number(value, 4);
    }

}
