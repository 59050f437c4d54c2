package org.sipsleuth.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.capture.Packets;

/// A TCP connection written as bytes, so that changed bytes are another connection: segment after
/// segment with four bytes before it, what is odd about it, by how much, and its length.
final class SegmentScript {

    static final int FROM_OTHER = 1;
    static final int LATE = 2;
    static final int TWICE = 4;
    static final int LOST = 8;
    static final int SYN = 0x10;
    static final int FIN = 0x20;
    static final int RST = 0x40;
    static final int SHIFTED = 0x80;

    private static final int MOST_SEGMENTS = 400;
    private static final int HEADER_BYTES = 4;

    private final ByteArrayOutputStream script = new ByteArrayOutputStream();

    /// Adds a segment.
    SegmentScript add(int odd, int much, byte[] payload) {
        script.write(odd);
        script.write(much);
        script.write(payload.length >> 8);
        script.write(payload.length);
        script.writeBytes(payload);
        return this;
    }

    /// Adds text, cut into segments of this length.
    SegmentScript text(int odd, String text, int length) {
        return bytes(odd, text.getBytes(StandardCharsets.ISO_8859_1), length);
    }

    /// Adds bytes, cut into segments of this length.
    SegmentScript bytes(int odd, byte[] bytes, int length) {
        for (int at = 0; at < bytes.length; at += length) {
            add(odd, 0, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length)));
        }
        return this;
    }

    byte[] toBytes() {
        return script.toByteArray();
    }

    /// The IPv4 packets that a script says.
    ///
    /// @param connection a number that gives it addresses of its own
    static List<byte[]> packets(byte[] script, int connection) {
        return new Reader(script, connection).read();
    }

    private static final class Reader {
        private final ByteBuffer script;
        private final String first;
        private final List<byte[]> packets = new ArrayList<>();
        private final int[] next = {0x7ffffff0, -64};
        private byte[] late;

        Reader(byte[] script, int connection) {
            this.script = ByteBuffer.wrap(script);
            this.first = "10.%d.%d.%d".formatted(connection >> 16 & 255, connection >> 8 & 255, connection & 255);
        }

        List<byte[]> read() {
            while (script.remaining() >= HEADER_BYTES && packets.size() < MOST_SEGMENTS) {
                int odd = script.get();
                int much = script.get();
                int length = Short.toUnsignedInt(script.getShort());
                byte[] payload = new byte[Math.min(length, script.remaining())];
                script.get(payload);
                segment(odd, much, payload);
            }
            if (late != null) {
                packets.add(late);
            }
            return packets;
        }

        private void segment(int odd, int much, byte[] payload) {
            int side = odd & FROM_OTHER;
            int shift = (odd & SHIFTED) == 0 ? 0 : (much & 1) == 0 ? much : much << 20;
            int sequence = next[side] + shift;
            int flags = ((odd & SYN) != 0 ? 2 : 0x18) | ((odd & FIN) != 0 ? 1 : 0) | ((odd & RST) != 0 ? 4 : 0);
            byte[] packet = packet(side, sequence, flags, payload);
            next[side] += payload.length + ((odd & (SYN | FIN)) != 0 ? 1 : 0);
            if ((odd & LOST) != 0) {
                return;
            }
            if ((odd & LATE) != 0 && late == null) {
                late = packet;
                return;
            }
            packets.add(packet);
            if ((odd & TWICE) != 0) {
                packets.add(packet);
            }
            if (late != null) {
                packets.add(late);
                late = null;
            }
        }

        private byte[] packet(int side, int sequence, int flags, byte[] payload) {
            byte[] tcp = ByteBuffer.allocate(20 + payload.length)
                    .putShort((short) (side == 0 ? 40_000 : 5060))
                    .putShort((short) (side == 0 ? 5060 : 40_000))
                    .putInt(sequence)
                    .putInt(next[1 - side])
                    .put((byte) 0x50)
                    .put((byte) flags)
                    .putShort((short) 0xffff)
                    .putInt(0)
                    .put(payload)
                    .array();
            return side == 0 ? Packets.ipv4(first, "192.0.2.1", 6, tcp) : Packets.ipv4("192.0.2.1", first, 6, tcp);
        }
    }
}
