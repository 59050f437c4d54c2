package org.sipsleuth.report.exchange;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.report.output.HumanText;

/// Why a model fits a capture, or does not, in words.
final class ModelFitText {

    private static final double PERCENT = 100;
    private static final int MOST_NAMED = 5;

    private ModelFitText() {}

    /// Observed and expected share, in a sentence.
    static String reason(ModelFit fit) {
        if (fit.dialogs() == 0) {
            return "No dialog outside incidents could be compared.";
        }
        return String.format(Locale.ROOT, "%s of %s outside incidents unknown (%.1f %%; %.1f %% expected)%s.",
                HumanText.count(fit.unknown()), HumanText.count(fit.dialogs(), "dialog"), fit.observed() * PERCENT,
                fit.expected() * PERCENT,
                fit.fits() ? ""
                        : fit.fitsAny() ? ": the model was trained on other traffic than some of this"
                        : ": the model was trained on other traffic, and its findings are left out");
    }

    /// What it does not suit: `this network`, or the files where it suits others.
    static String misfits(ModelFit fit, SipIndex index) {
        List<String> files = fit.misfitFiles(index);
        String named = files.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return !fit.fitsAny() ? "this network"
                : "%s of %s (%s%s), whose unknown dialogs are left out".formatted(HumanText.count(fit.misfits().size()),
                        HumanText.count(fit.networks().size(), "network"), named,
                        files.size() > MOST_NAMED ? ", …" : "");
    }
}
