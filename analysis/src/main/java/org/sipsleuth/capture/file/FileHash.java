package org.sipsleuth.capture.file;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.sipsleuth.run.RunMonitor;

/// The SHA-256 of a file, by which evidence is known. The file is only read.
public final class FileHash {

    private static final int CHUNK_BYTES = 1 << 16;

    private FileHash() {}

    /// The SHA-256 in lower-case hexadecimal.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static String sha256(Path file, RunMonitor monitor) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK_BYTES];
        MemorySegment segment = MemorySegment.ofArray(chunk);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment bytes = CaptureFile.map(channel);
            for (long at = 0; at < bytes.byteSize(); at += CHUNK_BYTES) {
                monitor.throwIfCancelled();
                int length = (int) Math.min(CHUNK_BYTES, bytes.byteSize() - at);
                MemorySegment.copy(bytes, at, segment, 0, length);
                digest.update(chunk, 0, length);
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
