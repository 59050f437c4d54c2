package org.sipsleuth.export.anonymize.pseudonym;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnonymizationKeyTest {

    @TempDir private Path folder;

    @Test
    void aKeyThatWasMadeIsReadAgain() throws IOException {
        Path file = folder.resolve("key");
        AnonymizationKey made = AnonymizationKey.open(file);
        AnonymizationKey read = AnonymizationKey.open(file);
        assertArrayEquals(made.derive("words"), read.derive("words"));
        assertEquals(made.name(), read.name());
        assertNotEquals(made.name(), AnonymizationKey.open(folder.resolve("other")).name());
    }

    @Test
    void onlyItsOwnerCanReadAKeyThatWasMade() throws IOException {
        Path file = folder.resolve("key");
        AnonymizationKey.open(file);
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"),
                "the file system has no permissions");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFileThatIsNoKeyIsRefusedAndLeftAsItIs() throws IOException {
        for (String text : new String[]{"", "text", "sipsleuth anonymization key 2\nabcd\n"}) {
            Path file = Files.writeString(folder.resolve("evidence"), text);
            assertThrows(IOException.class, () -> AnonymizationKey.open(file));
            assertEquals(text, Files.readString(file));
        }
        assertThrows(IOException.class, () -> AnonymizationKey.open(folder));
    }

    /// The pseudonyms of addresses were correlated with them in version 1.
    @Test
    void keysOfOtherVersionsAreRefusedWithWhatToDo() throws IOException {
        String secret = "00".repeat(32);
        for (int version : new int[]{1, 3}) {
            String text = "sipsleuth anonymization key " + version + "\n" + secret + "\n";
            Path file = Files.writeString(folder.resolve("old.key"), text);
            var refused = assertThrows(IOException.class, () -> AnonymizationKey.open(file));
            assertTrue(refused.getMessage().contains("choose another key file"));
            assertThrows(IOException.class, () -> AnonymizationKey.check(file));
            assertEquals(text, Files.readString(file));
        }
    }

    @Test
    void aKeyIsCheckedWithoutMakingIt() throws IOException {
        Path file = folder.resolve("key");
        AnonymizationKey.check(file);
        assertFalse(Files.exists(file));
        AnonymizationKey.open(file);
        AnonymizationKey.check(file);
        assertTrue(Files.readString(file).startsWith("sipsleuth anonymization key 2\n"));
    }

    @Test
    void noKeyIsMadeWhereItsFolderIsMissing() {
        Path file = folder.resolve("none").resolve("key");
        assertThrows(IOException.class, () -> AnonymizationKey.open(file));
        assertFalse(Files.exists(file));
    }
}
