package org.sipsleuth.signature;

/// A byte string with the weight of each of its occurrences.
///
/// @param text one character for each byte (ISO 8859-1), 1 to 256 of them
/// @param weight positive if the string is typical of the anomaly, negative if it is typical of
///     normal messages; −1,000,000 to 1,000,000, never 0
public record WeightedString(String text, int weight) {

    /// The longest string, in bytes.
    public static final int LONGEST = 256;

    /// The largest weight, either way.
    public static final int HEAVIEST = 1_000_000;

    private static final int BYTE = 0xff;

    /// Checks both ranges.
    ///
    /// @throws IllegalArgumentException if one is out of its range
    public WeightedString {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a string has 1 to %d bytes (got %d)".formatted(LONGEST, text.length()));
        }
        if (text.chars().anyMatch(its -> its > BYTE)) {
            throw new IllegalArgumentException("a string holds a character that is no byte");
        }
        if (weight == 0 || Math.abs((long) weight) > HEAVIEST) {
            throw new IllegalArgumentException(
                    "a weight is −1,000,000 to 1,000,000, without 0 (got %d)".formatted(weight));
        }
    }
}
