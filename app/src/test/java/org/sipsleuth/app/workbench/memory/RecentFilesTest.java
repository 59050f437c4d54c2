package org.sipsleuth.app.workbench.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir Path directory;

    private Path file(String name) throws IOException {
        return Files.writeString(directory.resolve(name), "x");
    }

    private RecentFiles recent() {
        return new RecentFiles(new Settings(directory.resolve("config")), CLOCK);
    }

    @Test
    void theLatestComesFirstAndOnlyOnce() throws IOException {
        RecentFiles recent = recent();
        recent.add(List.of(file("a")));
        recent.add(List.of(file("b")));
        recent.add(List.of(file("a")));
        assertEquals(List.of(List.of(file("a")), List.of(file("b"))), recent.files());
    }

    @Test
    void filesOpenedTogetherAreOneEntryAtTheNextStart() throws IOException {
        List<Path> both = List.of(file("a b=c.pcap"), file("é\n.pcap"));
        recent().add(both);
        assertEquals(List.of(both), recent().files());
    }

    @Test
    void twelveAreKept() throws IOException {
        RecentFiles recent = recent();
        for (int i = 0; i < 20; i++) {
            recent.add(List.of(file("f" + i)));
        }
        assertEquals(12, recent.entries().size());
        assertEquals(12, recent().entries().size());
        assertEquals(List.of(file("f19")), recent().files().getFirst());
    }

    @Test
    void entriesOfMissingFilesStay() throws IOException {
        RecentFiles recent = recent();
        recent.add(List.of(file("here"), file("gone")));
        Files.delete(directory.resolve("gone"));
        assertEquals(1, recent().entries().size());
    }

    @Test
    void whenAnEntryWasOpenedIsKnownAtTheNextStart() throws IOException {
        recent().add(List.of(file("a")));
        assertEquals(Optional.of(NOON), recent().entries().getFirst().opened());
    }

    @Test
    void anEntryOfAnEarlierVersionHasNoTime() throws IOException {
        Settings settings = new Settings(directory.resolve("config"));
        settings.keep("recent", "/captures/a.pcap\0/captures/b.pcap\0\0/captures/@12");
        RecentFiles recent = recent();
        assertEquals(List.of(List.of(Path.of("/captures/a.pcap"), Path.of("/captures/b.pcap")),
                List.of(Path.of("/captures/@12"))), recent.files());
        assertEquals(Optional.empty(), recent.entries().getFirst().opened());
    }

    @Test
    void oneEntryIsForgottenAndThenAll() throws IOException {
        RecentFiles recent = recent();
        recent.add(List.of(file("a")));
        recent.add(List.of(file("b")));
        recent.add(List.of(file("a"), file("b")));
        recent.remove(List.of(file("b")));
        assertEquals(List.of(List.of(file("a"), file("b")), List.of(file("a"))), recent().files());
        recent.clear();
        assertEquals(List.of(), recent().files());
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
