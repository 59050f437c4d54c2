package org.sipsleuth.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/// A folder for a library that unpacks its native parts itself: in the cache of the user, or, where
/// that cannot hold programs or others can change it, a new temporary one that nobody can have made
/// before.
public final class LibraryFolder {

    private static final String TRIAL = "try-";

    private final Path path;
    private final boolean isTemporary;

    private LibraryFolder(Path path, boolean isTemporary) {
        this.path = path;
        this.isTemporary = isTemporary;
    }

    /// Makes it if it is not there.
    ///
    /// @param name what the folder in the cache is called
    /// @throws IOException if there is neither a place in the cache nor a temporary one
    public static LibraryFolder of(String name) throws IOException {
        return in(UserFolders.cache().resolve("native").resolve(name));
    }

    static LibraryFolder in(Path folder) throws IOException {
        try {
            PrivateFolder.make(folder);
            if (holdsPrograms(folder)) {
                return new LibraryFolder(folder, false);
            }
        } catch (IOException | UnsupportedOperationException noPlace) {
            // then a temporary one
        }
        return new LibraryFolder(Files.createTempDirectory("sipsleuth-native-"), true);
    }

    /// Linux lets nobody execute a file of a file system that is mounted `noexec`.
    private static boolean holdsPrograms(Path folder) throws IOException {
        Path trial =
                Files.createTempFile(folder, TRIAL, "", PosixFilePermissions.asFileAttribute(PrivateFolder.OWNER_ONLY));
        try {
            return Files.isExecutable(trial);
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    /// Where it is.
    public Path path() {
        return path;
    }

    boolean isTemporary() {
        return isTemporary;
    }

    /// Once the library is loaded: has a temporary folder removed at the end of the program.
    public void removeAtEnd() throws IOException {
        if (isTemporary) {
            try (Stream<Path> unpacked = Files.walk(path)) {
                unpacked.forEach(file -> file.toFile().deleteOnExit()); // the last named goes first
            }
        }
    }
}
