package org.sipsleuth.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.text.FileName;

/// The right to change another file, which one program has at a time: a lock on a small file beside
/// it, which ends with the process. The file begins with a line that only this class writes, says
/// who holds the lock, and stays.
///
/// Nothing else that lies in its place is changed: no link is followed, and a file is written only
/// if it was just made, is empty, or begins with that line.
public final class LockFile implements Closeable {

    /// How the names of locks end; no output has such a name.
    public static final String ENDING = ".sipsleuth-lock";

    private static final byte[] SIGNATURE = "SipSleuth lock: one program at a time changes the file beside this one.\n"
            .getBytes(StandardCharsets.US_ASCII);

    /// Longer files are not ours.
    private static final int MOST_BYTES = 1 << 10;

    /// Beyond all that is written, so that others can read who holds the lock on any system.
    private static final long LOCKED_BYTE = 1L << 30;

    /// No SQLite database is smaller. The locks that this process has on one would be released as
    /// the file is closed.
    private static final int SMALLEST_DATABASE_BYTES = 512;

    /// The locks that this process holds. Opening and closing the file of such a lock once more
    /// would release it.
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path place;
    private final FileChannel channel;

    private LockFile(Path place, FileChannel channel) {
        this.place = place;
        this.channel = channel;
    }

    /// Takes a lock.
    ///
    /// @param place its file, in a folder whose real path this is
    /// @param holder who takes it, on one line
    /// @return null if another program, or this one, has it
    /// @throws OutputRefusedException if something else lies there
    /// @throws IOException if the file cannot be written
    public static @Nullable LockFile take(Path place, String holder) throws IOException {
        if (!OWN.add(place)) {
            return null;
        }
        LockFile lock = null;
        try {
            lock = taken(place, holder);
            return lock;
        } finally {
            if (lock == null) {
                OWN.remove(place);
            }
        }
    }

    private static @Nullable LockFile taken(Path place, String holder) throws IOException {
        FileChannel channel = open(place);
        LockFile lock = null;
        try {
            if (!isOurs(content(channel))) {
                throw refused(place, "is a file of another program");
            }
            if (channel.tryLock(LOCKED_BYTE, 1, false) != null) {
                lock = new LockFile(place, channel);
                lock.sign(holder);
            }
            return lock;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    private static OutputRefusedException refused(Path place, String predicate) {
        return new OutputRefusedException(
                "%s %s, not a lock that SipSleuth made; move it away".formatted(FileName.text(place), predicate));
    }

    private static FileChannel open(Path place) throws IOException {
        try {
            FileChannel made = FileChannel.open(place,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    OwnerOnly.FILE.at(place));
            OwnerOnly.FILE.complete(place);
            return made;
        } catch (FileAlreadyExistsException exists) {
            return openExisting(place);
        }
    }

    /// What is open is what was looked at: somebody may exchange files meanwhile. Opened for both,
    /// since a pipe that is opened to be read only would wait for a writer.
    private static FileChannel openExisting(Path place) throws IOException {
        Object before = identity(place);
        FileChannel channel =
                FileChannel.open(place, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        boolean isSame = false;
        try {
            isSame = identity(place).equals(before);
            if (!isSame) {
                throw refused(place, "was replaced while it was opened");
            }
            return channel;
        } finally {
            if (!isSame) {
                channel.close();
            }
        }
    }

    private static Object identity(Path place) throws IOException {
        PathKind kind = PathKind.of(place);
        if (kind != PathKind.PLAIN_FILE) {
            throw refused(place, kind.predicate());
        }
        Object key = Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
        return Objects.requireNonNullElse(key, "");
    }

    /// At most one byte more than a lock has.
    private static byte[] content(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES + 1);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, bytes.position());
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /// A process may have been killed before the line was complete.
    private static boolean isOurs(byte[] content) {
        int compared = Math.min(content.length, SIGNATURE.length);
        return content.length <= MOST_BYTES && Arrays.equals(content, 0, compared, SIGNATURE, 0, compared);
    }

    /// Says who holds the lock. That is a courtesy, and fails on a full disk.
    private void sign(String holder) {
        byte[] name = (holder + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer text = ByteBuffer.allocate(MOST_BYTES).put(SIGNATURE);
        text.put(name, 0, Math.min(name.length, text.remaining())).flip();
        try {
            channel.truncate(Math.min(channel.size(), SIGNATURE.length));
            channel.write(text, 0);
        } catch (IOException full) {
            return;
        }
    }

    /// Who holds a lock of [#take], as far as that is known.
    public static Optional<String> holder(Path place) {
        if (isOwn(place)) {
            return Optional.of("this program");
        }
        return read(place).filter(LockFile::isOurs)
                .filter(content -> content.length > SIGNATURE.length)
                .map(content -> Arrays.copyOfRange(content, SIGNATURE.length, content.length))
                .map(LockFile::text)
                .filter(text -> !text.isEmpty());
    }

    /// Whether this process holds a lock of [#take].
    public static boolean isOwn(Path place) {
        return OWN.contains(place);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    private static Optional<byte[]> read(Path place) {
        try {
            if (PathKind.of(place) != PathKind.PLAIN_FILE) {
                return Optional.empty();
            }
            try (FileChannel channel = openToRead(place)) {
                return Optional.of(content(channel));
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static FileChannel openToRead(Path place) throws IOException {
        return FileChannel.open(place, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /// Who holds a lock that a version of SipSleuth before [LockFile] took: its file consisted of
    /// the name of the holder. The file is only read.
    ///
    /// @return empty if nobody holds it
    public static Optional<String> holderOfOld(Path place) {
        try {
            if (PathKind.of(place) != PathKind.PLAIN_FILE || Files.size(place) >= SMALLEST_DATABASE_BYTES) {
                return Optional.empty();
            }
            try (FileChannel channel = openToRead(place)) {
                return channel.tryLock(LOCKED_BYTE, 1, true) == null ? Optional.of(text(content(channel)))
                        : Optional.empty();
            }
        } catch (IOException | OverlappingFileLockException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            channel.truncate(SIGNATURE.length);
        } finally {
            OWN.remove(place);
        }
    }
}
