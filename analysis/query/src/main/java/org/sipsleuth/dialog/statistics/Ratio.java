package org.sipsleuth.dialog.statistics;

import java.util.OptionalDouble;

/// A share of attempts.
///
/// @param counted how many have the property
/// @param all of how many
public record Ratio(long counted, long all) {

    /// Of none.
    public static final Ratio NONE = new Ratio(0, 0);

    /// From 0 to 1; empty where there are no attempts.
    public OptionalDouble share() {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) counted / all);
    }

    Ratio plus(Ratio other) {
        return new Ratio(counted + other.counted, all + other.all);
    }
}
