package org.sipsleuth.casefile.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.name.FileName;

/// The right to change a case, which one program has at a time: a lock on the file `NAME.lock`
/// beside it, which ends with the process. The file says who holds it, and stays.
final class CaseLock implements Closeable {

    private static final int MOST_BYTES = 512;

    /// Beyond all that is written, so that others can read who holds the lock on any system.
    private static final long LOCKED_BYTE = 1L << 30;

    /// The cases that this process holds. Opening and closing the file of such a lock once more
    /// would release it.
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path place;
    private final FileChannel channel;

    private CaseLock(Path place, FileChannel channel) {
        this.place = place;
        this.channel = channel;
    }

    private static Path beside(Path file) {
        return FileName.sibling(file, FileName.string(file.getFileName()) + ".lock");
    }

    /// Takes the lock.
    ///
    /// @return null if another program, or this one, has it
    /// @throws IOException if the file cannot be written
    static @Nullable CaseLock take(Path file, Author author) throws IOException {
        Path place = file.toRealPath();
        if (!OWN.add(place)) {
            return null;
        }
        CaseLock lock = null;
        try {
            lock = taken(place, author);
            return lock;
        } finally {
            if (lock == null) {
                OWN.remove(place);
            }
        }
    }

    private static @Nullable CaseLock taken(Path place, Author author) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        beside(place), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean isTaken = false;
        try {
            isTaken = channel.tryLock(LOCKED_BYTE, 1, false) != null;
            if (!isTaken) {
                return null;
            }
            sign(channel, author);
            return new CaseLock(place, channel);
        } finally {
            if (!isTaken) {
                channel.close();
            }
        }
    }

    /// Says who holds the lock. That is a courtesy, and fails on a full disk.
    private static void sign(FileChannel channel, Author author) {
        String holder =
                "%s (process %d, since %s)"
                        .formatted(author.name(), ProcessHandle.current().pid(), author.now());
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException full) {
            return;
        }
    }

    /// Who holds the lock, as far as that is known.
    static String holder(Path file) throws IOException {
        Path place = file.toRealPath();
        if (OWN.contains(place)) {
            return "this program";
        }
        try (FileChannel channel = FileChannel.open(beside(place), StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
            channel.read(bytes);
            String text = StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
            return text.isEmpty() ? "another program" : text;
        } catch (IOException unreadable) {
            return "another program";
        }
    }

    /// Whether the file of the lock can be made or written.
    static boolean isPossible(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && Files.isWritable(folder) && Files.isWritable(file);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            channel.truncate(0);
        } finally {
            OWN.remove(place);
        }
    }
}
