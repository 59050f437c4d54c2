package org.sipsleuth.app.workbench.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {

    @TempDir Path directory;

    private Path file(String name) throws IOException {
        return Files.writeString(directory.resolve(name), "x");
    }

    private RecentFiles recent() {
        return new RecentFiles(new Settings(directory.resolve("config")));
    }

    @Test
    void theLatestComesFirstAndOnlyOnce() throws IOException {
        RecentFiles recent = recent();
        recent.add(List.of(file("a")));
        recent.add(List.of(file("b")));
        recent.add(List.of(file("a")));
        assertEquals(List.of(List.of(file("a")), List.of(file("b"))), recent.entries());
    }

    @Test
    void filesOpenedTogetherAreOneEntryAtTheNextStart() throws IOException {
        List<Path> both = List.of(file("a b=c.pcap"), file("é\n.pcap"));
        recent().add(both);
        assertEquals(List.of(both), recent().entries());
    }

    @Test
    void twelveAreKept() throws IOException {
        RecentFiles recent = recent();
        for (int i = 0; i < 20; i++) {
            recent.add(List.of(file("f" + i)));
        }
        assertEquals(12, recent.entries().size());
        assertEquals(12, recent().entries().size());
        assertEquals(List.of(file("f19")), recent().entries().getFirst());
    }

    @Test
    void entriesOfMissingFilesAreDropped() throws IOException {
        RecentFiles recent = recent();
        recent.add(List.of(file("here")));
        recent.add(List.of(file("here"), file("gone")));
        Files.delete(directory.resolve("gone"));
        assertEquals(1, recent.dropMissing().size());
        assertEquals(List.of(List.of(file("here"))), recent().entries());
    }

    @Test
    void settingsThatCannotBeReadAreAsIfThereWereNone() throws IOException {
        Path config = Files.createDirectories(directory.resolve("config"));
        Files.write(config.resolve("window.properties"), new byte[]{'a', '=', '\\', 'u', 'z'});
        assertTrue(recent().entries().isEmpty());
    }

    @Test
    void settingsThatCannotBeWrittenLastUntilTheEnd() throws IOException {
        Files.writeString(directory.resolve("config"), "a file where a directory should be");
        RecentFiles recent = recent();
        recent.add(List.of(file("a")));
        assertEquals(1, recent.entries().size());
    }
}
