package org.sipsleuth.signature;

import java.util.List;

/// Signatures with the captures that they were derived from: what is exchanged and imported.
///
/// @param signatures at most 1,000, each name once; all strings together have at most 1 MiB
/// @param sources at most 1,000
public record SignatureBundle(List<Signature> signatures, List<BundleSource> sources) {

    /// The largest number of either.
    public static final int MOST = 1_000;

    /// The largest number of bytes of all strings: four times what a derivation with the most
    /// groups and the longest strings gives.
    public static final int MOST_STRING_BYTES = 1 << 20;

    /// Checks the numbers and copies the lists.
    ///
    /// @throws IllegalArgumentException if there are too many or too long ones, or two of a name
    public SignatureBundle {
        signatures = List.copyOf(signatures);
        sources = List.copyOf(sources);
        if (signatures.size() > MOST || sources.size() > MOST) {
            throw new IllegalArgumentException("a bundle has at most %,d signatures and sources".formatted(MOST));
        }
        if (signatures.stream().map(Signature::name).distinct().count() < signatures.size()) {
            throw new IllegalArgumentException("two signatures have one name");
        }
        long bytes = stringBytes(signatures);
        if (bytes > MOST_STRING_BYTES) {
            throw new IllegalArgumentException(
                    "the strings of a bundle have at most %,d bytes (got %,d)".formatted(MOST_STRING_BYTES, bytes));
        }
    }

    /// How many bytes the strings of signatures have.
    static long stringBytes(List<Signature> signatures) {
        return signatures.stream()
                .flatMap(signature -> signature.strings().stream())
                .mapToLong(string -> string.text().length())
                .sum();
    }
}
