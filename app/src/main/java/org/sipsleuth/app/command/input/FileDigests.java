package org.sipsleuth.app.command.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The SHA-256 of files, computed on a thread of its own while the files are read for other ends.
/// Files are only read.
public final class FileDigests {

    private static final int BUFFER_BYTES = 1 << 18;

    private final Map<String, FutureTask<String>> digests = new ConcurrentHashMap<>();

    private FileDigests() {}

    /// Begins to read these files, one after the other; those that cannot be opened are left out.
    public static FileDigests begin(List<String> files) {
        FileDigests all = new FileDigests();
        List<FutureTask<String>> tasks = new ArrayList<>();
        for (String name : files) {
            if (CaptureFiles.obstacle(name).isPresent()) {
                continue;
            }
            String file = Path.of(name).toString();
            FutureTask<String> task = new FutureTask<>(() -> sha256(file));
            if (all.digests.putIfAbsent(file, task) == null) {
                tasks.add(task);
            }
        }
        Thread.ofPlatform().daemon().name("sha-256").start(() -> tasks.forEach(FutureTask::run));
        return all;
    }

    /// The digest in lower-case hexadecimal; waits until it is known.
    ///
    /// @param file one of the files given at the beginning
    /// @return empty if the file could not be read to its end
    public String of(Path file) {
        FutureTask<String> task = digests.get(file.toString());
        if (task == null) {
            throw new IllegalArgumentException("not one of the files");
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

    private static String sha256(String file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream input = Files.newInputStream(Path.of(file))) {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
