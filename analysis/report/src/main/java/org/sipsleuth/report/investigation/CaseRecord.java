package org.sipsleuth.report.investigation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdicts;

/// What analysts recorded about an investigation.
///
/// @param verdicts in the order of time
/// @param notes on dialogs, by analyst and Call-ID
/// @param logHash the hash of the last entry of the audit log, which covers all before it; empty
///     where there is no log
public record CaseRecord(List<Verdict> verdicts, List<Noted> notes, String logHash) {

    /// Nothing.
    public static final CaseRecord NONE = new CaseRecord(List.of(), List.of(), "");

    /// What an analyst concluded.
    ///
    /// @param about what it is about
    /// @param scope for whose requests it holds, if it is about a step
    /// @param judgement what was decided
    /// @param note further words; may be empty
    /// @param analyst who concluded it
    /// @param at when
    public record Verdict(Subject about, Optional<Scope> scope, Optional<Judgement> judgement, String note,
            String analyst, Instant at) {}

    /// What an analyst noted of a dialog.
    public record Noted(String callId, DialogNote note, String analyst) {}

    /// Takes copies.
    public CaseRecord {
        verdicts = List.copyOf(verdicts);
        notes = List.copyOf(notes);
    }

    /// What a case holds.
    ///
    /// @param verdicts of the case; those that stand are taken
    /// @param notes of each analyst
    /// @param logHash the hash of the last entry of its log
    public static CaseRecord of(Verdicts verdicts, SortedMap<String, DialogNotes> notes, String logHash) {
        return new CaseRecord(
                verdicts.standing()
                        .stream()
                        .map(each -> new Verdict(each.subject(), each.scope(), each.judgement(), each.note(),
                                each.who(), Instant.parse(each.at())))
                        .toList(),
                notes.entrySet()
                        .stream()
                        .flatMap(ofAnalyst -> ofAnalyst.getValue()
                                .byCallId()
                                .entrySet()
                                .stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(each -> new Noted(each.getKey(), each.getValue(), ofAnalyst.getKey())))
                        .toList(),
                logHash);
    }

    /// The verdicts about something.
    List<Verdict> about(Subject subject) {
        return verdicts.stream().filter(verdict -> verdict.about().equals(subject)).toList();
    }

    boolean isEmpty() {
        return verdicts.isEmpty() && notes.isEmpty() && logHash.isEmpty();
    }
}
