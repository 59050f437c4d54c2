package org.sipsleuth.view.inspector.finding;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.Locale;
import org.sipsleuth.sequence.MomentScale;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.Thresholds;
import org.sipsleuth.view.inspector.fact.Facts;

/// Explains how the statistics of a sequence come about: the formula, the formula with the numbers
/// of this sequence, and where it stands.
final class SequenceFormulas {

    private final Facts.Collector facts;

    SequenceFormulas(Facts.Collector facts) {
        this.facts = facts;
    }

    /// Adds the three statistics.
    void add(SequenceModel model, SequenceScore score) {
        int known = model.known().size();
        MomentScale scale = model.scale();
        Thresholds thresholds = model.thresholds();
        facts.detail(text("inspector.explain"))
                .plain("", text("inspector.explain.output", known))
                .plain("", text("inspector.explain.tree", known))
                .detail(text("inspector.formulas"))
                .plain(
                        text("inspector.explain.maximum"),
                        text(
                                "inspector.explain.maximum.formula",
                                score.best(),
                                number(score.maximum()),
                                number(thresholds.maximum(score.best())),
                                String.format(Locale.ROOT, "%s", thresholds.tolerance()),
                                number(thresholds.leastMaximum(score.best()))))
                .plain(
                        text("inspector.explain.skewness"),
                        text(
                                "inspector.explain.skewness.formula",
                                raw(score.skewness(), scale.leastSkewness(), scale.mostSkewness()),
                                raw(scale.leastSkewness()),
                                raw(scale.mostSkewness()),
                                number(score.skewness()),
                                number(thresholds.skewness())))
                .plain(
                        text("inspector.explain.kurtosis"),
                        text(
                                "inspector.explain.kurtosis.formula",
                                raw(score.kurtosis(), scale.leastKurtosis(), scale.mostKurtosis()),
                                raw(scale.leastKurtosis()),
                                raw(scale.mostKurtosis()),
                                number(score.kurtosis()),
                                number(thresholds.kurtosis())))
                .plain(text("inspector.explain.source"), text("inspector.explain.paper"));
    }

    private static String raw(double share, double least, double most) {
        return raw(least + share * (most - least));
    }

    private static String raw(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String number(double value) {
        return FindingFacts.number(value);
    }
}
