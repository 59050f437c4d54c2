package org.sipsleuth.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegularFileTest {

    /// Nobody ever writes to the pipe: opening it would wait for good.
    private static final Duration FOREVER = Duration.ofSeconds(60);

    @TempDir private Path folder;

    @Test
    void aFileIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "content");
        try (InputStream in = RegularFile.open(file)) {
            assertEquals("content", new String(in.readAllBytes()));
        }
    }

    @Test
    void pipesDevicesAndDirectoriesAreRefused() throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assertTimeoutPreemptively(FOREVER, () -> assertThrows(IOException.class, () -> RegularFile.open(pipe)));
        assertThrows(IOException.class, () -> RegularFile.open(Path.of("/dev/zero")));
        assertThrows(IOException.class, () -> RegularFile.open(folder));
        assertThrows(NoSuchFileException.class, () -> RegularFile.open(folder.resolve("nothing")));
    }
}
