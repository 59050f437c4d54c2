package org.sipsleuth.signature;

import java.util.List;

/// Weighted strings with a threshold: a message has the signature if the sum of the weights of all
/// occurrences is at least the threshold. High sums are anomalous.
///
/// @param name 1 to 64 letters, digits and underscores, beginning with a letter, as in YARA
/// @param strings 1 to 64, each text once
/// @param threshold from 1
/// @param messages how many anomalous messages it was derived from
public record Signature(String name, SignatureKind kind, List<WeightedString> strings, long threshold, int messages) {

    /// The largest number of strings.
    public static final int MOST_STRINGS = 64;

    private static final String NAMES = "[A-Za-z][A-Za-z0-9_]{0,63}";

    /// Checks the ranges and copies the strings.
    ///
    /// @throws IllegalArgumentException if one is out of its range
    public Signature {
        strings = List.copyOf(strings);
        if (!name.matches(NAMES)) {
            throw new IllegalArgumentException(
                    "a name has 1 to 64 letters, digits and underscores and begins with a letter");
        }
        if (strings.isEmpty() || strings.size() > MOST_STRINGS) {
            throw new IllegalArgumentException(
                    "a signature has 1 to %d strings (got %d)".formatted(MOST_STRINGS, strings.size()));
        }
        if (strings.stream().map(WeightedString::text).distinct().count() < strings.size()) {
            throw new IllegalArgumentException("a signature has a string twice");
        }
        if (threshold < 1) {
            throw new IllegalArgumentException("a threshold is 1 or more (got %d)".formatted(threshold));
        }
        if (messages < 0) {
            throw new IllegalArgumentException("a signature of fewer than 0 messages");
        }
    }

    /// The same with another threshold.
    ///
    /// @throws IllegalArgumentException if it is less than 1
    public Signature withThreshold(long changed) {
        return new Signature(name, kind, strings, changed, messages);
    }

    /// The same with other strings.
    ///
    /// @throws IllegalArgumentException if they are out of their ranges
    public Signature withStrings(List<WeightedString> changed) {
        return new Signature(name, kind, changed, threshold, messages);
    }
}
