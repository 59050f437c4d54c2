package org.sipsleuth.triage;

/// What users lose by a problem, the worst first.
public enum TriageLoss {
    /// Calls or registrations.
    SERVICE,
    /// Something beside them: a message, an unanswered subscription.
    EXTRA,
    /// Nothing that keeps a client from working: a server refuses to publish or to subscribe.
    REFUSED_EXTRA,
    /// Nothing that is known.
    NOTHING;

    /// Whether somebody could not do what they wanted.
    boolean isFailure() {
        return this == SERVICE || this == EXTRA;
    }
}
