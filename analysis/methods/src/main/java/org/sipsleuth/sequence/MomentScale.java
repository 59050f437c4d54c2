package org.sipsleuth.sequence;

import org.sipsleuth.sequence.network.OutputLimits;

/// Brings skewness and kurtosis of an output vector to the range from 0 to 1.
///
/// @param leastSkewness what becomes 0
/// @param mostSkewness what becomes 1
/// @param leastKurtosis what becomes 0
/// @param mostKurtosis what becomes 1
public record MomentScale(double leastSkewness, double mostSkewness, double leastKurtosis, double mostKurtosis) {

    /// @throws IllegalArgumentException if a range is empty
    public MomentScale {
        if (!(leastSkewness < mostSkewness && leastKurtosis < mostKurtosis)) {
            throw new IllegalArgumentException("A scale without extent");
        }
    }

    /// From 0 to what an output vector has that is 1 once and 0 elsewhere: (N−2)/√(N−1) and
    /// (N²−3N+3)/(N−1).
    ///
    /// @param classes N, at least 3
    static MomentScale oneHot(int classes) {
        OutputLimits limits = OutputLimits.of(classes);
        return new MomentScale(0, limits.skewness(), 0, limits.kurtosis());
    }

    /// A skewness on this scale.
    public double skewness(double moment) {
        return (moment - leastSkewness) / (mostSkewness - leastSkewness);
    }

    /// A kurtosis on this scale.
    public double kurtosis(double moment) {
        return (moment - leastKurtosis) / (mostKurtosis - leastKurtosis);
    }
}
