package org.sipsleuth.report.exchange;

import java.util.Locale;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.report.output.HumanText;

/// Why a model fits a capture, or does not, in words.
final class ModelFitText {

    private static final double PERCENT = 100;

    private ModelFitText() {}

    /// Observed and expected share, in a sentence.
    static String reason(ModelFit fit) {
        if (fit.dialogs() == 0) {
            return "No dialog outside incidents could be compared.";
        }
        return String.format(Locale.ROOT, "%s of %s outside incidents unknown (%.1f %%; %.1f %% expected)%s.",
                HumanText.count(fit.unknown()), HumanText.count(fit.dialogs(), "dialog"), fit.observed() * PERCENT,
                fit.expected() * PERCENT,
                fit.fits() ? "" : ": the model was trained on other traffic, and its findings are left out");
    }
}
