package org.sipsleuth.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {

    @TempDir private Path folder;
    private Path place;

    @BeforeEach
    void choosePlace() throws IOException {
        place = folder.toRealPath().resolve(".x.sipsleuth-lock");
    }

    @Test
    void itNamesItsHolderAndKeepsItsFirstLine() throws IOException {
        try (LockFile lock = LockFile.take(place, "alice")) {
            assertNotNull(lock);
            assertNull(LockFile.take(place, "bob"));
            assertEquals(Optional.of("this program"), LockFile.holder(place));
            assertTrue(Files.readString(place).endsWith(".\nalice\n"), Files.readString(place));
        }
        String left = Files.readString(place);
        assertTrue(left.startsWith("SipSleuth lock") && left.endsWith(".\n"), left);
        try (LockFile again = LockFile.take(place, "x".repeat(5_000))) {
            assertNotNull(again);
        }
        assertEquals(left, Files.readString(place));
    }

    /// A process that is killed leaves the name of the holder, or a part of the first line.
    @Test
    void whatAKilledProcessLeftIsTakenOver() throws IOException {
        try (LockFile lock = LockFile.take(place, "alice")) {
            assertNotNull(lock);
        }
        byte[] line = Files.readAllBytes(place);
        for (int length = 0; length < line.length; length++) {
            Files.write(place, Arrays.copyOf(line, length));
            try (LockFile lock = LockFile.take(place, "bob")) {
                assertNotNull(lock, "length " + length);
            }
            assertArrayEquals(line, Files.readAllBytes(place));
        }
        Files.write(place, (new String(line, StandardCharsets.US_ASCII) + "carol\n").getBytes());
        assertEquals(Optional.of("carol"), LockFile.holder(place));
        try (LockFile lock = LockFile.take(place, "bob")) {
            assertNotNull(lock);
        }
    }

    @Test
    void otherContentStays() throws IOException {
        try (LockFile lock = LockFile.take(place, "alice")) {
            assertNotNull(lock);
        }
        String line = Files.readString(place);
        for (String content : new String[]{"x", "X" + line, line.replace("one", "two"), line + "x".repeat(1024)}) {
            Files.writeString(place, content);
            OutputRefusedException refused =
                    assertThrows(OutputRefusedException.class, () -> LockFile.take(place, "bob"));
            assertTrue(refused.getMessage().contains("another program"), refused.getMessage());
            assertEquals(content, Files.readString(place));
        }
    }

    @Test
    void aHardLinkToALockIsNone() throws IOException {
        Path first = folder.toRealPath().resolve("first");
        try (LockFile lock = LockFile.take(first, "alice")) {
            assertNotNull(lock);
        }
        Files.createLink(place, first);
        assertEquals(PathKind.HARD_LINK, PathKind.of(place));
        assertThrows(OutputRefusedException.class, () -> LockFile.take(place, "bob"));
    }
}
