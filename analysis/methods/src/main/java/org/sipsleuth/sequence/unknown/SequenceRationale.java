package org.sipsleuth.sequence.unknown;

import java.text.DecimalFormatSymbols;
import java.util.List;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.finding.MethodTexts;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.SentenceLanguage;
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
        lines.detail(TEXTS.text("steps"));
        List<StepProbability> steps = group.steps();
        int left = group.leftAt();
        for (int i = 0; i < Math.min(MOST_STEPS, steps.size()); i++) {
            StepProbability step = steps.get(i);
            String name = TEXTS.text("step", i + 1, DifferenceText.shown(step.type()));
            if (i == left) {
                lines.decisive(name, TEXTS.text("step.left"));
            } else if (step.isKnown()) {
                lines.line(name, TEXTS.text("percent", SentenceLanguage.number(step.probability() * 100, 1)));
            } else {
                lines.line(name, TEXTS.text("step.beyond"));
            }
        }
        if (steps.size() > MOST_STEPS) {
            lines.line("", TEXTS.text("more", steps.size() - MOST_STEPS));
        }
    }

    private void addKnown(SequenceModel model, SequenceScore score) {
        lines.detail(TEXTS.text("known"))
                .line(TEXTS.text("known.as"),
                        TEXTS.text("known.dialog", SequenceText.text(model.known().types(score.observed())),
                                score.observed(), model.known().count(score.observed()), model.known().dialogs()))
                .line(TEXTS.text("known.moments"), mark(model.thresholds().byMoments(score)))
                .line(TEXTS.text("known.maximum"), mark(model.thresholds().byMaximum(score)));
    }

    private static String mark(NetworkMark mark) {
        return TEXTS.text("network." + mark.word());
    }

    private void addFormulas(SequenceModel model, SequenceScore score) {
        int known = model.known().size();
        MomentScale scale = model.scale();
        Thresholds thresholds = model.thresholds();
        lines.detail(TEXTS.text("explain"))
                .line("", TEXTS.text("explain.output", known))
                .line("", TEXTS.text("explain.tree", known))
                .detail(TEXTS.text("formulas"))
                .line(TEXTS.text("explain.maximum"),
                        TEXTS.text("explain.maximum.formula", score.best(), number(score.maximum()),
                                number(thresholds.maximum(score.best())), share(thresholds.tolerance()),
                                number(thresholds.leastMaximum(score.best()))))
                .line(TEXTS.text("explain.skewness"), TEXTS.text("explain.skewness.formula",
                        raw(score.skewness(), scale.leastSkewness(), scale.mostSkewness()), raw(scale.leastSkewness()),
                        raw(scale.mostSkewness()), number(score.skewness()), number(thresholds.skewness())))
                .line(TEXTS.text("explain.kurtosis"), TEXTS.text("explain.kurtosis.formula",
                        raw(score.kurtosis(), scale.leastKurtosis(), scale.mostKurtosis()), raw(scale.leastKurtosis()),
                        raw(scale.mostKurtosis()), number(score.kurtosis()), number(thresholds.kurtosis())))
                .line(TEXTS.text("explain.source"), TEXTS.text("explain.paper"));
    }

    private static String raw(double share, double least, double most) {
        return raw(least + share * (most - least));
    }

    /// As few digits as it needs: `0.05`.
    private static String share(double value) {
        char point = DecimalFormatSymbols.getInstance(SentenceLanguage.current()).getDecimalSeparator();
        return Double.toString(value).replace('.', point);
    }

    private static String raw(double value) {
        return SentenceLanguage.number(value, 4);
    }

    private static String number(double value) {
        return SentenceLanguage.number(value, 6);
    }
}
