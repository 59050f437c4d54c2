package org.sipsleuth.evaluation;

import java.util.Arrays;

/// A figure measured several times.
///
/// @param mean of all
/// @param least the smallest
/// @param most the largest
public record Spread(double mean, double least, double most) {

    /// The spread of at least one value.
    public static Spread of(double... values) {
        return new Spread(Arrays.stream(values).average().orElseThrow(), Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow());
    }
}
