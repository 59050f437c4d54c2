package org.sipsleuth.simulate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A capture and its truth while they are written: beside their places, under other names, until
/// both are whole.
final class NewFiles implements Closeable {

    private final Path capture;
    private final Path truth;
    private final Path newCapture;
    private final Path newTruth;

    /// @throws IOException if something else than a file is in the place of one
    NewFiles(Path capture, Path truth) throws IOException {
        this.capture = capture.toAbsolutePath();
        this.truth = truth.toAbsolutePath();
        this.newCapture = beside(this.capture);
        this.newTruth = beside(this.truth);
    }

    private static Path beside(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(file + " is a device or a pipe; it takes a file");
        }
        Path beside =
                file.resolveSibling(
                        "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        Files.deleteIfExists(beside);
        beside.toFile().deleteOnExit(); // also when Ctrl-C ends the process
        return beside;
    }

    Path newCapture() {
        return newCapture;
    }

    Path newTruth() {
        return newTruth;
    }

    /// Puts both in their places.
    void keep() throws IOException {
        move(newTruth, truth);
        move(newCapture, capture);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Removes what was not kept.
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(newCapture);
        Files.deleteIfExists(newTruth);
    }
}
