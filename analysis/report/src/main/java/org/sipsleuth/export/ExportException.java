package org.sipsleuth.export;

import java.io.IOException;

/// An export that is refused, with what can be done instead as a sentence.
public final class ExportException extends IOException {
    private static final long serialVersionUID = 1L;

    public ExportException(String message) {
        super(message);
    }

    public ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
