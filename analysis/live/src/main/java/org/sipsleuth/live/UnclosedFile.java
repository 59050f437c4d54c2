package org.sipsleuth.live;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.live.Ring.CutFile;

/// A file of a ring that a killed capture, or a full disk, left with zeros up to its full size. It
/// is cut to its whole packets, or left as it is where it is not certain what it holds: where a
/// record does not fit before the zeros, or where something else may know the file by another name.
/// Only for who holds the lock of the ring.
final class UnclosedFile {

    /// Closing cuts a file to what was written: only one that was not closed still has the size of a
    /// file of a ring, which is stated in MiB.
    private static final long SIZE_UNIT = 1L << 20;

    /// A write that is interrupted, or finds no more room, ends at a border of such a block.
    private static final long BLOCK_BYTES = 512;

    private static final int LINK_TYPE_AT = 20;
    private static final int ZEROS_AT_ONCE = 1 << 16;
    private static final MemorySegment ZEROS = MemorySegment.ofArray(new byte[ZEROS_AT_ONCE]);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// What a file holds.
    ///
    /// @param packets whole packets
    /// @param end where they end
    private record Content(long packets, long end) {}

    private UnclosedFile() {}

    /// Cuts a file, if it is one.
    ///
    /// @return what was done; nothing if the file was closed in order, or is not certainly our own
    static Optional<CutFile> cut(Path path) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.size(path) % SIZE_UNIT != 0
                || hasOtherNames(path)) {
            return Optional.empty();
        }
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            long size = channel.size();
            Optional<Content> content;
            try (Arena arena = Arena.ofConfined()) {
                content = content(channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena));
            }
            if (content.isEmpty() || content.get().end == size) {
                return Optional.empty();
            }
            channel.truncate(content.get().end);
            return Optional.of(new CutFile(path, content.get().packets, size - content.get().end));
        }
    }

    /// A link may keep the file for somebody else.
    private static boolean hasOtherNames(Path path) throws IOException {
        try {
            return !Integer.valueOf(1).equals(Files.getAttribute(path, "unix:nlink", LinkOption.NOFOLLOW_LINKS));
        } catch (UnsupportedOperationException | IllegalArgumentException noUnix) {
            return false;
        }
    }

    /// Follows the records from the header on.
    private static Optional<Content> content(MemorySegment bytes) {
        long written = written(bytes);
        if (written == 0) {
            return Optional.of(new Content(0, 0)); // killed before the header was written
        }
        if (!hasOurHeader(bytes)) {
            return Optional.empty();
        }
        long mayBeWritten = Math.ceilDiv(written, BLOCK_BYTES) * BLOCK_BYTES;
        long packets = 0;
        long at = RingFile.HEADER_BYTES;
        while (at < written) {
            boolean isTorn = at + RingFile.RECORD_HEADER_BYTES > mayBeWritten;
            long end = isTorn ? mayBeWritten : recordEnd(bytes, at);
            if (end < 0) {
                return Optional.empty();
            }
            boolean fillsFile = end == bytes.byteSize(); // a packet may end with zeros
            if (isTorn || (end > mayBeWritten && !fillsFile)) {
                break;
            }
            packets++;
            at = end;
        }
        return Optional.of(new Content(packets, at));
    }

    private static boolean hasOurHeader(MemorySegment bytes) {
        MemorySegment ours = MemorySegment.ofBuffer(RingFile.header(bytes.get(INT, LINK_TYPE_AT)));
        return MemorySegment.mismatch(bytes, 0, RingFile.HEADER_BYTES, ours, 0, RingFile.HEADER_BYTES) < 0;
    }

    /// Where a record ends, or -1 if none that we write begins there.
    private static long recordEnd(MemorySegment bytes, long at) {
        int nanos = bytes.get(INT, at + 4);
        int captured = bytes.get(INT, at + 8);
        int original = bytes.get(INT, at + 12);
        boolean isTime = nanos >= 0 && nanos < RingFile.NANOS_PER_SECOND;
        boolean isLength = captured > 0 && captured <= FrameReader.LARGEST_FRAME_BYTES && original >= captured;
        return isTime && isLength ? at + RingFile.RECORD_HEADER_BYTES + captured : -1;
    }

    /// Where the zeros at the end begin.
    private static long written(MemorySegment bytes) {
        long end = bytes.byteSize();
        while (end > 0) {
            long begin = Math.max(0, end - ZEROS_AT_ONCE);
            if (MemorySegment.mismatch(bytes, begin, end, ZEROS, 0, end - begin) >= 0) {
                break;
            }
            end = begin;
        }
        while (end > 0 && bytes.get(ValueLayout.JAVA_BYTE, end - 1) == 0) {
            end--;
        }
        return end;
    }
}
