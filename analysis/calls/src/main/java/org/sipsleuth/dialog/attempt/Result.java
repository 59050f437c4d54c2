package org.sipsleuth.dialog.attempt;

/// How a request was answered, challenges and redirections that were followed included. What
/// became of the dialog as a whole is its [org.sipsleuth.dialog.outcome.Outcome].
public enum Result {
    /// By a 2xx.
    ANSWERED,
    /// By a 4xx other than 401, 402 and 407, a 5xx or a 6xx.
    FAILED,
    /// By a 3xx that was not followed on the same hop.
    REDIRECTED,
    /// By a 401, 402 or 407 after which nothing was tried (RFC 6076 §4.2 calls them non-failure
    /// challenge response codes).
    CHALLENGED,
    /// No response at all within 64 × T1 (RFC 3261 §17.1.1.2 timer B, §17.1.2.2 timer F), which
    /// counts as a 408 (§8.1.3.1).
    TIMED_OUT,
    /// Undecided at the end of what was captured.
    OPEN
}
