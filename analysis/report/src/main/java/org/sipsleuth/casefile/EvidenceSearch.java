package org.sipsleuth.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.run.RunMonitor;

/// Finds captures again that have moved: files of the same size are compared by their hash. Only
/// the folders themselves are searched, not those in them.
///
/// @param folders searched in this order
public record EvidenceSearch(List<Path> folders) {

    /// Where [CasePackage] puts captures, beside the case.
    static final String CAPTURES = "captures";

    /// The most files of a folder that are looked at.
    private static final int MOST_FILES = 100_000;

    public EvidenceSearch {
        folders = List.copyOf(folders);
    }

    /// Searches the folder of a case, its folder of captures, then others.
    public static EvidenceSearch near(Path file, List<Path> others) {
        List<Path> folders = new ArrayList<>();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            folders.add(folder);
            folders.add(folder.resolve(CAPTURES));
        }
        folders.addAll(others);
        return new EvidenceSearch(folders);
    }

    /// The capture, all of whose bytes were compared; where it was last seen before all else.
    public Optional<OpenedFile> find(Evidence evidence, RunMonitor monitor) throws IOException {
        for (Path candidate : candidates(evidence)) {
            Optional<OpenedFile> same = same(candidate, evidence, monitor);
            if (same.isPresent()) {
                return same;
            }
        }
        return Optional.empty();
    }

    /// The path where it was last seen; empty if no file can be so called here.
    static Optional<Path> lastSeen(Evidence evidence) {
        try {
            return Optional.of(FileName.path(evidence.path()));
        } catch (InvalidPathException ofAnotherSystem) {
            return Optional.empty();
        }
    }

    private Set<Path> candidates(Evidence evidence) throws IOException {
        Set<Path> all = new LinkedHashSet<>();
        lastSeen(evidence).ifPresent(all::add);
        for (Path folder : folders) {
            if (Files.isDirectory(folder) && Files.isReadable(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.limit(MOST_FILES).sorted().forEach(all::add);
                }
            }
        }
        return all;
    }

    private static Optional<OpenedFile> same(Path candidate, Evidence evidence, RunMonitor monitor) {
        try {
            if (!Files.isRegularFile(candidate) || Files.size(candidate) != evidence.bytes()) {
                return Optional.empty();
            }
            OpenedFile opened = OpenedFile.of(candidate);
            return Optional.of(opened).filter(file -> hash(file, monitor).equals(evidence.sha256()));
        } catch (IOException | CaptureChangedException unreadable) {
            return Optional.empty(); // another copy may be readable
        }
    }

    private static String hash(OpenedFile file, RunMonitor monitor) {
        try {
            return file.sha256(monitor);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
