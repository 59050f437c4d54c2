package org.sipsleuth.report.investigation;

import java.time.Instant;
import java.util.List;

/// What analysts recorded about an investigation.
///
/// @param verdicts in the order of time
/// @param logHash the hash of the last entry of the audit log, which covers all before it; empty
///     where there is no log
public record CaseRecord(List<Verdict> verdicts, String logHash) {

    /// Nothing.
    public static final CaseRecord NONE = new CaseRecord(List.of(), "");

    /// What an analyst concluded.
    ///
    /// @param about what it is about: the id of an incident or finding
    /// @param verdict in a few words
    /// @param note further words; may be empty
    /// @param analyst who concluded it
    /// @param at when
    public record Verdict(String about, String verdict, String note, String analyst, Instant at) {}

    /// Takes a copy.
    public CaseRecord {
        verdicts = List.copyOf(verdicts);
    }

    boolean isEmpty() {
        return verdicts.isEmpty() && logHash.isEmpty();
    }
}
