package org.sipsleuth.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes pcap files, for tests.
public final class PcapWriter {

    private final ByteOrder order;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /// Little-endian, in µs.
    public PcapWriter(int linkType) {
        this(ByteOrder.LITTLE_ENDIAN, 0xa1b2c3d4, linkType);
    }

    public PcapWriter(ByteOrder order, int magic, int linkType) {
        this.order = order;
        put(ByteBuffer.allocate(24)
                .order(order)
                .putInt(magic)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(262144)
                .putInt(linkType));
    }

    /// Adds a frame.
    public PcapWriter frame(long seconds, int fraction, byte[] frame) {
        return frame(seconds, fraction, frame.length, frame);
    }

    /// Adds a frame that claims another captured length.
    public PcapWriter frame(long seconds, int fraction, int claimed, byte[] frame) {
        put(ByteBuffer.allocate(16)
                .order(order)
                .putInt((int) seconds)
                .putInt(fraction)
                .putInt(claimed)
                .putInt(claimed));
        bytes.writeBytes(frame);
        return this;
    }

    private void put(ByteBuffer buffer) {
        bytes.writeBytes(buffer.array());
    }

    /// The file's bytes.
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /// Writes the file.
    public Path write(Path path) {
        try {
            return Files.write(path, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
