package org.sipsleuth.sequence;

/// How skewness and kurtosis come to the range from 0 to 1.
public enum Normalisation {
    /// By the limits of a one-hot vector: independent of what is to be scored.
    ONE_HOT_LIMIT("one-hot-limit"),
    /// By the least and the largest of all dialogs, as the paper seems to do it (the figures of
    /// its §4.3 come out closest so).
    MIN_MAX("min-max");

    private final String word;

    Normalisation(String word) {
        this.word = word;
    }

    /// The one of this word.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Normalisation of(String word) {
        for (Normalisation each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("There is no normalisation of this name");
    }

    /// The word for settings.
    public String word() {
        return word;
    }
}
