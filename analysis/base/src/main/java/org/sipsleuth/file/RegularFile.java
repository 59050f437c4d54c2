package org.sipsleuth.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Opens inputs that have to be regular files. Opening a pipe waits until somebody writes to it,
/// and a device never ends, so both are refused.
public final class RegularFile {

    private RegularFile() {}

    /// Opens a file.
    ///
    /// @throws NoSuchFileException if there is none
    /// @throws IOException if it is a directory, a pipe or a device, or cannot be opened
    public static InputStream open(Path file) throws IOException {
        check(file);
        return Files.newInputStream(file);
    }

    /// Checks what a file is, without opening it.
    ///
    /// @throws NoSuchFileException if there is none
    /// @throws IOException if it is a directory, a pipe or a device
    public static void check(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such file");
        }
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory, not a file");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is a pipe or a device; save its content to a regular file first");
        }
    }
}
