package org.sipsleuth.call.record;

import java.io.IOException;
import java.util.Locale;

/// A table with bytes that are no characters of its character set: the user has to name another.
public final class UndecodableTableException extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param sentence with places for the others
    UndecodableTableException(String sentence, Object... its) {
        super(String.format(Locale.ROOT, sentence, its));
    }
}
