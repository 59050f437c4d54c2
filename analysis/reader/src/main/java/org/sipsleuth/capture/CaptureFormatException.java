package org.sipsleuth.capture;

import java.io.IOException;

/// A file that cannot be read as a capture at all.
public final class CaptureFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long offset;

    /// @param message what is wrong, as a sentence for the user
    /// @param offset where in the file, in bytes
    public CaptureFormatException(String message, long offset) {
        super(message);
        this.offset = offset;
    }

    /// Where in the file the reading stopped, in bytes.
    public long offset() {
        return offset;
    }
}
