package org.sipsleuth.ngram.detection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the score of a message is.
public enum ModelKind {
    /// How many of its n-grams are in no normal message.
    UNSEEN,
    /// Its distance from the nearest normal messages (paper 3, section 4.2).
    LOCAL,
    /// Its distance from the centre of all (paper 3, section 4.2).
    GLOBAL;

    /// Its word for settings: `unseen`, `local`, `global`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The one of this word.
    public static Optional<ModelKind> of(String word) {
        return Arrays.stream(values()).filter(its -> its.word().equals(word)).findFirst();
    }
}
