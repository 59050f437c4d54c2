package org.sipsleuth.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes pcapng files block by block, for tests.
public final class PcapngWriter {

    private ByteOrder order;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public PcapngWriter(ByteOrder order) {
        this.order = order;
        section(order);
    }

    /// Begins a section.
    public PcapngWriter section(ByteOrder itsOrder) {
        order = itsOrder;
        return block(0x0a0d0d0a, buffer(16).putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0).putLong(-1));
    }

    /// Describes an interface with the usual clock.
    public PcapngWriter capturesOn(int linkType) {
        return block(1, buffer(8).putShort((short) linkType).putShort((short) 0).putInt(0));
    }

    /// Describes an interface with a clock of its own.
    public PcapngWriter capturesOn(int linkType, int resolution, long offsetSeconds) {
        return block(1,
                buffer(8 + 8 + 12 + 4).putShort((short) linkType)
                        .putShort((short) 0)
                        .putInt(0)
                        .putShort((short) 9)
                        .putShort((short) 1)
                        .put((byte) resolution)
                        .put(new byte[3])
                        .putShort((short) 14)
                        .putShort((short) 8)
                        .putLong(offsetSeconds)
                        .putInt(0));
    }

    /// Adds an enhanced packet block.
    public PcapngWriter packet(int interfaceId, long units, byte[] frame) {
        return block(6,
                buffer(20 + padded(frame.length)).putInt(interfaceId)
                        .putInt((int) (units >>> 32))
                        .putInt((int) units)
                        .putInt(frame.length)
                        .putInt(frame.length)
                        .put(frame));
    }

    /// Adds a simple packet block.
    public PcapngWriter simplePacket(byte[] frame) {
        return block(3, buffer(4 + padded(frame.length)).putInt(frame.length).put(frame));
    }

    /// Adds the secrets of TLS sessions.
    public PcapngWriter tlsSecrets(String keyLog) {
        byte[] text = keyLog.getBytes(StandardCharsets.US_ASCII);
        return block(10, buffer(8 + padded(text.length)).putInt(0x544c534b).putInt(text.length).put(text));
    }

    /// Adds any block.
    public PcapngWriter block(int type, ByteBuffer body) {
        int length = 12 + body.capacity();
        bytes.writeBytes(buffer(length).putInt(type).putInt(length).put(body.array()).putInt(length).array());
        return this;
    }

    /// An empty body in the section's byte order.
    public ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    /// The file's bytes.
    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
