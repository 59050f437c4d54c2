package org.sipsleuth.flood.rule;

import java.util.Locale;

/// What is measured of the INVITEs of a server without any training, each in hindsight: what became
/// of an INVITE is known. Some measures flag what is above a threshold, others describe a flood.
public enum FloodRule {
    /// How many of the last ten INVITEs became overdue ([OverdueInvites]): known a second or so after
    /// them, and the one that leads.
    OVERDUE,
    /// [RateCusum]: evidence of twice the usual rate, in nats.
    CUSUM,
    /// The share of the last ten INVITEs that came to nothing ([UnacknowledgedShare]), 0 to 1.
    UNACKNOWLEDGED,
    /// How many transactions are half open ([HalfOpenTransactions]).
    HALF_OPEN,
    /// How many different source addresses the last 100 INVITEs have.
    SOURCES,
    /// How many different users in From.
    CALLERS,
    /// How many different users are called.
    CALLED,
    /// The entropy of the source addresses, 0 to 1 ([DistinctIdentities#entropy]).
    ENTROPY,
    /// How many of them are of callers that had completed a call before: it describes, and flags
    /// nothing, since new callers have none either and a flood may borrow those of others.
    COMPLETED;

    /// Its name in texts: `half_open`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it flags windows; the others describe.
    public boolean flags() {
        return this == OVERDUE || this == CUSUM || this == UNACKNOWLEDGED || this == HALF_OPEN;
    }
}
