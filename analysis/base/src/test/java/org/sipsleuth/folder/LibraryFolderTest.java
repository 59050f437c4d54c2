package org.sipsleuth.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibraryFolderTest {

    /// Where containers have a file system that holds no programs.
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    @TempDir private Path home;

    /// Has a library in its folder, as one that unpacked itself.
    public static final class Unpacks {

        private Unpacks() {}

        public static void main(String[] arguments) throws IOException {
            LibraryFolder folder = LibraryFolder.in(Path.of(arguments[0]));
            Files.writeString(Files.createDirectories(folder.path().resolve("of a jar")).resolve("libx.so"), "code");
            folder.removeAtEnd();
        }
    }

    @Test
    void itIsTheOneInTheCacheForItsOwnerOnly() throws IOException {
        Path cache = home.resolve("cache/libraries");
        LibraryFolder folder = LibraryFolder.in(cache);
        assertEquals(cache, folder.path());
        assertFalse(folder.isTemporary());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)));
        assertEquals(0, files(cache));
    }

    @Test
    void aLinkOrAFileInItsPlaceMakesItATemporaryOne() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        assertTemporary(LibraryFolder.in(Files.createSymbolicLink(home.resolve("link"), elsewhere)));
        assertTemporary(LibraryFolder.in(Files.writeString(home.resolve("file"), "a file")));
        assertEquals(0, files(elsewhere));
    }

    @Test
    void aFolderThatCannotHoldProgramsMakesItATemporaryOne() throws IOException {
        assumeTrue(isMountedNoexec(), "/dev/shm holds programs here");
        Path folder = Files.createTempDirectory(SHARED_MEMORY, "sipsleuth");
        try {
            assertTemporary(LibraryFolder.in(folder));
            assertEquals(0, files(folder));
        } finally {
            Files.delete(folder);
        }
    }

    @Test
    void aTemporaryOneIsRemovedAtTheEndOfTheProgram() throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(home.resolve("temporary"));
        Path taken = Files.writeString(home.resolve("file"), "a file");
        for (Path place : new Path[]{taken, home.resolve("cache")}) {
            Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                    "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"),
                    Unpacks.class.getName(), place.toString()).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            assertEquals(0, process.exitValue());
        }
        assertEquals(0, files(temporary));
        assertTrue(Files.exists(home.resolve("cache/of a jar/libx.so")));
    }

    private static void assertTemporary(LibraryFolder folder) throws IOException {
        assertTrue(folder.isTemporary());
        assertTrue(Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())));
        Files.delete(folder.path());
    }

    private static boolean isMountedNoexec() throws IOException {
        try (Stream<String> mounts = Files.lines(Path.of("/proc/self/mounts"))) {
            return mounts.anyMatch(mount -> mount.matches("\\S+ /dev/shm \\S+ (\\S+,)?noexec.*"))
                    && Files.isWritable(SHARED_MEMORY);
        }
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }
}
