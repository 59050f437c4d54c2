package org.sipsleuth.capture.layer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sipsleuth.capture.Packets;

/// Makes packets with chunks of SCTP, for tests.
final class SctpChunks {

    static final int WHOLE = 3;
    static final int FIRST = 2;
    static final int MIDDLE = 0;
    static final int LAST = 1;
    static final int UNORDERED = 4;

    private SctpChunks() {}

    static byte[] data(int flags, int number, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
        int length = 16 + bytes.length;
        return ByteBuffer.allocate((length + 3) & ~3)
                .put((byte) 0)
                .put((byte) flags)
                .putShort((short) length)
                .putInt(number)
                .putInt(0)
                .putInt(0)
                .put(bytes)
                .array();
    }

    /// An I-DATA chunk (RFC 8260 §2.1).
    ///
    /// @param place that of the fragment in its message
    static byte[] interleaved(int flags, int stream, int message, int place, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
        int length = 20 + bytes.length;
        return ByteBuffer.allocate((length + 3) & ~3)
                .put((byte) 64)
                .put((byte) flags)
                .putShort((short) length)
                .putInt(message * 10 + place)
                .putShort((short) stream)
                .putShort((short) 0)
                .putInt(message)
                .putInt((flags & FIRST) == 0 ? place : 46) // the first says what it carries
                .put(bytes)
                .array();
    }

    static byte[] packet(byte[]... chunks) {
        return packet("192.0.2.1", 5060, 0x5eed, chunks);
    }

    static byte[] packet(String source, int port, int tag, byte[]... chunks) {
        byte[] sctp =
                ByteBuffer.allocate(12).putShort((short) port).putShort((short) 5070).putInt(tag).putInt(0).array();
        for (byte[] chunk : chunks) {
            sctp = Packets.join(sctp, chunk);
        }
        return Packets.ipv4(source, "192.0.2.2", 132, sctp);
    }

    /// A packet of which only the beginning was captured.
    static byte[] cut(byte[] packet, int bytes) {
        return Arrays.copyOf(packet, packet.length - bytes);
    }

    /// An IPv6 packet whose chunk has no verification tag.
    static byte[] untagged(String source, String destination, byte[] chunk) {
        byte[] header = ByteBuffer.allocate(12).putInt(5060 << 16 | 5070).array();
        return Packets.ipv6(source, destination, 132, Packets.join(header, chunk));
    }
}
