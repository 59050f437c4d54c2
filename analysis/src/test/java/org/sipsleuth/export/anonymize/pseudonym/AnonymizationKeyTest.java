package org.sipsleuth.export.anonymize.pseudonym;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"),
                "the file system has no permissions");
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFileThatIsNoKeyIsRefusedAndLeftAsItIs() throws IOException {
        for (String text : new String[] {"", "text", "sipsleuth anonymization key 1\nabcd\n"}) {
            Path file = Files.writeString(folder.resolve("evidence"), text);
            assertThrows(IOException.class, () -> AnonymizationKey.open(file));
            assertEquals(text, Files.readString(file));
        }
        assertThrows(IOException.class, () -> AnonymizationKey.open(folder));
    }

    @Test
    void noKeyIsMadeWhereItsFolderIsMissing() {
        Path file = folder.resolve("none").resolve("key");
        assertThrows(IOException.class, () -> AnonymizationKey.open(file));
        assertFalse(Files.exists(file));
    }
}
