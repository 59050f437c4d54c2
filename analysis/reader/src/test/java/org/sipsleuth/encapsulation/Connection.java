package org.sipsleuth.encapsulation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A TCP connection between two hosts, segment by segment.
final class Connection {

    private static final int TCP = 6;
    private static final int FIN = 1;
    private static final int SYN = 2;
    private static final int PUSH = 8;
    private static final int ACK = 16;
    private static final int HEADER_BYTES = 20;

    private final Hosts hosts;
    private final Delivery delivery;
    private final List<Sent> sent = new ArrayList<>();

    /// The next number of the callee, and of the caller: soon past the largest.
    private final int[] next = {1_000, 0xffffff00};

    Connection(Hosts hosts, Delivery delivery) {
        this.hosts = hosts;
        this.delivery = delivery;
    }

    Connection open() {
        control(true, SYN);
        control(false, SYN | ACK);
        control(true, ACK);
        return this;
    }

    /// Sends bytes.
    ///
    /// @param ends where messages end in them
    Connection say(boolean byCaller, byte[] bytes, List<Integer> ends) {
        int start = next[side(byCaller)];
        for (Delivery.Piece piece : delivery.of(bytes.length)) {
            byte[] payload = Arrays.copyOfRange(bytes, piece.from(), piece.to());
            byte[] packet = segment(byCaller, start + piece.from(), PUSH | ACK, payload);
            sent.add(new Sent(packet, (int) ends.stream().filter(piece::completes).count()));
        }
        next[side(byCaller)] += bytes.length;
        control(!byCaller, ACK);
        return this;
    }

    Connection close() {
        control(true, FIN | ACK);
        control(false, FIN | ACK);
        control(true, ACK);
        return this;
    }

    List<Sent> sent() {
        return sent;
    }

    private void control(boolean byCaller, int flags) {
        sent.add(new Sent(segment(byCaller, next[side(byCaller)], flags, new byte[0]), 0));
        next[side(byCaller)] += (flags & (SYN | FIN)) != 0 ? 1 : 0;
    }

    private static int side(boolean byCaller) {
        return byCaller ? 1 : 0;
    }

    private byte[] segment(boolean byCaller, int number, int flags, byte[] payload) {
        byte[] segment = ByteBuffer.allocate(HEADER_BYTES + payload.length)
                .putShort((short) hosts.port(byCaller))
                .putShort((short) hosts.port(!byCaller))
                .putInt(number)
                .putInt((flags & ACK) != 0 ? next[side(!byCaller)] : 0)
                .put((byte) (HEADER_BYTES / Integer.BYTES << 4))
                .put((byte) flags)
                .putShort((short) 0xffff)
                .putInt(0)
                .put(payload)
                .array();
        return hosts.packet(byCaller, TCP, segment);
    }
}
