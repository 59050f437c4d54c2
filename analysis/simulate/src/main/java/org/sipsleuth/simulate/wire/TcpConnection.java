package org.sipsleuth.simulate.wire;

import java.util.List;
import org.sipsleuth.capture.wire.FrameBuffer;
import org.sipsleuth.capture.wire.PacketWriter;
import org.sipsleuth.capture.wire.Segment;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.GroundTruthEntry;

/// One TCP connection (RFC 9293), as seen between its ends. Its frames are created in the order
/// of their time.
final class TcpConnection {

    private static final long LEAST_NANOS_BETWEEN = 1_000;

    final TcpEnd initiator;
    final TcpEnd acceptor;
    private final PacketWriter<List<GroundTruthEntry>> packets;
    private final int mss;
    private final FrameBuffer frame;
    private long lastNanos;
    private boolean closed;

    /// @param frame the buffer for its frames
    TcpConnection(PacketWriter<List<GroundTruthEntry>> packets, FrameBuffer frame, TcpEnd initiator, TcpEnd acceptor) {
        this.packets = packets;
        this.frame = frame;
        this.initiator = initiator;
        this.acceptor = acceptor;
        this.mss = packets.mss(initiator.socket.host().isIpv4());
    }

    /// Performs the three-way handshake.
    ///
    /// @param roundTripNanos the round-trip time
    void open(long atNanos, long roundTripNanos) {
        lastNanos = atNanos - LEAST_NANOS_BETWEEN;
        control(atNanos, initiator, Segment.SYN);
        initiator.sequence++;
        acceptor.acknowledged = initiator.sequence;
        control(atNanos + roundTripNanos / 2, acceptor, Segment.SYN | Segment.ACK);
        acceptor.sequence++;
        initiator.acknowledged = acceptor.sequence;
        control(atNanos + roundTripNanos - LEAST_NANOS_BETWEEN, initiator, Segment.ACK);
    }

    /// The end at a socket.
    TcpEnd end(Socket socket) {
        return initiator.socket.equals(socket) ? initiator : acceptor;
    }

    /// The other end.
    TcpEnd peer(TcpEnd end) {
        return end == initiator ? acceptor : initiator;
    }

    /// Sends the buffered bytes of an end. The segment also acknowledges what the end has received.
    void flush(long atNanos, TcpEnd end) {
        int all = end.heldBytes();
        if (all == 0) {
            return;
        }
        end.acknowledged = peer(end).sequence;
        for (int from = 0; from < all; from += mss) {
            int to = Math.min(all, from + mss);
            int flags = Segment.ACK | (to == all ? Segment.PSH : 0);
            frame.begin(end.held(), from, to - from);
            send(atNanos, end, flags, end.endingIn(from, to));
            end.sequence += to - from;
        }
        end.sent();
    }

    /// Acknowledges what an end has received, unless already done.
    void acknowledge(long atNanos, TcpEnd end) {
        if (end.acknowledged != peer(end).sequence && !closed) {
            end.acknowledged = peer(end).sequence;
            control(atNanos, end, Segment.ACK);
        }
    }

    /// Ends it.
    ///
    /// @param delayNanos the delay of a packet
    void close(long atNanos, long delayNanos) {
        flush(atNanos, initiator);
        flush(atNanos, acceptor);
        closed = true;
        initiator.acknowledged = acceptor.sequence;
        control(atNanos, initiator, Segment.FIN | Segment.ACK);
        initiator.sequence++;
        acceptor.acknowledged = initiator.sequence;
        control(atNanos + delayNanos, acceptor, Segment.FIN | Segment.ACK);
        acceptor.sequence++;
        initiator.acknowledged = acceptor.sequence;
        control(atNanos + 2 * delayNanos, initiator, Segment.ACK);
    }

    /// Whether it has ended.
    boolean isClosed() {
        return closed;
    }

    /// When its last frame so far is sent.
    long lastNanos() {
        return lastNanos;
    }

    private void control(long atNanos, TcpEnd end, int flags) {
        frame.begin(end.held(), 0, 0);
        send(atNanos, end, flags, List.of());
    }

    private void send(long atNanos, TcpEnd end, int flags, List<GroundTruthEntry> completed) {
        lastNanos = Math.max(atNanos, lastNanos + LEAST_NANOS_BETWEEN);
        boolean first = flags == Segment.SYN;
        Segment segment = new Segment(end.sequence, first ? 0 : end.acknowledged, flags);
        packets.segment(lastNanos, frame, end.socket.flowTo(peer(end).socket), segment, completed);
    }
}
