package org.sipsleuth.simulate.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.wire.FrameBuffer;
import org.sipsleuth.capture.wire.PacketWriter;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.GroundTruthEntry;

/// The open TCP connections. One is opened for the first message between two sockets, and closed
/// when idle for a while.
final class TcpConnections {

    /// The two sockets of a connection.
    private record Pair(Socket one, Socket other) {}

    static final long MOST_ROUND_TRIP_NANOS = 100_000_000L;

    private static final int MOST_OPEN = 4096;
    private static final long MOST_SEQUENCE = (1L << Integer.SIZE) - 1;
    private static final long LEAST_ROUND_TRIP_NANOS = 200_000L;
    private static final long DELAYED_ACK_NANOS = 40_000_000L;
    private static final long SILENCE_NANOS = 60_000_000_000L;

    /// The share of messages that an end delays, to send a second one in the same segment.
    private static final double PATIENT = 0.05;

    private static final long MOST_PATIENCE_NANOS = 2_000_000L;

    private final Timeline timeline;
    private final SeededRandom draws;
    private final PacketWriter<List<GroundTruthEntry>> packets;
    private final FrameBuffer frame = new FrameBuffer();
    private final long roundTripNanos;
    private final long patienceNanos;
    private final Map<Pair, TcpConnection> open = new LinkedHashMap<>(16, 0.75f, true);

    /// @param delayNanos the delay of a packet
    TcpConnections(Timeline timeline, SeededRandom draws, PacketWriter<List<GroundTruthEntry>> packets,
            long delayNanos) {
        this.timeline = timeline;
        this.draws = draws;
        this.packets = packets;
        this.roundTripNanos = Math.clamp(2 * delayNanos, LEAST_ROUND_TRIP_NANOS, MOST_ROUND_TRIP_NANOS);
        this.patienceNanos = Math.min(delayNanos / 2, MOST_PATIENCE_NANOS); // before any answer
    }

    /// Sends a message over the connection of two sockets.
    void send(byte[] message, int length, Socket from, Socket to, GroundTruthEntry entry) {
        TcpConnection connection = connection(from, to);
        TcpEnd end = connection.end(from);
        end.hold(message, length, entry);
        if (end.waits) {
            return;
        }
        if (draws.chance(PATIENT)) {
            end.waits = true;
            timeline.in(patienceNanos, () -> flush(connection, end));
        } else {
            flush(connection, end);
        }
    }

    private void flush(TcpConnection connection, TcpEnd end) {
        end.waits = false;
        connection.flush(timeline.nowNanos(), end);
        TcpEnd peer = connection.peer(end);
        timeline.in(DELAYED_ACK_NANOS, () -> connection.acknowledge(timeline.nowNanos(), peer));
    }

    private TcpConnection connection(Socket from, Socket to) {
        Pair pair = new Pair(from, to);
        TcpConnection known = open.get(pair);
        if (known == null) {
            pair = new Pair(to, from);
            known = open.get(pair);
        }
        if (known != null && !known.isClosed()) {
            return known;
        }
        TcpConnection opened = opened(new Pair(from, to), known);
        if (known != null) {
            open.remove(pair);
        }
        open.put(new Pair(from, to), opened);
        return opened;
    }

    private TcpConnection opened(Pair pair, @Nullable TcpConnection before) {
        if (open.size() == MOST_OPEN) {
            Map.Entry<Pair, TcpConnection> eldest = open.entrySet().iterator().next();
            close(eldest.getKey(), eldest.getValue());
            open.remove(eldest.getKey());
        }
        TcpConnection connection =
                new TcpConnection(packets, frame, new TcpEnd(pair.one, (int) draws.between(0, MOST_SEQUENCE)),
                        new TcpEnd(pair.other, (int) draws.between(0, MOST_SEQUENCE)));
        long at = timeline.nowNanos() - roundTripNanos;
        connection.open(before == null ? at : Math.max(at, before.lastNanos()), roundTripNanos);
        timeline.in(SILENCE_NANOS, () -> closeIfSilent(pair, connection));
        return connection;
    }

    private void closeIfSilent(Pair pair, TcpConnection connection) {
        long silentSince = connection.lastNanos();
        if (connection.isClosed()) {
            return;
        }
        if (timeline.nowNanos() - silentSince < SILENCE_NANOS) {
            timeline.at(silentSince + SILENCE_NANOS, () -> closeIfSilent(pair, connection));
        } else {
            close(pair, connection);
        }
    }

    /// Closes a connection. It is kept until all its frames are sent, so that the next one of
    /// its sockets begins after them.
    private void close(Pair pair, TcpConnection connection) {
        if (!connection.isClosed()) {
            connection.close(timeline.nowNanos(), roundTripNanos / 2);
            timeline.at(connection.lastNanos() + 1, () -> open.remove(pair, connection));
        }
    }
}
