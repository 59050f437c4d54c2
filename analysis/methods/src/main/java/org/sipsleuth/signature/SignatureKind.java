package org.sipsleuth.signature;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a signature was derived from (paper 3, section 4.3).
public enum SignatureKind {
    /// The mean of the anomalous messages.
    UNILATERAL,
    /// The mean of the anomalous messages less the mean of the normal ones.
    BILATERAL,
    /// Pairs of bytes that anomalous messages have and no clean one.
    FOREIGN;

    /// Its name in bundles and on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of this name.
    public static Optional<SignatureKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
