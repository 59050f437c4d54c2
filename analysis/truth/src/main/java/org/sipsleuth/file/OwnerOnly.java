package org.sipsleuth.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The permissions of what is made, which only its owner may use, whatever the umask is. File systems
/// without permissions have none.
enum OwnerOnly {
    /// Mode 600.
    FILE("rw-------"),
    /// Mode 700.
    FOLDER("rwx------");

    private static final FileAttribute<?>[] NONE = {};

    private final String permissions;

    OwnerOnly(String permissions) {
        this.permissions = permissions;
    }

    private Set<PosixFilePermission> all() {
        return PosixFilePermissions.fromString(permissions);
    }

    /// With what it is made, so that at no time others may use it.
    FileAttribute<?>[] at(Path place) {
        return isKnown(place) ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(all())} : NONE;
    }

    /// Gives the owner what the umask took away.
    void complete(Path made) throws IOException {
        if (isKnown(made)) {
            Files.setPosixFilePermissions(made, all());
        }
    }

    private static boolean isKnown(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
