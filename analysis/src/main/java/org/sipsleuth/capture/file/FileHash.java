package org.sipsleuth.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.sipsleuth.run.RunMonitor;

/// The SHA-256 of a file, by which evidence is known. The file is only read.
public final class FileHash {

    private static final int CHUNK_BYTES = 1 << 18;

    private FileHash() {}

    /// The SHA-256 in lower-case hexadecimal.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static String sha256(Path file, RunMonitor monitor) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                monitor.throwIfCancelled();
                digest.update(chunk, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
