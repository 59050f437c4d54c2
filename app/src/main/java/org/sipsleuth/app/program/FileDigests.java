package org.sipsleuth.app.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;

/// The SHA-256 of captures, computed on a thread of its own while they are indexed. Files are only
/// read.
public final class FileDigests {

    private final Map<Path, FutureTask<OpenedFile>> digests = new ConcurrentHashMap<>();

    private FileDigests() {}

    /// Begins to read these files, one after the other; those that cannot be opened are left out.
    public static FileDigests begin(List<String> files) {
        return begin(files, Long.MAX_VALUE);
    }

    /// The same, where files of more bytes are left out, too.
    public static FileDigests begin(List<String> files, long mostBytes) {
        FileDigests all = new FileDigests();
        List<FutureTask<OpenedFile>> tasks = new ArrayList<>();
        for (String name : files) {
            if (!isReadable(name) || isLarger(name, mostBytes)) {
                continue;
            }
            Path file = FileName.path(name);
            FutureTask<OpenedFile> task = new FutureTask<>(() -> hashed(file));
            if (all.digests.putIfAbsent(file, task) == null) {
                tasks.add(task);
            }
        }
        Thread.ofPlatform().daemon().name("sha-256").start(() -> tasks.forEach(FutureTask::run));
        return all;
    }

    /// Those of files whose digest is known already.
    public static FileDigests of(List<OpenedFile> hashed) {
        FileDigests all = new FileDigests();
        for (OpenedFile file : hashed) {
            FutureTask<OpenedFile> task = new FutureTask<>(() -> file);
            task.run();
            all.digests.putIfAbsent(file.path(), task);
        }
        return all;
    }

    private static boolean isReadable(String name) {
        try {
            Path file = FileName.path(name);
            return Files.isRegularFile(file) && Files.isReadable(file);
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    private static boolean isLarger(String name, long bytes) {
        try {
            return Files.size(FileName.path(name)) > bytes;
        } catch (IOException gone) {
            return false; // said where it is opened
        }
    }

    private static OpenedFile hashed(Path file) throws IOException {
        OpenedFile opened = OpenedFile.of(file);
        opened.sha256(RunMonitor.NONE);
        return opened;
    }

    /// Whether the digest of a file is computed.
    public boolean has(Path file) {
        return digests.containsKey(file);
    }

    /// The digest of exactly the bytes that were indexed, in lower-case hexadecimal; waits until it
    /// is known.
    ///
    /// @param capture of a file that is not left out
    /// @return empty if the file could not be read to its end, or has changed since it was indexed
    public String of(CaptureSummary capture) {
        FutureTask<OpenedFile> task = digests.get(capture.path());
        if (task == null) {
            throw new IllegalArgumentException("no digest of this file");
        }
        try {
            OpenedFile hashed = task.get();
            OpenedFile indexed = capture.opened().orElse(hashed);
            OpenedFile same = indexed.equals(hashed) ? hashed : indexed;
            return same.sha256(RunMonitor.NONE);
        } catch (ExecutionException | IOException | CaptureChangedException unreadable) {
            capture.opened().ifPresent(OpenedFile::change); // to be reported at the end
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
