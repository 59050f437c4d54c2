package org.sipsleuth.truth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far an attack got, the least first.
public enum AttackOutcome {
    /// Nothing of what it aimed at.
    ATTEMPTED,
    /// A part: hosts or extensions revealed, an account registered but not used, calls that rang.
    PARTIAL,
    /// What it aimed at.
    SUCCEEDED;

    /// The name in truth files: `attempted`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The outcome of this name in truth files.
    public static Optional<AttackOutcome> of(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }
}
