package org.sipsleuth.capture.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Links in a folder with captures, as rings and spools on several disks have them.
class CaptureFolderTest {

    @TempDir private Path directory;
    private final Map<Path, String> leftOut = new TreeMap<>();

    private Path folder(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    private CaptureFolder read(Path folder) throws IOException {
        return new CaptureFolder(folder, (path, obstacle) -> leftOut.put(path, String.valueOf(obstacle.getMessage())));
    }

    @Test
    void aLinkBesideItsFileIsNoSecondCapture() throws IOException {
        Path own = Files.createFile(folder("ring").resolve("a.pcap"));
        Files.createSymbolicLink(folder("ring").resolve("current.pcap"), own);
        Files.createSymbolicLink(folder("ring/below").resolve("again.pcap"), own);
        Files.createSymbolicLink(folder("ring").resolve("loop"), folder("ring"));
        CaptureFolder found = read(folder("ring"));
        assertEquals(List.of(own), found.captures());
        assertTrue(found.isComplete());
        assertEquals(Map.of(), leftOut);
    }

    @Test
    void aLinkToAFileElsewhereIsOneCapture() throws IOException {
        Path other = Files.createFile(folder("elsewhere").resolve("b.pcap"));
        Path link = Files.createSymbolicLink(folder("case").resolve("b.pcap"), other);
        Files.createSymbolicLink(folder("case").resolve("c.pcap"), other);
        assertEquals(List.of(link), read(folder("case")).captures());
    }

    @Test
    void aLinkToAFolderElsewhereIsNamed() throws IOException {
        Files.createFile(folder("disk").resolve("b.pcap"));
        Path link = Files.createSymbolicLink(folder("spool").resolve("day1"), folder("disk"));
        CaptureFolder found = read(folder("spool"));
        assertEquals(List.of(), found.captures());
        assertFalse(found.isComplete());
        assertEquals(Map.of(link, "a link to a folder, which is not followed; name that folder as well"), leftOut);
    }

    @Test
    void aLinkThatLeadsNowhereIsNamedIfItIsCalledACapture() throws IOException {
        Path link = Files.createSymbolicLink(folder("old").resolve("gone.pcap"), directory.resolve("nowhere"));
        Files.createSymbolicLink(folder("old").resolve("notes"), directory.resolve("nowhere"));
        read(folder("old"));
        assertEquals(Map.of(link, "a link that leads nowhere"), leftOut);
    }

    @Test
    void aFolderIsReadThroughALink() throws IOException {
        Path own = Files.createFile(folder("real").resolve("a.pcap"));
        Path link = Files.createSymbolicLink(directory.resolve("linked"), folder("real"));
        assertEquals(List.of(own.toRealPath()), read(link).captures());
    }
}
