package org.sipsleuth.app.command.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.sipsleuth.capture.CaptureName;
import org.sipsleuth.capture.file.TempSpaceLimit;

/// A capture from standard input, in a temporary file that is deleted when it is closed or the
/// program ends. Captures are read more than once and at any place, which a pipe does not allow.
final class SpooledInput implements AutoCloseable {

    private static final int CHUNK_BYTES = 1 << 16;
    private static final long BYTES_BETWEEN_LOOKS = 16L << 20;

    private final Path folder;
    private final Path file;
    private final boolean isComplete;

    private SpooledInput(Path folder, Path file, boolean isComplete) {
        this.folder = folder;
        this.file = file;
        this.isComplete = isComplete;
    }

    /// Reads all of it, or as much as there is temporary disk space for.
    ///
    /// @throws IOException if it cannot be read, or the file cannot be written
    static SpooledInput of(InputStream in, TempSpaceLimit room) throws IOException {
        Path folder = Files.createTempDirectory(CaptureName.FOLDER_PREFIX);
        Path file = folder.resolve(CaptureName.STANDARD_INPUT);
        folder.toFile().deleteOnExit(); // in reverse order: the file first
        file.toFile().deleteOnExit();
        try {
            return new SpooledInput(folder, file, copy(in, file, room));
        } catch (IOException failed) {
            delete(folder, file);
            throw failed;
        }
    }

    /// @return whether all was copied
    private static boolean copy(InputStream in, Path file, TempSpaceLimit room) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            long left = 0;
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                if (left < count) {
                    left = Math.min(BYTES_BETWEEN_LOOKS, room.besideBytes(file));
                }
                if (left < count) {
                    return false;
                }
                out.write(chunk, 0, count);
                left -= count;
            }
        }
        return true;
    }

    /// The file.
    Path file() {
        return file;
    }

    /// Whether it holds all of standard input.
    boolean isComplete() {
        return isComplete;
    }

    @Override
    public void close() throws IOException {
        delete(folder, file);
    }

    private static void delete(Path folder, Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }
}
