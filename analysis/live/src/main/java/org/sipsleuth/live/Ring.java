package org.sipsleuth.live;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
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
import org.sipsleuth.live.LiveCaptureException.Kind;
import org.sipsleuth.text.FileName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files that captured packets are written to, one after the other; when there are enough, the
/// oldest is removed for each new one. One thread writes, others read the files. What another program
/// cuts off them is lost, and the ring goes on.
///
/// Files of earlier captures in the directory count as the oldest, so that the directory stays as
/// small as it was meant to be, and the last captures are there until packets push them out. Files
/// without packets are removed when the next capture begins; those that were not closed are cut to
/// their whole packets then.
///
/// Where the disk has less room, the oldest are removed earlier, down to [#LEAST_FILES]; then
/// packets are counted and not stored until there is room again.
public final class Ring implements Closeable {

    /// What was removed to free space.
    ///
    /// @param files files of this capture
    /// @param packets the packets in them
    /// @param earlierFiles files of earlier captures
    public record PushedOut(int files, long packets, int earlierFiles) {

        /// Nothing.
        public static final PushedOut NONE = new PushedOut(0, 0, 0);

        private PushedOut plus(List<RingFile> gone, int earlier) {
            long theirs = gone.stream().mapToLong(RingFile::packets).sum();
            return new PushedOut(files + gone.size(), packets + theirs, earlierFiles + earlier);
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

    /// Writes to the disk.
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    /// No file is removed for room on the disk when so many are left: the one that is written, and
    /// what was before.
    static final int LEAST_FILES = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Ring.class);

    private static final int COLLECTION_SHARE = 9;
    private static final long MIB = 1L << 20;

    private static final DateTimeFormatter BEGIN =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss.SSS").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("live-\\d{8}-\\d{6}\\.\\d{3}-\\d{6}\\.pcap");
    private static final String LOCK = "live.lock";

    private final RingSettings settings;
    private final int linkType;
    private final RingDisk disk;
    private final String begin = BEGIN.format(Instant.now());
    private final FileChannel lock;
    private final List<CutFile> cutFiles;
    private final String shortage;
    private int made;
    private boolean begun;

    /// Of files that were removed, as long as somebody can read them.
    private final List<WeakReference<MemorySegment.Scope>> leaving = new ArrayList<>();

    private long nextTry = System.nanoTime();
    private long nextCollection = System.nanoTime();
    private volatile List<RingFile> files;
    private volatile PushedOut pushedOut = PushedOut.NONE;
    private volatile Unstored unstored = Unstored.NONE;
    private volatile Shortened shortened = Shortened.NONE;
    private volatile String fullDisk = "";
    private volatile boolean closed;

    private Ring(RingSettings settings, int linkType, RingDisk disk, FileChannel lock) throws IOException {
        this.settings = settings;
        this.linkType = linkType;
        this.disk = disk;
        this.lock = lock;
        this.cutFiles = cutUnclosed();
        removeEmpty();
        this.shortage = shortage();
        this.files = List.of(createFile());
    }

    /// Files of earlier captures give their room to this one.
    ///
    /// @return the sentence for the user if there is less room than the ring may take, else empty
    /// @throws LiveCaptureException if there is less than the least that it keeps
    private String shortage() throws IOException {
        long room = disk.usableBytes(settings.directory());
        for (Path file : filesInDirectory()) {
            room += Files.size(file);
        }
        long whole = settings.files() * settings.fileBytes();
        if (room < LEAST_FILES * settings.fileBytes()) {
            throw new LiveCaptureException(Kind.NO_RING,
                    "%s has room for %,d MiB, and the ring needs %,d MiB at least, two files: free some space, or"
                            .formatted(settings.directory(), room / MIB, LEAST_FILES * settings.fileBytes() / MIB)
                            + " select another directory (--ring) or smaller files (--ring-size)");
        }
        return room >= whole ? ""
                : "%s has room for %,d of the ring's %,d MiB: files are discarded earlier (see --ring)"
                        .formatted(settings.directory(), room / MIB, whole / MIB);
    }

    /// Creates a ring.
    ///
    /// @throws LiveCaptureException if its files cannot be written there
    public static Ring open(RingSettings settings, int linkType) throws LiveCaptureException {
        return open(settings, linkType, RingDisk.SYSTEM);
    }

    static Ring open(RingSettings settings, int linkType, RingDisk disk) throws LiveCaptureException {
        Path directory = settings.directory();
        FileChannel lock = null;
        try {
            Files.createDirectories(directory,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            lock = lock(directory);
            Ring ring = new Ring(settings, linkType, disk, lock);
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
        String name = "live-%s-%06d.pcap".formatted(begin, made + 1);
        RingFile file = RingFile.create(settings.directory().resolve(name), settings.fileBytes(), linkType, disk);
        made++;
        return file;
    }

    /// Removes the oldest files until so many are left.
    ///
    /// @return how many were removed
    private int removeOldest(int most) throws IOException {
        List<Path> all = filesInDirectory();
        List<Path> oldest = all.subList(0, Math.max(0, all.size() - most));
        for (Path each : oldest) {
            Files.deleteIfExists(each);
        }
        List<RingFile> held = files;
        int first = Math.max(0, held.size() - most); // somebody else may have removed some
        while (first < held.size() && oldest.contains(held.get(first).path())) {
            first++;
        }
        List<RingFile> gone = held.subList(0, first);
        long earlier = oldest.stream().filter(each -> held.stream().noneMatch(its -> its.path().equals(each))).count();
        pushedOut = pushedOut.plus(gone, (int) earlier);
        files = List.copyOf(held.subList(first, held.size()));
        files.stream().limit(1).forEach(oldestLeft -> oldestLeft.follows(pushedOut.packets()));
        gone.forEach(each -> leaving.add(new WeakReference<>(each.records().scope())));
        return oldest.size();
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

    /// Adds a packet; it can be read after the next [#flush]. On a full disk it is counted only.
    synchronized void append(long nanos, int originalBytes, byte[] packet) throws IOException {
        if (!begun) {
            begun = true;
            removeOldest(settings.files());
        }
        RingFile last = files.getLast();
        boolean isKept = isWorthATry() ? isWritten(() -> add(nanos, originalBytes, packet))
                : !last.isComplete() && last.buffers(packet.length) && last.append(nanos, originalBytes, packet);
        if (!isKept) {
            unstored = unstored.plus(packet.length);
            last.notStored(1);
        }
    }

    private void add(long nanos, int originalBytes, byte[] packet) throws IOException {
        if (files.getLast().isComplete() || !files.getLast().append(nanos, originalBytes, packet)) {
            rotate();
            files.getLast().append(nanos, originalBytes, packet);
        }
    }

    private boolean isWorthATry() {
        return fullDisk.isEmpty() || System.nanoTime() - nextTry >= 0;
    }

    /// Writes. On a full disk the oldest file is removed for the next time, if it can be spared.
    ///
    /// @return false if the disk is full
    private boolean isWritten(Writing writing) throws IOException {
        try {
            writing.run();
            fullDisk = "";
            return true;
        } catch (IOException e) {
            long room = disk.usableBytes(settings.directory());
            String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            if (room >= RingFile.BUFFER_BYTES && !why.contains("space") && !why.contains("quota")) {
                throw e;
            }
            removeOldest(Math.max(LEAST_FILES, filesInDirectory().size() - 1));
            collectLeaving();
            fullDisk = "%s is full (%,d KiB free): packets are counted, and stored again when there is room; free some"
                    .formatted(settings.directory(), room >> 10) + " space there";
            nextTry = System.nanoTime() + disk.retry().toNanos();
            return false;
        }
    }

    /// Files that were removed free their room when nothing is left that maps them. To find that takes
    /// a tenth of the time at most.
    private void collectLeaving() {
        leaving.removeIf(each -> each.refersTo(null));
        long from = System.nanoTime();
        if (!leaving.isEmpty() && from - nextCollection >= 0) {
            System.gc();
            long to = System.nanoTime();
            nextCollection = to + COLLECTION_SHARE * (to - from);
        }
    }

    /// Continues in a new file. Where the disk has no room for it, one more than usual is removed.
    synchronized void rotate() throws IOException {
        files.getLast().flush();
        files.getLast().close();
        boolean hasRoom = removeOldest(settings.files() - 1) > 0
                || disk.usableBytes(settings.directory()) >= settings.fileBytes();
        if (!hasRoom) {
            removeOldest(Math.max(LEAST_FILES, filesInDirectory().size() - 1));
        }
        List<RingFile> next = new ArrayList<>(files);
        next.add(createFile());
        files = List.copyOf(next);
    }

    /// Makes the added packets visible to readers.
    synchronized void flush() throws IOException {
        if (files.getLast().isShortened()) {
            findShortened();
        }
        if (isWorthATry() && !files.getLast().isComplete()) {
            isWritten(files.getLast()::flush);
        }
    }

    /// Finds files that another program shortened: what is left of them is kept, what they lost is
    /// counted, and packets go to a new file. Any thread: who reads them learns of it first.
    synchronized Shortened findShortened() throws IOException {
        List<RingFile> left = new ArrayList<>();
        for (RingFile file : files) {
            boolean isShortened = file.isShortened();
            if (isShortened) {
                shortened = shortened.plus(file.path(), file.keepRest());
            }
            if (!isShortened || file.written() > RingFile.HEADER_BYTES) {
                left.add(file);
            }
        }
        if (!closed && (left.isEmpty() || left.getLast().isComplete())) {
            RingFile next = createFile();
            files.getLast().passWaitingTo(next);
            left.add(next);
        }
        files = List.copyOf(left);
        return shortened;
    }

    /// What another program shortened so far.
    public Shortened shortened() {
        return shortened;
    }

    /// Where its files are.
    public Path directory() {
        return settings.directory();
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

    /// What was not stored so far.
    public Unstored unstored() {
        return unstored;
    }

    /// While packets are not stored: why, and what to do; else empty.
    public String fullDisk() {
        return fullDisk;
    }

    /// What the user is told when a capture begins.
    public List<String> notices() {
        return Stream.concat(cutFiles.stream().map(CutFile::sentence), Stream.of(shortage))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /// The files of earlier captures that were cut when this ring was opened.
    List<CutFile> cutFiles() {
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
        findShortened();
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
    public synchronized void close() throws IOException {
        try (lock) {
            findShortened();
            closeLast();
        } finally {
            closed = true;
        }
    }

    private void closeLast() throws IOException {
        try (RingFile last = files.getLast()) {
            if (!last.isComplete() && !isWritten(last::flush)) {
                unstored = unstored.plus(last.waiting());
                last.notStored(last.waiting().packets());
            }
        }
    }
}
