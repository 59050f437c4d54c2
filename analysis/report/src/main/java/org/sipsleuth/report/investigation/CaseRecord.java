package org.sipsleuth.report.investigation;

import java.time.Instant;
import java.util.List;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Verdicts;

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
    /// @param about what it is about: the types of a sequence, a Call-ID, the id of an incident
    /// @param verdict in a few words
    /// @param note further words; may be empty
    /// @param analyst who concluded it
    /// @param at when
    public record Verdict(String about, String verdict, String note, String analyst, Instant at) {}

    /// Takes a copy.
    public CaseRecord {
        verdicts = List.copyOf(verdicts);
    }

    /// What a case holds.
    ///
    /// @param verdicts of the case; those that stand are taken
    /// @param logHash the hash of the last entry of its log
    public static CaseRecord of(Verdicts verdicts, String logHash) {
        return new CaseRecord(
                verdicts.standing().stream()
                        .map(
                                each ->
                                        new Verdict(
                                                each.subject().key(),
                                                each.judgement().map(Judgement::text).orElse(""),
                                                each.note(),
                                                each.who(),
                                                Instant.parse(each.at())))
                        .toList(),
                logHash);
    }

    /// The verdicts about something.
    List<Verdict> about(String subject) {
        return verdicts.stream().filter(verdict -> verdict.about().equals(subject)).toList();
    }

    boolean isEmpty() {
        return verdicts.isEmpty() && logHash.isEmpty();
    }
}
