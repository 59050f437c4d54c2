package org.sipsleuth.view.sequence.prediction.course;

import java.util.Locale;

/// Probabilities as text.
public final class Percent {

    /// What rounds to nothing, or to all.
    private static final double LITTLE = 0.005;

    private Percent() {}

    /// `97 %`; `<1 %` for what is little but not nothing, `>99 %` for what is nearly sure.
    public static String of(double share) {
        if (share > 0 && share < LITTLE) {
            return "<1 %";
        }
        return share < 1 && share >= 1 - LITTLE ? ">99 %" : String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
