package org.sipsleuth.signature;

/// A capture that signatures were derived from.
///
/// @param clean whether its messages are normal ones
/// @param sha256 64 hexadecimal digits, in lower case
/// @param messages how many distinct messages were taken from it
public record BundleSource(boolean clean, String sha256, int messages) {

    private static final String HASHES = "[0-9a-f]{64}";

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if one is out of its range
    public BundleSource {
        if (!sha256.matches(HASHES)) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits");
        }
        if (messages < 0) {
            throw new IllegalArgumentException("a source of fewer than 0 messages");
        }
    }
}
