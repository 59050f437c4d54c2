package org.sipsleuth.evaluate.stolen;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// A simulated capture up to a moment, as if it ended there.
final class CutCapture {

    private static final int MAGIC_NANOS = 0xa1b23c4d;
    private static final int MAGIC_MICROS = 0xa1b2c3d4;
    private static final int FILE_HEADER_BYTES = 24;
    private static final int RECORD_HEADER_BYTES = 16;
    private static final int LENGTH_AT = 8;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1_000;

    private CutCapture() {}

    /// Writes the frames before a moment.
    ///
    /// @param capture a pcap file whose frames are in the order of time
    /// @param endNanos in ns since the epoch
    static void write(Path capture, long endNanos, Path to) throws IOException {
        byte[] all = Files.readAllBytes(capture);
        ByteBuffer frames = ByteBuffer.wrap(all);
        int magic = frames.getInt(0);
        if (magic != MAGIC_NANOS && magic != MAGIC_MICROS) {
            frames.order(ByteOrder.LITTLE_ENDIAN);
            magic = frames.getInt(0);
        }
        long unit = magic == MAGIC_NANOS ? 1 : NANOS_PER_MICRO;
        int end = FILE_HEADER_BYTES;
        while (end + RECORD_HEADER_BYTES <= all.length) {
            long seconds = Integer.toUnsignedLong(frames.getInt(end));
            long atNanos = seconds * NANOS_PER_SECOND + frames.getInt(end + Integer.BYTES) * unit;
            if (atNanos >= endNanos) {
                break;
            }
            end += RECORD_HEADER_BYTES + frames.getInt(end + LENGTH_AT);
        }
        try (var out = Files.newOutputStream(to)) {
            out.write(all, 0, Math.min(end, all.length));
        }
    }
}
