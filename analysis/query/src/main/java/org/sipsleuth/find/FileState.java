package org.sipsleuth.find;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// What shows whether a file is still the one that an entry was made of, without opening it.
///
/// @param bytes its size
/// @param modifiedNanos when it was modified, in ns since the epoch
/// @param changedNanos when its status changed, which programs cannot set; 0 where the system does
/// not know it
/// @param inode with the device it is on; the empty text where the system has none
record FileState(long bytes, long modifiedNanos, long changedNanos, String inode) {

    private static final int EDGE_BYTES = 4096;

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
        ByteBuffer first = ByteBuffer.allocate((int) Math.min(EDGE_BYTES, bytes));
        ByteBuffer last = ByteBuffer.allocate((int) Math.min(EDGE_BYTES, bytes));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            fill(first, channel, 0);
            fill(last, channel, bytes - last.capacity());
        }
        MessageDigest digest = digest();
        digest.update(first.flip());
        digest.update(last.flip());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void fill(ByteBuffer buffer, FileChannel channel, long from) throws IOException {
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, from + buffer.position());
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
