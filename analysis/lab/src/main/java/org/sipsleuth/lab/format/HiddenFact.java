package org.sipsleuth.lab.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Something that the program states of a capture by itself, and that a lab can hide until it is
/// handed in.
public enum HiddenFact {
    INCIDENTS, FINDINGS, STAGES, VERDICTS, HINTS, PROBLEMS, TRUTH;

    /// The name in files: `truth`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The fact of this name in files.
    public static Optional<HiddenFact> of(String word) {
        return Arrays.stream(values()).filter(fact -> fact.word().equals(word)).findFirst();
    }
}
