package org.sipsleuth.app.workbench.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
        assertEquals(new FoundFiles(List.of(first, a, b, keys), Optional.empty(), Optional.empty(), Optional.empty()),
                FoundFiles.of(List.of(first, directory.resolve("folder"), keys)));
    }

    @Test
    void aCaseIsNoCapture() throws IOException {
        Path office = file("office.case");
        assertEquals(Optional.of(office), FoundFiles.of(List.of(office)).openedCase());
        assertEquals(List.of(), FoundFiles.of(List.of(office)).files());
    }

    private Path zip(String name, String entry) throws IOException {
        Path file = directory.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
        }
        return file;
    }

    @Test
    void aZipIsACaseOnlyIfOneIsInIt() throws IOException {
        Path packed = zip("packed.zip", "case.case");
        Path other = zip("other.ZIP", "a.pcap");
        Path none = file("none.zip");
        assertEquals(new FoundFiles(List.of(other, none), Optional.of(packed), Optional.empty(), Optional.empty()),
                FoundFiles.of(List.of(packed, other, none)));
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

    @Test
    void aLabIsNoCaptureAndItsFolderNoFolderOfCaptures() throws IOException {
        Path lab = file("student/lab.json");
        file("student/capture.pcap");
        Path packed = zip("lab.zip", "lab.json");
        for (Path given : List.of(lab, lab.getParent(), packed)) {
            assertEquals(new FoundFiles(List.of(), Optional.empty(), Optional.of(given), Optional.empty()),
                    FoundFiles.of(List.of(given)));
        }
        Path other = file("other.json");
        assertEquals(List.of(other), FoundFiles.of(List.of(other)).files());
    }
}
