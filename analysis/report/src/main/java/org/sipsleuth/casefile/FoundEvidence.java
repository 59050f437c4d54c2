package org.sipsleuth.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.store.CaseFault;
import org.sipsleuth.casefile.store.CaseFault.Kind;
import org.sipsleuth.run.RunMonitor;

/// What of the captures of a case is on the disk as it was added.
///
/// @param files the captures that were found, all of whose bytes were compared
/// @param lost those that were not found as they were
public record FoundEvidence(List<Path> files, List<Lost> lost) {

    /// A capture that is not on the disk as it was added.
    ///
    /// @param kind that it is missing, changed or unreadable
    public record Lost(Evidence evidence, Kind kind) {

        private static Lost of(Evidence evidence) {
            Optional<Path> path = EvidenceSearch.lastSeen(evidence).filter(Files::exists);
            Kind kind = path.isEmpty() ? Kind.EVIDENCE_MISSING
                    : Files.isReadable(path.get()) ? Kind.EVIDENCE_CHANGED
                    : Kind.EVIDENCE_UNREADABLE;
            return new Lost(evidence, kind);
        }

        CaseFault fault() {
            return new CaseFault(kind, "evidence " + evidence.sha256(), kind.text(evidence.path()));
        }
    }

    public FoundEvidence {
        files = List.copyOf(files);
        lost = List.copyOf(lost);
    }

    /// Searches where they were last seen, near the case, then in other folders. Everything is only
    /// read.
    ///
    /// @param file the case
    /// @param evidence its captures
    /// @param folders where captures may be that are no longer where they were seen
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static FoundEvidence of(Path file, List<Evidence> evidence, List<Path> folders, RunMonitor monitor)
            throws IOException {
        List<Path> files = new ArrayList<>();
        List<Lost> lost = new ArrayList<>();
        EvidenceSearch search = EvidenceSearch.near(file, folders);
        for (Evidence each : evidence) {
            Optional<OpenedFile> found = search.find(each, monitor);
            found.map(OpenedFile::path).ifPresentOrElse(files::add, () -> lost.add(Lost.of(each)));
        }
        return new FoundEvidence(files, lost);
    }
}
