package org.sipsleuth.find;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.sipsleuth.capture.integrity.OpenedFile;

/// What shows whether a file is still the one that an entry was made of, without opening it.
///
/// @param bytes its size
/// @param modifiedNanos when it was modified, in ns since the epoch
/// @param changedNanos when its status changed, which programs cannot set; 0 where the system does
/// not know it
/// @param inode with the device it is on; the empty text where the system has none
record FileState(long bytes, long modifiedNanos, long changedNanos, String inode) {

    static FileState of(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        boolean isUnix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        long changed = isUnix ? nanos((FileTime) Files.getAttribute(file, "unix:ctime")) : 0;
        return new FileState(now.size(), nanos(now.lastModifiedTime()), changed,
                Objects.requireNonNullElse(now.fileKey(), "").toString());
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    /// Whether it may be the same file with another name or other rights: only its status changed.
    boolean isOnlyRenamed(FileState before) {
        return bytes == before.bytes && modifiedNanos == before.modifiedNanos && inode.equals(before.inode);
    }

    /// The SHA-256 of the first and the last 4 KiB of a file of this size.
    String edges(Path file) throws IOException {
        return OpenedFile.edges(file, bytes);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
