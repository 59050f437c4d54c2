package org.sipsleuth.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NativeLibraryTest {

    private static final byte[] CODE = "code of the jar".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FOREIGN = "code of a thief".getBytes(StandardCharsets.US_ASCII);

    @TempDir private Path home;

    private Path unpacked() throws IOException {
        return NativeLibrary.in(home.resolve("native"), CODE, "libx-", ".so");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void itIsUnpackedOnceForItsOwnerOnly() throws IOException {
        Path file = unpacked();
        assertArrayEquals(CODE, Files.readAllBytes(file));
        assertEquals("rwx------", mode(file));
        assertEquals("rwx------", mode(file.getParent()));
        Object inode = Files.getAttribute(file, "unix:ino");
        assertEquals(file, unpacked());
        assertEquals(inode, Files.getAttribute(file, "unix:ino"));
        try (Stream<Path> all = Files.list(file.getParent())) {
            assertEquals(1, all.count());
        }
    }

    @Test
    void otherContentIsReplaced() throws IOException {
        Path file = unpacked();
        Files.write(file, FOREIGN);
        assertArrayEquals(CODE, Files.readAllBytes(unpacked()));
        Files.write(file, new byte[0]); // as after a power failure
        assertArrayEquals(CODE, Files.readAllBytes(unpacked()));
    }

    @Test
    void linksAreReplacedAndWhatTheyPointToStays() throws IOException {
        Path file = unpacked();
        Path evidence = Files.write(home.resolve("evidence"), CODE);
        for (boolean isSymbolic : new boolean[]{true, false}) {
            Files.delete(file);
            if (isSymbolic) {
                Files.createSymbolicLink(file, evidence);
            } else {
                Files.createLink(file, evidence);
            }
            assertArrayEquals(CODE, Files.readAllBytes(unpacked()));
            assertTrue(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
            assertFalse(Files.isSameFile(file, evidence));
            assertArrayEquals(CODE, Files.readAllBytes(evidence));
        }
    }

    @Test
    void aFolderThatIsALinkOrAFileIsNotUsed() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(home.resolve("native"), elsewhere);
        assertThrows(IOException.class, this::unpacked);
        Files.delete(link);
        Files.writeString(link, "a file");
        assertThrows(IOException.class, this::unpacked);
        try (Stream<Path> all = Files.list(elsewhere)) {
            assertEquals(0, all.count());
        }
    }

    @Test
    void aFolderThatEverybodyWritesIsClosedAndOneWithinSuchAFolderIsNotUsed() throws IOException {
        Path file = unpacked();
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(file, unpacked());
        assertEquals("rwx------", mode(file.getParent()));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThrows(IOException.class, this::unpacked);
    }

    @Test
    void aDirectoryInItsPlaceIsAnObstacle() throws IOException {
        Path file = unpacked();
        Files.delete(file);
        Files.createDirectory(file);
        Files.writeString(file.resolve("x"), "x");
        assertThrows(IOException.class, this::unpacked);
    }

    @Test
    void manyAtATimeGetTheSameFile() {
        List<Path> files = IntStream.range(0, 64).parallel().mapToObj(_ -> {
            try {
                return unpacked();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }).distinct().toList();
        assertEquals(1, files.size(), files::toString);
    }

    @Test
    void whereThereIsNoResourceNothingIsUnpacked() {
        assertTrue(NativeLibrary.unpacked(NativeLibraryTest.class, "/no/such.so", "x", ".so").isEmpty());
    }
}
