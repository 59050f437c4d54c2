package org.sipsleuth.triage;

/// What an analyst gains by deciding about a row, the most urgent first.
public enum TriageNeed {
    /// Its dialogs belong to an incident of medium severity or more.
    ATTACK,
    /// It explains calls or registrations that failed.
    FAILURE,
    /// Its dialogs belong to an incident of low severity: an attempt without effect.
    ATTEMPT,
    /// It departs from RFC 3261, and nobody is known to suffer from that.
    DEPARTURE,
    /// It is merely rare.
    RARE
}
