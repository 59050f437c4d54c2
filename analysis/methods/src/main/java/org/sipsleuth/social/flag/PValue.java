package org.sipsleuth.social.flag;

/// How many of those that are usual are as anomalous as one that is judged.
///
/// @param asFar how many of them, 0 or more
/// @param all how many they are, 1 or more
public record PValue(int asFar, int all) {

    /// The share of them, and of the judged one with them: above 0, to 1.
    public double value() {
        return (1.0 + asFar) / (1.0 + all);
    }
}
