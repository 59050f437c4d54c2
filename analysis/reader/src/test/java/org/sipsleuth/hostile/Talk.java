package org.sipsleuth.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;

/// A TCP connection that is written into a capture, segment by segment.
final class Talk {

    private final PcapWriter capture = new PcapWriter(BigCapture.RAW_IP);
    private final int[] next = {1, 1};
    private int segments;

    /// The client sends text, in segments of so many bytes.
    Talk says(String text, int bytes) {
        return sends(0, text.getBytes(StandardCharsets.ISO_8859_1), bytes);
    }

    /// One side sends bytes.
    ///
    /// @param side 0 for the client, 1 for the server
    Talk sends(int side, byte[] data, int bytes) {
        for (int at = 0; at < data.length; at += bytes) {
            byte[] part = Arrays.copyOfRange(data, at, Math.min(data.length, at + bytes));
            segment(side, next[side], part);
            next[side] += part.length;
        }
        return this;
    }

    /// A segment of the client, so many bytes behind all that was sent in order.
    Talk ahead(int distance, byte[] data) {
        return segment(0, next[0] + distance, data);
    }

    private Talk segment(int side, int sequence, byte[] data) {
        int from = side == 0 ? 40_000 : 5060;
        int to = side == 0 ? 5060 : 40_000;
        byte[] tcp = Packets.tcp(from, to, sequence, next[1 - side], 0x18, data);
        String client = "192.0.2.1";
        String server = "192.0.2.2";
        capture.frame(1_700_000_000, segments++,
                side == 0 ? Packets.ipv4(client, server, 6, tcp) : Packets.ipv4(server, client, 6, tcp));
        return this;
    }

    /// The capture.
    byte[] bytes() {
        return capture.bytes();
    }
}
