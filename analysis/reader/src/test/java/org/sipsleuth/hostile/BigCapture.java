package org.sipsleuth.hostile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a pcap file of very many frames, straight to the disk.
final class BigCapture implements AutoCloseable {

    static final int RAW_IP = 101;
    static final int ETHERNET = 1;

    private final OutputStream out;
    private final int microsBetween;
    private long frames;

    BigCapture(Path path, int linkType) throws IOException {
        this(path, linkType, 1);
    }

    /// @param microsBetween so far apart are the frames in time
    BigCapture(Path path, int linkType, int microsBetween) throws IOException {
        this.microsBetween = microsBetween;
        out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        out.write(ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0xa1b2c3d4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(262144)
                .putInt(linkType)
                .array());
    }

    /// Adds a frame.
    BigCapture frame(byte[] frame) throws IOException {
        long micros = frames * microsBetween;
        out.write(ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (1_700_000_000 + micros / 1_000_000))
                .putInt((int) (micros % 1_000_000))
                .putInt(frame.length)
                .putInt(frame.length)
                .array());
        out.write(frame);
        frames++;
        return this;
    }

    /// Adds a message in UDP in IPv4.
    BigCapture udp(String message) throws IOException {
        return udp(message.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Adds a datagram in IPv4.
    BigCapture udp(byte[] payload) throws IOException {
        int length = 28 + payload.length;
        return frame(ipv4(17, 0x0a000001, length, 0).putShort((short) 5060)
                .putShort((short) 5060)
                .putShort((short) (8 + payload.length))
                .putShort((short) 0)
                .put(payload)
                .array());
    }

    /// Adds a TCP segment in IPv4.
    BigCapture tcp(int source, int sequence, int flags, byte[] payload) throws IOException {
        return frame(ipv4(6, source, 40 + payload.length, 0).putShort((short) 40_000)
                .putShort((short) 5060)
                .putInt(sequence)
                .putInt(0)
                .put((byte) 0x50)
                .put((byte) flags)
                .putShort((short) 0xffff)
                .putInt(0)
                .put(payload)
                .array());
    }

    /// Adds a fragment of a UDP packet in IPv4.
    BigCapture fragment(int source, int id, int offsetAndFlags, byte[] payload) throws IOException {
        return frame(ipv4(17, source, 20 + payload.length, id << 16 | offsetAndFlags).put(payload).array());
    }

    private static ByteBuffer ipv4(int protocol, int source, int length, int fragment) {
        return ByteBuffer.allocate(length)
                .put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) length)
                .putInt(fragment)
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0)
                .putInt(source)
                .putInt(0x0a000002);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
