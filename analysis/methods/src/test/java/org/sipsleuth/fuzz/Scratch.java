package org.sipsleuth.fuzz;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder for captures that live for a moment, in memory where that can be: a disk would take
/// longer to make a small file than it takes to read it.
///
/// @param folder goes, with what lies in it, when this is closed
record Scratch(Path folder) implements AutoCloseable {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String NAME = "sipsleuth-fuzz-";

    Scratch() throws IOException {
        this(Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, NAME) : Files.createTempDirectory(NAME));
    }

    @Override
    public void close() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
