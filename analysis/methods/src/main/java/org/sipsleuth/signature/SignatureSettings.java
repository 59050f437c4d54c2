package org.sipsleuth.signature;

/// How signatures are derived.
///
/// @param grams length of the byte n-grams, 2 to 8; the paper uses 4
/// @param clusters the largest number of groups of anomalous messages, 1 to 64
/// @param strings the largest number of strings in a signature, 1 to 64
/// @param seed of k-means
public record SignatureSettings(SignatureKind kind, int grams, int clusters, int strings, long seed) {

    /// Bilateral signatures of 4-grams, at most 16 strings each.
    public static final SignatureSettings USUAL = new SignatureSettings(SignatureKind.BILATERAL, 4, 8, 16, 1);

    private static final int LEAST_GRAMS = 2;
    private static final int MOST_GRAMS = 8;
    private static final int MOST_CLUSTERS = 64;

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if one is out of its range
    public SignatureSettings {
        check("n-grams have 2 to 8 bytes", grams, LEAST_GRAMS, MOST_GRAMS);
        check("groups can be 1 to 64", clusters, 1, MOST_CLUSTERS);
        check("strings can be 1 to 64", strings, 1, Signature.MOST_STRINGS);
    }

    private static void check(String range, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s (got %d)".formatted(range, value));
        }
    }

    /// The same with another kind.
    public SignatureSettings with(SignatureKind another) {
        return new SignatureSettings(another, grams, clusters, strings, seed);
    }

    /// The same with another largest number of groups.
    public SignatureSettings withClusters(int most) {
        return new SignatureSettings(kind, grams, most, strings, seed);
    }
}
