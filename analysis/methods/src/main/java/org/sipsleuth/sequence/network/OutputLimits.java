package org.sipsleuth.sequence.network;

/// The moments of an output that is one for one class and zero for all others. No output has
/// higher ones.
///
/// @param skewness (N − 2) / √(N − 1); 0 for two classes
/// @param kurtosis (N² − 3N + 3) / (N − 1); 1 for two classes
public record OutputLimits(double skewness, double kurtosis) {

    /// The limits for so many classes.
    ///
    /// @throws IllegalArgumentException if there are fewer than two: one value has no moments
    public static OutputLimits of(int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("moments need two classes, not " + classes);
        }
        double n = classes;
        return new OutputLimits((n - 2) / Math.sqrt(n - 1), (n * n - 3 * n + 3) / (n - 1));
    }
}
