package org.sipsleuth.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sipsleuth.casefile.store.CaseFault;
import org.sipsleuth.casefile.store.LogReplay;
import org.sipsleuth.run.RunMonitor;

/// What is wrong with a case: rows, log entries, tables or evidence that are not as the log says.
///
/// @param faults empty if nothing is
/// @param entries how many entries the log has
/// @param lastHash the hash of the last one
public record CaseVerification(List<CaseFault> faults, long entries, String lastHash) {

    public CaseVerification {
        faults = List.copyOf(faults);
    }

    /// Whether nothing is wrong.
    public boolean isIntact() {
        return faults.isEmpty();
    }

    /// Verifies a case with its evidence. Everything is only read.
    ///
    /// @param known a hash of the log that was kept elsewhere, and must be in it
    /// @param folders where captures may be that are no longer where they were seen
    /// @throws CaseException if it is no case, or of a newer version
    public static CaseVerification of(Path file, Optional<String> known, List<Path> folders, RunMonitor monitor)
            throws IOException {
        return of(LogReplay.of(file, known, monitor)).withEvidence(file, evidence(file), folders, monitor);
    }

    private static CaseVerification of(LogReplay.Result replayed) {
        return new CaseVerification(replayed.faults(), replayed.entries(), replayed.lastHash());
    }

    /// The same with what is wrong with captures, all bytes of which are read.
    ///
    /// @param file the case
    /// @param evidence its captures
    /// @param folders where captures may be that are no longer where they were seen
    public CaseVerification withEvidence(Path file, List<Evidence> evidence, List<Path> folders, RunMonitor monitor)
            throws IOException {
        List<CaseFault> all = new ArrayList<>(faults);
        FoundEvidence.of(file, evidence, folders, monitor).lost().forEach(each -> all.add(each.fault()));
        return new CaseVerification(all, entries, lastHash);
    }

    /// Verifies a case without its evidence.
    public static CaseVerification withoutEvidence(Path file) throws IOException {
        return withoutEvidence(file, RunMonitor.NONE);
    }

    /// The same.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CaseVerification withoutEvidence(Path file, RunMonitor monitor) throws IOException {
        return of(LogReplay.of(file, Optional.empty(), monitor));
    }

    /// The captures of a case. None of a case whose tables are no longer there to be read: that is
    /// a fault already.
    public static List<Evidence> evidence(Path file) throws IOException {
        try (CaseFile opened = CaseFile.openReadOnly(file, Author.READER)) {
            return opened.evidence();
        } catch (CaseException altered) {
            if (altered.reason() == Reason.ALTERED_SCHEMA || altered.reason() == Reason.DAMAGED
                    || altered.reason() == Reason.FAILED) {
                return List.of();
            }
            throw altered;
        }
    }
}
