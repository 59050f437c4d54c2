package org.sipsleuth.view.sequence.prediction.hop;

import java.util.Locale;

/// Probabilities as text, with the digit that separates the usual from the certain.
final class Share {

    private static final double LEAST = 0.001;

    private Share() {}

    /// `99.8 %`, `>99.9 %`, `<0.1 %`.
    static String of(double share) {
        if (share > 0 && share < LEAST) {
            return "<0.1 %";
        }
        if (share < 1 && share > 1 - LEAST) {
            return ">99.9 %";
        }
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
