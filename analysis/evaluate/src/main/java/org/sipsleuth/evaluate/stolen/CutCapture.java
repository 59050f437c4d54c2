package org.sipsleuth.evaluate.stolen;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A simulated capture that can be cut off at any moment, as if it ended there.
final class CutCapture {

    private static final int MAGIC_NANOS = 0xa1b23c4d;
    private static final int FILE_HEADER_BYTES = 24;
    private static final int RECORD_HEADER_BYTES = 16;
    private static final int LENGTH_AT = 8;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final byte[] bytes;

    /// Where the frames from a moment on begin, by that moment in ns.
    private final NavigableMap<Long, Integer> begins = new TreeMap<>();

    private CutCapture(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Reads a capture whose frames are in the order of time, as the simulator writes them: pcap
    /// with ns.
    ///
    /// @throws IOException if it is another file
    static CutCapture read(Path capture) throws IOException {
        CutCapture read = new CutCapture(Files.readAllBytes(capture));
        ByteBuffer frames = ByteBuffer.wrap(read.bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (frames.capacity() < FILE_HEADER_BYTES || frames.getInt(0) != MAGIC_NANOS) {
            frames.order(ByteOrder.BIG_ENDIAN);
        }
        if (frames.capacity() < FILE_HEADER_BYTES || frames.getInt(0) != MAGIC_NANOS) {
            throw new IOException(capture.getFileName() + ": no pcap file with times in ns");
        }
        int at = FILE_HEADER_BYTES;
        while (at + RECORD_HEADER_BYTES <= frames.capacity()) {
            long seconds = Integer.toUnsignedLong(frames.getInt(at));
            read.begins.putIfAbsent(seconds * NANOS_PER_SECOND + frames.getInt(at + Integer.BYTES), at);
            at += RECORD_HEADER_BYTES + frames.getInt(at + LENGTH_AT);
        }
        return read;
    }

    /// Writes the frames before a moment.
    ///
    /// @param endNanos in ns since the epoch
    void write(long endNanos, Path to) throws IOException {
        var first = begins.ceilingEntry(endNanos);
        try (OutputStream out = Files.newOutputStream(to)) {
            out.write(bytes, 0, first == null ? bytes.length : first.getValue());
        }
    }
}
