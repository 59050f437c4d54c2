package org.sipsleuth.report.investigation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.report.document.CaseScope;

/// What analysts recorded about an investigation.
///
/// @param verdicts those that stand, in the order of time
/// @param notes on dialogs, by analyst and Call-ID
/// @param logHash the hash of the last entry of the audit log, which covers all before it; empty
///     where there is no log
/// @param scope how far its captures and those of the report are the same
public record CaseRecord(List<Verdict> verdicts, List<Noted> notes, String logHash, CaseScope scope) {

    /// Nothing.
    public static final CaseRecord NONE = new CaseRecord(List.of(), List.of(), "", CaseScope.WHOLE);

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
        return new CaseRecord(verdicts.standing(),
                notes.entrySet()
                        .stream()
                        .flatMap(ofAnalyst -> ofAnalyst.getValue()
                                .byCallId()
                                .entrySet()
                                .stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(each -> new Noted(each.getKey(), each.getValue(), ofAnalyst.getKey())))
                        .toList(),
                logHash, CaseScope.WHOLE);
    }

    /// The same of other captures than the case holds.
    public CaseRecord within(CaseScope other) {
        return new CaseRecord(verdicts, notes, logHash, other);
    }

    /// The verdicts about something.
    List<Verdict> about(Subject subject) {
        return verdicts.stream().filter(verdict -> verdict.subject().equals(subject)).toList();
    }

    /// Whether there is nothing, not even a case.
    public boolean isEmpty() {
        return verdicts.isEmpty() && notes.isEmpty() && logHash.isEmpty();
    }
}
