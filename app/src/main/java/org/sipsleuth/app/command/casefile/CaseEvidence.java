package org.sipsleuth.app.command.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.input.CaptureFiles;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.FileDigests;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.CaseVerification;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;

/// All captures of a case, found by their SHA-256.
///
/// @param captures in the order in which they were added
/// @param files where each of them is
public record CaseEvidence(List<Evidence> captures, List<OpenedFile> files) {

    public CaseEvidence {
        captures = List.copyOf(captures);
        files = List.copyOf(files);
    }

    /// What was read of them.
    ///
    /// @param index of all of them
    /// @param captures in the order of the index
    /// @param isComplete whether all of them could be read to their end
    public record Read(SipIndex index, List<Evidence> captures, boolean isComplete) {
        public Read {
            captures = List.copyOf(captures);
        }
    }

    /// Whether a case matches its log. If not, the user is notified: a report or a new case
    /// would hide it.
    public static boolean isIntact(CaseFile opened, Terminal terminal) throws IOException {
        boolean isIntact = CaseVerification.withoutEvidence(opened.file()).isIntact();
        if (!isIntact) {
            terminal.report(
                    "%s: does not match its log; run case verify to see where".formatted(FileName.text(opened.file())));
        }
        return isIntact;
    }

    /// Finds them, and compares all of their bytes; nothing if one is missing, after each of those
    /// was named.
    ///
    /// @param folders where captures may be that are no longer where they were seen
    public static Optional<CaseEvidence> find(CaseFile opened, List<Path> folders, RunMonitor monitor,
            Terminal terminal) throws IOException {
        List<Evidence> captures = opened.evidence()
                .stream()
                .sorted(Comparator.comparing(Evidence::added).thenComparing(Evidence::sha256))
                .toList();
        if (captures.isEmpty()) {
            terminal.report("the case has no captures");
            return Optional.empty();
        }
        List<OpenedFile> files = new ArrayList<>();
        for (Evidence each : captures) {
            Optional<OpenedFile> found = opened.open(each, folders, monitor);
            if (found.isPresent()) {
                files.add(found.get());
            } else {
                terminal.report("%s: not found, or changed; SHA-256 %s".formatted(each.path(), each.sha256()));
            }
        }
        return files.size() == captures.size() ? Optional.of(new CaseEvidence(captures, files)) : Optional.empty();
    }

    /// Their paths: never to be replaced by an output.
    public List<String> paths() {
        return files.stream().map(file -> FileName.string(file.path())).toList();
    }

    /// Their digests.
    public FileDigests digests() {
        return FileDigests.of(files);
    }

    /// Reads them; nothing, and the reason on standard error, if one of them could not be read, or
    /// is no longer the one that was found.
    public Optional<Read> read(CaptureFiles reader, Terminal terminal) {
        ReadCaptures<SipIndex> read = reader.read(paths());
        if (read.content().isEmpty()) {
            return Optional.empty();
        }
        SipIndex index = read.content().get();
        FileDigests digests = digests();
        List<Evidence> inOrder = new ArrayList<>();
        for (CaptureSummary summary : index.files()) {
            String sha256 = digests.of(summary);
            Optional<Evidence> its = captures.stream().filter(each -> each.sha256().equals(sha256)).findFirst();
            if (its.isEmpty()) {
                terminal.report(FileName.text(summary.path()) + ": changed while it was read");
                return Optional.empty();
            }
            inOrder.add(its.get());
        }
        return inOrder.size() == captures.size() ? Optional.of(new Read(index, inOrder, read.isComplete()))
                : Optional.empty();
    }
}
