package org.sipsleuth.live;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.LongSupplier;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.file.CaptureFile;

/// One file of the ring, in the pcap format with ns. It has its full size from the beginning, so
/// that it is mapped once and what was written can be read while it grows; closing cuts it to what
/// was written.
public final class RingFile implements Closeable {

    static final int HEADER_BYTES = 24;
    static final int RECORD_HEADER_BYTES = 16;
    private static final int MAGIC_NANOS = 0xa1b23c4d;
    static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int LENGTH_AT = 8;
    private static final ValueLayout.OfInt LITTLE_INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final int BUFFER_BYTES = 1 << 20;

    private final Path path;
    private final long mostBytes;
    private final FileChannel channel;
    private final RingDisk disk;
    private final MemorySegment bytes;
    private final ByteBuffer buffer;
    private long packets;
    private volatile long unstored;
    private volatile long discarded;
    private volatile long written;
    private volatile boolean complete;

    private RingFile(Path path, long mostBytes, FileChannel channel, int linkType, RingDisk disk) throws IOException {
        this.path = path;
        this.disk = disk;
        this.mostBytes = mostBytes;
        this.channel = channel;
        this.bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, mostBytes, Arena.ofAuto());
        this.buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(header(linkType));
        flush();
    }

    /// Makes a new file that its owner alone may read.
    static RingFile create(Path path, long mostBytes, int linkType, RingDisk disk) throws IOException {
        FileChannel channel = FileChannel.open(path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        boolean made = false;
        try {
            RingFile file = new RingFile(path, mostBytes, channel, linkType, disk);
            made = true;
            return file;
        } finally {
            if (!made) {
                channel.close();
                Files.deleteIfExists(path);
            }
        }
    }

    /// The header of a pcap file with ns.
    static ByteBuffer header(int linkType) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC_NANOS)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(FrameReader.LARGEST_FRAME_BYTES)
                .putInt(linkType)
                .flip();
    }

    /// Adds a packet; it can be read after the next [#flush].
    ///
    /// @return false if there is no room for it
    boolean append(long nanos, int originalBytes, byte[] packet) throws IOException {
        int length = Math.min(packet.length, FrameReader.LARGEST_FRAME_BYTES);
        if (written + buffer.position() + RECORD_HEADER_BYTES + length > mostBytes) {
            return false;
        }
        if (!buffers(length)) {
            flush();
        }
        buffer.putInt((int) Math.floorDiv(nanos, NANOS_PER_SECOND))
                .putInt((int) Math.floorMod(nanos, NANOS_PER_SECOND))
                .putInt(length)
                .putInt(Math.max(originalBytes, length))
                .put(packet, 0, length);
        packets++;
        return true;
    }

    /// Whether a packet of this length can be added without writing.
    boolean buffers(int length) {
        return buffer.remaining() >= RECORD_HEADER_BYTES + length;
    }

    /// Writes what was added. Where there is no room for all of it, the packets that were written
    /// whole can be read, and the others wait for the next time.
    void flush() throws IOException {
        buffer.flip();
        long from = written;
        long at = from;
        try {
            while (buffer.hasRemaining()) {
                at += disk.write(channel, buffer, at);
            }
        } finally {
            int whole = buffer.hasRemaining() ? wholeBytes(buffer.position()) : buffer.limit();
            written = from + whole;
            buffer.position(whole).compact();
        }
    }

    /// The packets that wait to be written.
    Unstored waiting() {
        Unstored waiting = Unstored.NONE;
        int at = written == 0 ? HEADER_BYTES : 0;
        while (at < buffer.position()) {
            waiting = waiting.plus(buffer.getInt(at + LENGTH_AT));
            at = recordEnd(at, buffer.position());
        }
        return waiting;
    }

    /// Of the first bytes of the buffer, those of records that are whole.
    private int wholeBytes(int upTo) {
        int whole = 0;
        int next = written == 0 ? HEADER_BYTES : recordEnd(0, upTo);
        while (next <= upTo) {
            whole = next;
            next = recordEnd(whole, upTo);
        }
        return whole;
    }

    private int recordEnd(int at, int upTo) {
        int data = at + RECORD_HEADER_BYTES;
        return data > upTo ? data : data + buffer.getInt(at + LENGTH_AT);
    }

    /// Whether another program shortened it, so that what is mapped of it cannot be read to its end.
    boolean isShortened() throws IOException {
        try {
            return complete ? Files.size(path) < written : channel.size() < mostBytes;
        } catch (NoSuchFileException removed) {
            return false; // what is mapped is still there
        }
    }

    /// Keeps the packets that are left after it was shortened. Nothing more is written to it.
    ///
    /// @return how many packets were lost
    long keepRest() throws IOException {
        long size = Math.min(written, complete ? Files.size(path) : channel.size());
        long kept = 0;
        long end = Math.min(size, HEADER_BYTES);
        while (end + RECORD_HEADER_BYTES <= size) {
            int length = bytes.get(LITTLE_INT, end + LENGTH_AT);
            if (length == 0 || end + RECORD_HEADER_BYTES + length > size) {
                break; // what was written after it was shortened follows a gap of zeros
            }
            end += RECORD_HEADER_BYTES + length;
            kept++;
        }
        long lost = packets - waiting().packets() - kept;
        packets = kept;
        written = end;
        close();
        return lost;
    }

    /// The packets that wait to be written here are written there.
    void passWaitingTo(RingFile next) {
        next.packets += waiting().packets();
        next.buffer.put(buffer.flip());
        buffer.clear();
    }

    /// How many packets were added and are not lost; for the thread that adds them.
    long packets() {
        return packets;
    }

    /// More packets were not stored since it was the newest file.
    @SuppressWarnings("NonAtomicVolatileUpdate") // by the thread that adds packets
    void notStored(long more) {
        unstored += more;
    }

    /// So many packets were discarded before its first.
    void follows(long before) {
        discarded = before;
    }

    /// The file.
    public Path path() {
        return path;
    }

    /// How many bytes of it can be read.
    public long written() {
        return written;
    }

    /// Whether nothing more will be written.
    public boolean isComplete() {
        return complete;
    }

    /// The file to be read, also while it grows.
    public CaptureFile capture() {
        return capture(this::written);
    }

    /// The same, up to a limit.
    ///
    /// @param upTo the readable bytes; an earlier value of [#written]
    public CaptureFile capture(LongSupplier upTo) {
        return CaptureFile.growing(path, bytes, upTo, notes -> notes.withLosses(unstored, discarded));
    }

    /// The packets from the header on, as they were written.
    MemorySegment records() {
        return bytes.asSlice(HEADER_BYTES, written - HEADER_BYTES);
    }

    /// Cuts it to what was written: what waits is given up.
    @Override
    public void close() throws IOException {
        if (complete) {
            return;
        }
        try (channel) {
            channel.truncate(written);
        } finally {
            complete = true;
        }
    }
}
