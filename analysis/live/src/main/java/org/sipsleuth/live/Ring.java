package org.sipsleuth.live;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.file.FileName;
import org.sipsleuth.live.LiveCaptureException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files that captured packets are written to, one after the other; when there are enough, the
/// oldest is removed for each new one. One thread writes, others read the files.
///
/// Files of earlier captures in the directory count as the oldest, so that the directory stays as
/// small as it was meant to be, and the last captures are there until packets push them out. Files
/// without packets are removed when the next capture begins; those that were not closed are cut to
/// their whole packets then.
public final class Ring implements Closeable {

    /// What was removed to free space.
    ///
    /// @param files files of this capture
    /// @param packets the packets in them
    /// @param earlierFiles files of earlier captures
    public record PushedOut(int files, long packets, int earlierFiles) {

        /// Nothing.
        public static final PushedOut NONE = new PushedOut(0, 0, 0);

        private PushedOut plus(List<RingFile> gone) {
            long theirs = gone.stream().mapToLong(RingFile::packets).sum();
            return new PushedOut(files + gone.size(), packets + theirs, earlierFiles);
        }

        private PushedOut plusEarlierFile() {
            return new PushedOut(files, packets, earlierFiles + 1);
        }
    }

    /// A file of an earlier capture that was not closed, and was cut to its whole packets.
    ///
    /// @param packets how many it holds
    /// @param bytes how many bytes were cut off
    public record CutFile(Path file, long packets, long bytes) {

        /// What was done, for the user.
        public String sentence() {
            return String.format(Locale.ROOT,
                    "%s was not closed; cut after its last whole packet (packets kept: %,d; unused bytes cut off: %,d)",
                    FileName.last(file), packets, bytes);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Ring.class);

    private static final DateTimeFormatter BEGIN =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss.SSS").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("live-\\d{8}-\\d{6}\\.\\d{3}-\\d{6}\\.pcap");
    private static final String LOCK = "live.lock";

    private final RingSettings settings;
    private final int linkType;
    private final String begin = BEGIN.format(Instant.now());
    private final FileChannel lock;
    private final List<CutFile> cutFiles;
    private int made;
    private boolean begun;
    private volatile List<RingFile> files;
    private volatile PushedOut pushedOut = PushedOut.NONE;
    private volatile boolean closed;

    private Ring(RingSettings settings, int linkType, FileChannel lock) throws IOException {
        this.settings = settings;
        this.linkType = linkType;
        this.lock = lock;
        this.cutFiles = cutUnclosed();
        removeEmpty();
        this.files = List.of(createFile());
    }

    /// Creates a ring.
    ///
    /// @throws LiveCaptureException if its files cannot be written there
    public static Ring open(RingSettings settings, int linkType) throws LiveCaptureException {
        Path directory = settings.directory();
        FileChannel lock = null;
        try {
            Files.createDirectories(directory,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            lock = lock(directory);
            Ring ring = new Ring(settings, linkType, lock);
            lock = null;
            return ring;
        } catch (LiveCaptureException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            throw new LiveCaptureException(Kind.NO_RING,
                    "The captured packets cannot be written to %s: %s (--ring selects another directory)"
                            .formatted(directory, reason(e)),
                    e);
        } finally {
            closeQuietly(lock);
        }
    }

    /// The message of a file system exception is often only the file name.
    private static String reason(Exception e) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission to write there";
            case FileAlreadyExistsException isFile -> "it is not a directory";
            case NoSuchFileException missing -> "the directory does not exist";
            case FileSystemException system when system.getReason() != null -> String.valueOf(system.getReason());
            default -> String.valueOf(e.getMessage());
        };
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            lock = null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new LiveCaptureException(Kind.NO_RING,
                    "Another live capture writes to %s; --ring selects another directory".formatted(directory));
        }
        return channel;
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException alreadyBroken) {
                return;
            }
        }
    }

    private RingFile createFile() throws IOException {
        String name = "live-%s-%06d.pcap".formatted(begin, ++made);
        return RingFile.create(settings.directory().resolve(name), settings.fileBytes(), linkType);
    }

    /// Removes the oldest files until so many are left.
    private void removeOldest(int most) throws IOException {
        List<Path> all = filesInDirectory();
        for (Path oldest : all.subList(0, Math.max(0, all.size() - most))) {
            boolean isRemoved = Files.deleteIfExists(oldest);
            if (isRemoved && files.stream().noneMatch(file -> file.path().equals(oldest))) {
                pushedOut = pushedOut.plusEarlierFile();
            }
        }
    }

    /// Nobody else writes to them: the lock is ours. One that cannot be cut stays as it is.
    private List<CutFile> cutUnclosed() throws IOException {
        List<CutFile> cut = new ArrayList<>();
        for (Path file : filesInDirectory()) {
            try {
                UnclosedFile.cut(file).filter(its -> its.packets() > 0).ifPresent(cut::add);
            } catch (IOException obstacle) {
                LOG.warn("A file of the ring cannot be cut to its packets", obstacle);
            }
        }
        return List.copyOf(cut);
    }

    private void removeEmpty() throws IOException {
        for (Path file : filesInDirectory()) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= RingFile.HEADER_BYTES) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> filesInDirectory() throws IOException {
        try (Stream<Path> entries = Files.list(settings.directory())) {
            return entries.filter(p -> NAME.matcher(p.getFileName().toString()).matches()).sorted().toList();
        }
    }

    /// Adds a packet; it can be read after the next [#flush].
    void append(long nanos, int originalBytes, byte[] packet) throws IOException {
        if (!begun) {
            begun = true;
            removeOldest(settings.files());
        }
        if (!files.getLast().append(nanos, originalBytes, packet)) {
            rotate();
            files.getLast().append(nanos, originalBytes, packet);
        }
    }

    /// Continues in a new file.
    void rotate() throws IOException {
        files.getLast().close();
        removeOldest(settings.files() - 1);
        List<RingFile> next = new ArrayList<>(files);
        next.add(createFile());
        List<RingFile> gone = next.subList(0, Math.max(0, next.size() - settings.files()));
        pushedOut = pushedOut.plus(gone);
        files = List.copyOf(next.subList(gone.size(), next.size()));
    }

    /// Makes the added packets visible to readers.
    void flush() throws IOException {
        files.getLast().flush();
    }

    /// The files of this capture, the oldest first. A file that leaves the ring is removed from the
    /// disk, and can still be read by who has it.
    public List<RingFile> files() {
        return files;
    }

    /// Its current content.
    public RingSight sight() {
        return RingSight.of(files);
    }

    /// What was removed so far.
    public PushedOut pushedOut() {
        return pushedOut;
    }

    /// The files of earlier captures that were cut when this ring was opened.
    public List<CutFile> cutFiles() {
        return cutFiles;
    }

    /// Whether it is closed.
    public boolean isClosed() {
        return closed;
    }

    /// Writes the whole content of the ring as one pcap file.
    ///
    /// @return its size in bytes
    public long writeTo(WritableByteChannel out) throws IOException {
        List<RingFile> held = files;
        long bytes = RingFile.HEADER_BYTES;
        write(RingFile.header(linkType), out);
        for (RingFile file : held) {
            bytes += copy(file, out);
        }
        return bytes;
    }

    private static long copy(RingFile file, WritableByteChannel out) throws IOException {
        var records = file.records();
        long step = 1 << 24;
        for (long at = 0; at < records.byteSize(); at += step) {
            write(records.asSlice(at, Math.min(step, records.byteSize() - at)).asByteBuffer(), out);
        }
        return records.byteSize();
    }

    private static void write(ByteBuffer bytes, WritableByteChannel out) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            files.getLast().close();
        } finally {
            closed = true;
        }
    }
}
