package org.sipsleuth.live;

import java.io.IOException;

/// Live capture that cannot begin, or go on. Its message is a sentence for the user.
public final class LiveCaptureException extends IOException {
    private static final long serialVersionUID = 1L;

    /// What is in the way.
    public enum Kind {
        /// libpcap cannot be loaded.
        NO_LIBRARY,
        /// The process may not capture.
        NO_RIGHTS,
        /// There is no interface of that name.
        NO_INTERFACE,
        /// The capture filter makes no sense.
        BAD_FILTER,
        /// The ring's files cannot be written.
        NO_RING,
        /// The system gives no packets, or no more.
        BROKEN
    }

    private final Kind kind;

    /// @param sentence what happened, and what mends it
    public LiveCaptureException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    /// The same, with the exception that told of it.
    public LiveCaptureException(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /// What is in the way.
    public Kind kind() {
        return kind;
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
