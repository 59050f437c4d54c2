package org.sipsleuth.app.workbench.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundFilesTest {

    @TempDir Path directory;

    private Path file(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }

    @Test
    void capturesOfAFolderStandInItsPlaceSorted() throws IOException {
        Path first = file("first.pcap");
        Path b = file("folder/b.pcap");
        Path a = file("folder/a.pcapng");
        file("folder/.hidden.pcap");
        file("folder/notes.txt");
        Path keys = file("tls.keys");
        assertEquals(new FoundFiles(List.of(first, a, b, keys), Optional.empty(), Optional.empty()),
                FoundFiles.of(List.of(first, directory.resolve("folder"), keys)));
    }

    @Test
    void aCaseIsNoCapture() throws IOException {
        Path office = file("office.case");
        assertEquals(Optional.of(office), FoundFiles.of(List.of(office)).openedCase());
        assertEquals(List.of(), FoundFiles.of(List.of(office)).files());
    }

    @Test
    void aFolderWithoutCapturesIsNamed() throws IOException {
        file("folder/notes.txt");
        Path folder = directory.resolve("folder");
        assertEquals(Optional.of(folder), FoundFiles.of(List.of(folder)).emptyFolder());
    }

    @Test
    void aMissingFileIsAFailure() {
        assertThrows(NoSuchFileException.class, () -> FoundFiles.of(List.of(directory.resolve("gone.pcap"))));
    }
}
