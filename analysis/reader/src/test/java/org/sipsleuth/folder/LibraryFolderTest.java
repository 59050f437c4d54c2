package org.sipsleuth.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFolderTest {

    @TempDir Path directory;

    @Test
    void aFolderIsMadeAndStaysEmpty() throws IOException {
        Path folder = directory.resolve("native").resolve("library");
        assertTrue(LibraryFolder.takesPrograms(folder));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void whereNoFolderCanBeMadeThereIsNoPlace() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertFalse(LibraryFolder.takesPrograms(file.resolve("library")));
        assertFalse(LibraryFolder.takesPrograms(file));
    }

    @Test
    void aLinkIsNoPlace() throws IOException {
        Path target = Files.createDirectory(directory.resolve("target"));
        assertFalse(LibraryFolder.takesPrograms(Files.createSymbolicLink(directory.resolve("link"), target)));
    }
}
