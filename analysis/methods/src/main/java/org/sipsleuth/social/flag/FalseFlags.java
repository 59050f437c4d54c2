package org.sipsleuth.social.flag;

import java.util.Arrays;

/// How many of the most anomalous can be flagged if at most a share of the flags is expected to be
/// false (Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57, 1995).
///
/// @param judged how many were judged
/// @param flagged how many of these are flagged, those with the lowest p-values
/// @param limit the highest p-value that is flagged; 0 if none is
public record FalseFlags(int judged, int flagged, double limit) {

    /// Chooses the flags.
    ///
    /// @param pValues of all who are judged
    /// @param share of the flags that may be false on average, above 0, to 1
    public static FalseFlags of(double[] pValues, double share) {
        double[] sorted = pValues.clone();
        Arrays.sort(sorted);
        int flagged = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] * sorted.length <= share * (i + 1)) {
                flagged = i + 1;
            }
        }
        return new FalseFlags(sorted.length, flagged, flagged == 0 ? 0 : sorted[flagged - 1]);
    }

    /// How many flags are expected to be false, if all who are judged were usual.
    public double expectedFalse() {
        return judged * limit;
    }
}
