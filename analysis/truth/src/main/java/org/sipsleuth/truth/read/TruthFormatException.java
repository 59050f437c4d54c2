package org.sipsleuth.truth.read;

import java.io.IOException;

/// A file that cannot be read as a truth.
public final class TruthFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param message what is wrong, as a sentence for the user
    public TruthFormatException(String message) {
        super(message);
    }
}
