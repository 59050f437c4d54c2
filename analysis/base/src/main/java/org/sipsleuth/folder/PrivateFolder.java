package org.sipsleuth.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Folders in which nobody but this user can change anything.
public final class PrivateFolder {

    private static final int OTHERS_WRITE = 0002;
    private static final int STICKY = 01000;

    /// What the user may do, and nobody else.
    static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private PrivateFolder() {}

    /// Makes a folder if it is not there, and has it for this user only.
    ///
    /// @throws IOException if it belongs to somebody else, is a link, or somebody else can replace
    ///     it
    public static void make(Path folder) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(Set.copyOf(OWNER_ONLY)));
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !isOwn(folder)) {
            throw new IOException(folder + " is not a folder of this user");
        }
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
        for (Path each = folder.toRealPath().getParent(); each != null; each = each.getParent()) {
            int mode = (Integer) Files.getAttribute(each, "unix:mode");
            if ((mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0) {
                throw new IOException(each + " can be written by everybody");
            }
        }
    }

    /// Whether a file belongs to this user. A link is that itself, not what it points to.
    public static boolean isOwn(Path file) throws IOException {
        return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS)
                .equals(file.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name")));
    }
}
