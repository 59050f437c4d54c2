package org.sipsleuth.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;

/// Finds captures again that have moved: files of the same size are compared by their hash. Only
/// the folders themselves are searched, not those in them. Each folder is listed once, and each
/// file hashed once, for however many captures. One thread.
public final class EvidenceSearch {

    /// Where [CasePackage] puts captures, beside the case.
    static final String CAPTURES = "captures";

    /// The most files of a folder that are looked at.
    private static final int MOST_FILES = 100_000;

    /// In the order of the search.
    private final List<Path> folders;

    /// The files of the folders by size; empty until they are asked for.
    private Optional<Map<Long, List<Path>>> listed = Optional.empty();

    /// Those that were hashed.
    private final Map<Path, OpenedFile> opened = new HashMap<>();

    private EvidenceSearch(List<Path> folders) {
        this.folders = List.copyOf(folders);
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

    /// The capture, all of whose bytes were compared; where it was last seen before all else, then
    /// where a file is named by its hash.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public Optional<OpenedFile> find(Evidence evidence, RunMonitor monitor) throws IOException {
        Optional<OpenedFile> there = lastSeen(evidence).flatMap(path -> same(path, evidence, monitor));
        if (there.isPresent()) {
            return there;
        }
        List<Path> candidates = listed(monitor).getOrDefault(evidence.bytes(), List.of())
                .stream()
                .sorted(Comparator.comparing(path -> !isNamedByHash(path, evidence)))
                .toList();
        for (Path candidate : candidates) {
            monitor.throwIfCancelled();
            Optional<OpenedFile> same = same(candidate, evidence, monitor);
            if (same.isPresent()) {
                return same;
            }
        }
        return Optional.empty();
    }

    private static boolean isNamedByHash(Path file, Evidence evidence) {
        return FileName.last(file).startsWith(evidence.sha256());
    }

    /// The path where it was last seen; empty if no file can be so called here.
    static Optional<Path> lastSeen(Evidence evidence) {
        try {
            return Optional.of(FileName.path(evidence.path()));
        } catch (InvalidPathException ofAnotherSystem) {
            return Optional.empty();
        }
    }

    private Map<Long, List<Path>> listed(RunMonitor monitor) throws IOException {
        if (listed.isEmpty()) {
            Map<Long, List<Path>> bySize = new HashMap<>();
            for (Path folder : folders) {
                if (Files.isDirectory(folder) && Files.isReadable(folder)) {
                    list(folder, bySize, monitor);
                }
            }
            listed = Optional.of(bySize);
        }
        return listed.get();
    }

    private static void list(Path folder, Map<Long, List<Path>> bySize, RunMonitor monitor) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.limit(MOST_FILES).sorted().toList();
        }
        for (Path file : files) {
            monitor.throwIfCancelled();
            try {
                BasicFileAttributes its = Files.readAttributes(file, BasicFileAttributes.class);
                if (its.isRegularFile()) {
                    bySize.computeIfAbsent(its.size(), _ -> new ArrayList<>()).add(file);
                }
            } catch (IOException gone) {
                // it is no candidate
            }
        }
    }

    private Optional<OpenedFile> same(Path candidate, Evidence evidence, RunMonitor monitor) {
        try {
            if (!Files.isRegularFile(candidate) || Files.size(candidate) != evidence.bytes()) {
                return Optional.empty();
            }
            OpenedFile file = opened.get(candidate);
            if (file == null) {
                file = OpenedFile.of(candidate);
                opened.put(candidate, file);
            }
            return Optional.of(file).filter(each -> hash(each, monitor).equals(evidence.sha256()));
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
