package org.sipsleuth.capture.integrity;

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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.run.RunMonitor;

/// A file as it was when it was opened: its size, its times in ns, its inode. Shows whether it has
/// changed since; once it has, it stays changed. Safe for several threads.
///
/// The time of the last status change (`ctime`), which programs cannot set, also shows changes that
/// restored the time of modification. Bytes added at the end are no change: a file that another
/// program still writes to is read up to the size it had. They count as added only if the first and
/// the last bytes of what was there are the same.
///
/// Not noticed: a change within the resolution of the file system's clock (some ms on Linux) after
/// an earlier one, if the file was opened between the two.
public final class OpenedFile {

    private static final int EDGE_BYTES = 4_096;
    private static final int CHUNK_BYTES = 1 << 16;

    /// @param inode with the device it is on; the empty text where the system has none
    /// @param statusChanged the empty text where the system does not know it
    private record Attributes(long bytes, Object inode, FileTime modified, Object statusChanged) {

        static Attributes of(Path path) throws IOException {
            BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class);
            return new Attributes(basic.size(), Objects.requireNonNullElse(basic.fileKey(), ""),
                    basic.lastModifiedTime(), statusChanged(path));
        }

        private static Object statusChanged(Path path) throws IOException {
            if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
                return "";
            }
            Map<String, Object> unix = Files.readAttributes(path, "unix:ctime");
            return Objects.requireNonNullElse(unix.get("ctime"), "");
        }
    }

    /// @param nowBytes the size it has now; -1 if that is not known
    private record Change(FileChange kind, long nowBytes) {}

    private final Path path;
    private final Attributes opened;
    private final String edges;
    private volatile @Nullable Change change;
    private volatile @Nullable String sha256;

    private OpenedFile(Path path, Attributes opened, String edges) {
        this.path = path;
        this.opened = opened;
        this.edges = edges;
    }

    /// Looks at a file that is about to be read.
    public static OpenedFile of(Path path) throws IOException {
        Attributes opened = Attributes.of(path);
        return new OpenedFile(path, opened, edges(path, opened.bytes()));
    }

    /// Equal for two paths that led to the same file.
    public Object identity() {
        return opened.inode().equals("") ? path.toAbsolutePath().normalize() : opened.inode();
    }

    /// The SHA-256 of the first and the last 4 KiB that it had.
    public String edges() {
        return edges;
    }

    /// The SHA-256 of the first and the last 4 KiB of a file.
    ///
    /// @param size its size, or less: then of what was there when it had that
    public static String edges(Path path, long size) throws IOException {
        ByteBuffer first = ByteBuffer.allocate((int) Math.min(EDGE_BYTES, size));
        ByteBuffer last = ByteBuffer.allocate((int) Math.min(EDGE_BYTES, size));
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            fill(first, channel, 0);
            fill(last, channel, size - last.capacity());
        }
        MessageDigest digest = digest();
        digest.update(first.flip());
        digest.update(last.flip());
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Reads as much as there is.
    private static void fill(ByteBuffer buffer, FileChannel channel, long from) throws IOException {
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, from + buffer.position());
        }
    }

    /// The file.
    public Path path() {
        return path;
    }

    /// How many bytes it had.
    public long bytes() {
        return opened.bytes();
    }

    /// How many bytes were added since.
    public long addedBytes() {
        try {
            return Math.max(0, Files.size(path) - opened.bytes());
        } catch (IOException gone) {
            return 0;
        }
    }

    /// Whether it was the same file, unchanged, both times.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpenedFile file && path.equals(file.path) && opened.equals(file.opened);
    }

    @Override
    public int hashCode() {
        return opened.hashCode();
    }

    /// Looks whether it is still the file that was opened. Costs some µs.
    ///
    /// @throws CaptureChangedException if it is not, or was found not to be before
    public void check() {
        change().ifPresent(found -> {
            throw found;
        });
    }

    /// The same, without a look at the file: nothing is thrown before somebody has noticed.
    public void checkKnown() {
        Change known = change;
        if (known != null) {
            throw exception(known);
        }
    }

    /// Whether it is known to have changed; nobody looks for that now.
    public boolean hasChanged() {
        return change != null;
    }

    /// What became of it; nothing if it is still the file that was opened.
    public Optional<CaptureChangedException> change() {
        if (change == null) {
            change = look();
        }
        return Optional.ofNullable(change).map(this::exception);
    }

    /// Nothing can be read of it any more, though it looks the same.
    CaptureChangedException unreadable() {
        Change failed = new Change(FileChange.UNREADABLE, -1);
        change = failed;
        return exception(failed);
    }

    private @Nullable Change look() {
        Attributes now;
        try {
            now = Attributes.of(path);
            if (now.equals(opened)) {
                return null;
            }
            if (now.inode().equals(opened.inode()) && now.bytes() > opened.bytes()
                    && edges.equals(edges(path, opened.bytes()))) {
                return null;
            }
        } catch (IOException gone) {
            return new Change(FileChange.REMOVED, -1);
        }
        if (!now.inode().equals(opened.inode())) {
            return new Change(FileChange.REPLACED, now.bytes());
        }
        boolean isShorter = now.bytes() < opened.bytes();
        return new Change(isShorter ? FileChange.SHORTENED : FileChange.MODIFIED, now.bytes());
    }

    private CaptureChangedException exception(Change found) {
        String sizes = found.nowBytes() < 0 || found.nowBytes() == opened.bytes() ? ""
                : " (%d bytes when it was opened, %d now)".formatted(opened.bytes(), found.nowBytes());
        return new CaptureChangedException(path, found.kind(), found.kind().text() + sizes);
    }

    /// The SHA-256 of the bytes that were there when it was opened, in lower-case hexadecimal; of a
    /// packed capture, of the packed file. Computed once, from the file, which is only read.
    ///
    /// @throws CaptureChangedException if the file changed before all of it was read
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public String sha256(RunMonitor monitor) throws IOException {
        String known = sha256;
        if (known == null) {
            known = computed(monitor);
            sha256 = known;
        }
        return known;
    }

    /// The SHA-256, if it was computed already.
    public Optional<String> knownSha256() {
        return Optional.ofNullable(sha256);
    }

    private String computed(RunMonitor monitor) throws IOException {
        check();
        MessageDigest digest = digest();
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
        long left = opened.bytes();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            while (left > 0) {
                monitor.throwIfCancelled();
                chunk.clear().limit((int) Math.min(CHUNK_BYTES, left));
                int read = channel.read(chunk);
                if (read < 0) {
                    check();
                    throw unreadable();
                }
                digest.update(chunk.flip());
                left -= read;
            }
        }
        check();
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
