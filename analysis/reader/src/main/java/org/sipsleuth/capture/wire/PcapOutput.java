package org.sipsleuth.capture.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import org.sipsleuth.capture.FrameReader;

/// A pcap file that is written as a stream.
public final class PcapOutput implements Closeable {

    private static final int MAGIC_NANOS = 0xa1b23c4d;
    private static final int MAGIC_MICROS = 0xa1b2c3d4;
    private static final int FILE_HEADER_BYTES = 24;
    private static final int RECORD_HEADER_BYTES = 16;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int NANOS_PER_MICRO = 1_000;

    private final HashedOutput out;
    private final int nanosPerUnit;

    /// Begins a file with times in ns.
    ///
    /// @param linkType as the pcap registry numbers them
    public PcapOutput(WritableByteChannel file, int linkType) {
        this(file, linkType, true);
    }

    /// Begins a file.
    ///
    /// @param hasNanos whether its times are in ns; else in µs
    public PcapOutput(WritableByteChannel file, int linkType, boolean hasNanos) {
        out = new HashedOutput(file);
        nanosPerUnit = hasNanos ? 1 : NANOS_PER_MICRO;
        out.room(FILE_HEADER_BYTES)
                .putInt(hasNanos ? MAGIC_NANOS : MAGIC_MICROS)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(FrameReader.LARGEST_FRAME_BYTES)
                .putInt(linkType);
    }

    /// Adds a frame.
    ///
    /// @param wireBytes how long it was before it was cut
    /// @throws UncheckedIOException if the file cannot be written
    public void append(long atNanos, byte[] frame, int from, int length, long wireBytes) {
        out.room(RECORD_HEADER_BYTES + length)
                .putInt((int) Math.floorDiv(atNanos, NANOS_PER_SECOND))
                .putInt((int) Math.floorMod(atNanos, NANOS_PER_SECOND) / nanosPerUnit)
                .putInt(length)
                .putInt((int) wireBytes)
                .put(frame, from, length);
    }

    /// Writes all that was added. Nothing can be added any more.
    ///
    /// @return the SHA-256 of the file, in lower-case hexadecimal
    /// @throws UncheckedIOException if the file cannot be written
    public String finish() {
        return out.finish();
    }

    /// How long the file is.
    public long bytes() {
        return out.bytes();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
