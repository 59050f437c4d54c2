package org.sipsleuth.edge.replay;

import java.util.Locale;

/// What becomes of a captured message in a replay; each message has one.
public enum MessageOutcome {
    /// Processed, or sent, as captured.
    PASSED,
    /// Processed at least 0.5 s later (T1 of RFC 3261 §17: its sender would notice), or part of a
    /// dialog that is later.
    DELAYED,
    /// Processed by the hardened stack.
    SANDBOXED,
    /// Discarded at a stage.
    DROPPED,
    /// Would not have been sent: a response to a discarded request, the rest of its dialog, or a
    /// retransmission of what has been processed already.
    VOID,
    /// It cannot be known whether it would have been sent: a refused caller may have called again.
    UNKNOWN,
    /// Does not cross the border.
    ELSEWHERE;

    /// The word for files: `passed`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
