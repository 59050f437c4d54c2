package org.sipsleuth.live;

import java.io.IOException;

/// Live capture that cannot start or continue. Its message is a sentence for the user.
public final class LiveCaptureException extends IOException {
    private static final long serialVersionUID = 1L;

    /// The cause.
    public enum Kind {
        /// libpcap cannot be loaded.
        NO_LIBRARY,
        /// The process may not capture.
        NO_RIGHTS,
        /// There is no interface of that name.
        NO_INTERFACE,
        /// The capture filter is invalid.
        BAD_FILTER,
        /// Reports cannot be received at the address, or not with the certificate.
        NO_LISTENER,
        /// The ring's files cannot be written.
        NO_RING,
        /// The system delivers no packets, or no more.
        BROKEN
    }

    private final Kind kind;

    /// @param sentence what happened, and how to fix it
    public LiveCaptureException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    /// The same, with the exception that reported it.
    public LiveCaptureException(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /// The cause.
    public Kind kind() {
        return kind;
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
