package org.sipsleuth.signature;

import java.util.List;

/// Signatures with the captures that they were derived from: what is exchanged and imported.
///
/// @param signatures at most 1,000, each name once
/// @param sources at most 1,000
public record SignatureBundle(List<Signature> signatures, List<BundleSource> sources) {

    /// The largest number of either.
    public static final int MOST = 1_000;

    /// Checks the numbers and copies the lists.
    ///
    /// @throws IllegalArgumentException if there are too many, or two of a name
    public SignatureBundle {
        signatures = List.copyOf(signatures);
        sources = List.copyOf(sources);
        if (signatures.size() > MOST || sources.size() > MOST) {
            throw new IllegalArgumentException(
                    "a bundle has at most %,d signatures and sources".formatted(MOST));
        }
        if (signatures.stream().map(Signature::name).distinct().count() < signatures.size()) {
            throw new IllegalArgumentException("two signatures have one name");
        }
    }
}
