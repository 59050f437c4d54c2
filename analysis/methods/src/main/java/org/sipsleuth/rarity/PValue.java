package org.sipsleuth.rarity;

/// How many of those that are usual are as anomalous as one that is judged.
///
/// @param asFar how many of them, 0 or more
/// @param all how many they are, 1 or more
/// @param value the share of them, and of the judged one with them: above 0, to 1; beyond all of
///     them what their tail says, if that is less
public record PValue(int asFar, int all, double value) {

    /// The share of them, and of the judged one with them.
    static PValue of(int asFar, int all) {
        return new PValue(asFar, all, (1.0 + asFar) / (1.0 + all));
    }

    /// One beyond all of them.
    ///
    /// @param rarity what their tail says, above 0
    static PValue beyond(int all, double rarity) {
        return new PValue(0, all, Math.min(1.0 / (1.0 + all), Math.max(Double.MIN_NORMAL, rarity)));
    }
}
