package org.sipsleuth.sequence.novelty;

/// What is expected to be new in further traffic of the same network: the share of what was seen
/// once (Good 1953, Turing's estimate).
///
/// @param observed how many were seen in training
/// @param once how many of them would be new had they not been seen: those with something that only
///     they have
public record GoodTuring(long observed, long once) {

    /// @throws IllegalArgumentException if a number is negative, or there are more that were seen
    ///     once
    public GoodTuring {
        if (once < 0 || once > observed) {
            throw new IllegalArgumentException("%d of %d".formatted(once, observed));
        }
    }

    /// The expected share of new ones, 0 to 1; 1 if nothing was seen.
    public double expected() {
        return observed == 0 ? 1 : (double) once / observed;
    }
}
