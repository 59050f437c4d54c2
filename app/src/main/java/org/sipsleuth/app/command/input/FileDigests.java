package org.sipsleuth.app.command.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.sipsleuth.capture.file.FileHash;
import org.sipsleuth.run.RunMonitor;

/// The SHA-256 of files, computed on a thread of its own while the files are read for other ends.
/// Files are only read.
public final class FileDigests {

    private final Map<String, FutureTask<String>> digests = new ConcurrentHashMap<>();

    private FileDigests() {}

    /// Begins to read these files, one after the other; those that cannot be opened are left out.
    public static FileDigests begin(List<String> files) {
        return begin(files, Long.MAX_VALUE);
    }

    /// The same, where files of more bytes are left out, too.
    public static FileDigests begin(List<String> files, long mostBytes) {
        FileDigests all = new FileDigests();
        List<FutureTask<String>> tasks = new ArrayList<>();
        for (String name : files) {
            if (CaptureFiles.obstacle(name).isPresent()
                    || Path.of(name).toFile().length() > mostBytes) {
                continue;
            }
            String file = Path.of(name).toString();
            FutureTask<String> task =
                    new FutureTask<>(() -> FileHash.sha256(Path.of(file), RunMonitor.NONE));
            if (all.digests.putIfAbsent(file, task) == null) {
                tasks.add(task);
            }
        }
        Thread.ofPlatform().daemon().name("sha-256").start(() -> tasks.forEach(FutureTask::run));
        return all;
    }

    /// Whether the digest of a file is computed.
    public boolean has(Path file) {
        return digests.containsKey(file.toString());
    }

    /// The digest in lower-case hexadecimal; waits until it is known.
    ///
    /// @param file one that is not left out
    /// @return empty if the file could not be read to its end
    public String of(Path file) {
        FutureTask<String> task = digests.get(file.toString());
        if (task == null) {
            throw new IllegalArgumentException("no digest of this file");
        }
        try {
            return task.get();
        } catch (ExecutionException unreadable) {
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
