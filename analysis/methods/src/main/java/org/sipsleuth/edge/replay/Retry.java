package org.sipsleuth.edge.replay;

import java.util.Locale;

/// What a client does when nothing answers its request.
public enum Retry {
    /// Nothing.
    NONE,
    /// It retransmits over UDP until timer B or F ends it (RFC 3261 §17.1), if the capture does not
    /// show that its host never does.
    RFC3261,
    /// The same, and then its user tries again: what follows in the capture is unknown, not void.
    PERSISTENT;

    /// The word for settings: `rfc3261`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
