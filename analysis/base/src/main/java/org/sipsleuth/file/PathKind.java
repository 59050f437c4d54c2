package org.sipsleuth.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// What lies at a path itself: no link is followed, and nothing is opened.
public enum PathKind {
    /// Nothing.
    ABSENT("does not exist"),
    /// A regular file that has this name only.
    PLAIN_FILE("is a file"),
    SYMBOLIC_LINK("is a symbolic link"),
    /// A regular file with further names.
    HARD_LINK("is a hard link (the same file has another name)"),
    DIRECTORY("is a directory"),
    SPECIAL("is a pipe or a device");

    private static final String LINKS = "unix:nlink";

    private final String predicate;

    PathKind(String predicate) {
        this.predicate = predicate;
    }

    /// The end of a sentence that begins with the path.
    public String predicate() {
        return predicate;
    }

    /// What lies at this path now.
    public static PathKind of(Path path) throws IOException {
        try {
            return ofExisting(path);
        } catch (NoSuchFileException nothing) {
            return ABSENT;
        }
    }

    private static PathKind ofExisting(Path path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            return SYMBOLIC_LINK;
        }
        if (attributes.isDirectory()) {
            return DIRECTORY;
        }
        if (!attributes.isRegularFile()) {
            return SPECIAL;
        }
        return hasOneName(path) ? PLAIN_FILE : HARD_LINK;
    }

    /// Also where the system does not count names.
    private static boolean hasOneName(Path path) throws IOException {
        return !path.getFileSystem().supportedFileAttributeViews().contains("unix")
                || Files.getAttribute(path, LINKS, LinkOption.NOFOLLOW_LINKS).equals(1);
    }
}
