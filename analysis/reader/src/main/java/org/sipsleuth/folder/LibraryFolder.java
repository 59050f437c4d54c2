package org.sipsleuth.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/// Where libraries may keep files, and unpack programs: in the user's cache, or among temporary files
/// where the home folder takes no programs (read-only, or mounted `noexec`).
public final class LibraryFolder {

    private LibraryFolder() {}

    /// The folder of one library. It exists if any place was found.
    public static Path of(String library) {
        Path cached = UserFolders.cache().resolve("native").resolve(library);
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "sipsleuth-" + System.getProperty("user.name"))
                .resolve(library);
        return Stream.of(cached, temporary).filter(LibraryFolder::takesPrograms).findFirst().orElse(cached);
    }

    /// Whether files in a folder, made if it is not there, can be loaded as programs.
    static boolean takesPrograms(Path folder) {
        try {
            PrivateFolder.make(folder);
            Path probe = Files.createTempFile(folder, "probe", ".so",
                    PosixFilePermissions.asFileAttribute(PrivateFolder.OWNER_ONLY));
            try {
                return Files.isExecutable(probe); // false where the mount is noexec, too
            } finally {
                Files.delete(probe);
            }
        } catch (IOException | UnsupportedOperationException noPlace) {
            return false;
        }
    }
}
