package org.sipsleuth.capture.stream.tcp;

import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.LatestEntries;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ConversationSink;

/// Reassembles the TCP connections of a capture (RFC 9293), whatever the order of their
/// segments, repeated, overlapping, or with some missing. `docs/STREAMS.md` describes the rules.
///
/// Every frame that is taken completes a message or is counted once in the account. A connection
/// is kept only once it carried data, so that SYN alone costs next to nothing.
public final class TcpStreams {

    /// Of more connections, the ones that were silent for longest are taken to have ended.
    static final int MOST_CONNECTIONS = 1 << 15;

    private static final int MOST_ANNOUNCED = 1 << 14;

    private final FrameAccounting account;
    private final ConversationSink sink;
    private final WaitingDirections waiting;

    /// The connections, the longest silent first.
    private final LinkedHashMap<TcpEnds, TcpConnection> connections = new LinkedHashMap<>(16, 0.75f, true);

    /// The first sequence numbers that SYNs announced for data which has not come yet.
    private final Map<TcpEnds, Integer> announced = LatestEntries.lastPut(MOST_ANNOUNCED);

    private final ConnectionAttempts attempts;

    /// Streams of which nobody asks what waits.
    ///
    /// @param account receives the result of each frame that completes no message
    /// @param sink receives the connections
    public TcpStreams(FrameAccounting account, ConversationSink sink) {
        this(account, sink, new Withheld());
    }

    /// @param account receives the result of each frame that completes no message
    /// @param sink receives the connections
    /// @param withheld learns of bytes that wait
    public TcpStreams(FrameAccounting account, ConversationSink sink, Withheld withheld) {
        this.waiting = new WaitingDirections(withheld);
        this.account = account;
        this.sink = sink;
        this.attempts = new ConnectionAttempts(account);
    }

    /// What all streams keep while they wait for missing bytes.
    long keptBytes() {
        return waiting.keptBytes();
    }

    /// How many connections are known.
    int connections() {
        return connections.size();
    }

    /// Takes a segment.
    public void take(TcpSegment segment) {
        waiting.pass(segment.arrival().capturedAtNanos());
        TcpEnds sender = TcpEnds.of(segment.arrival());
        TcpConnection connection = connections.get(sender.either());
        if (segment.opens()) {
            attempts.asked(sender, segment);
        } else if (segment.has(TcpSegment.SYN) || segment.has(TcpSegment.RST)) {
            attempts.answered(sender, segment);
        }
        if (segment.has(TcpSegment.SYN)) {
            announce(sender, segment, connection);
        }
        if (connection != null && segment.has(TcpSegment.ACK) && !acknowledgesLater(connection, sender, segment)) {
            connection.to(sender).acknowledged(segment.acknowledgment());
        }
        if (segment.sentBytes() == 0 || segment.has(TcpSegment.RST)) {
            account.count(UnreadReason.TCP_EMPTY, 0, segment.arrival().frame());
        } else {
            connection = carry(sender, segment, connection);
        }
        if (connection != null) {
            close(connection, sender, segment);
        }
    }

    /// Says that there are no more segments.
    public void finish() {
        connections.values().forEach(TcpConnection::end);
        connections.clear();
    }

    private void announce(TcpEnds sender, TcpSegment segment, @Nullable TcpConnection connection) {
        announce(sender, segment.dataSequence(), connection);
        TcpEnds receiver = sender.reversed();
        int answered = segment.acknowledgment();
        boolean answersAnother = connection == null || !connection.to(sender).goesOnNear(answered);
        if (segment.has(TcpSegment.ACK) && answersAnother && !announced.containsKey(receiver)) {
            announce(receiver, answered, connection);
        }
    }

    private void announce(TcpEnds sender, int first, @Nullable TcpConnection connection) {
        if (connection == null || !connection.isOpenAt(sender, first)) {
            announced.put(sender, first);
        }
    }

    /// Whether the other side has begun again, and it is that which is acknowledged. What announced
    /// the data of a direction that has some is forgotten: what is there came later.
    private boolean acknowledgesLater(TcpConnection connection, TcpEnds sender, TcpSegment segment) {
        Integer later = announced.get(sender.reversed());
        if (later == null || !connection.to(sender).isStarted()) {
            return false;
        }
        int ahead = segment.acknowledgment() - later;
        return ahead >= 0 && ahead <= StreamPlaces.FAR_BYTES;
    }

    /// Gives payload to its connection.
    private @Nullable TcpConnection carry(TcpEnds sender, TcpSegment segment, @Nullable TcpConnection known) {
        Integer first = announcedFor(sender, segment);
        TcpConnection connection = known;
        if (connection == null || isOver(connection, sender, segment, first)) {
            if (connection == null && opensNothing(segment, first != null)) {
                return null;
            }
            connection = open(sender, segment, connection);
        }
        TcpDirection direction = connection.from(sender);
        if (!direction.isStarted()) {
            announced.remove(sender);
        }
        direction.take(segment, first);
        return connection;
    }

    /// What a SYN announced, if the segment can belong to it.
    private @Nullable Integer announcedFor(TcpEnds sender, TcpSegment segment) {
        Integer first = announced.get(sender);
        if (first == null) {
            return null;
        }
        int ahead = segment.dataSequence() - first;
        return ahead >= 0 && ahead <= StreamPlaces.FAR_BYTES ? first : null;
    }

    /// Whether a segment belongs to a later connection between the same ports.
    ///
    /// @param first what a SYN announced, if the segment can belong to it
    private boolean isOver(TcpConnection connection, TcpEnds sender, TcpSegment segment, @Nullable Integer first) {
        TcpDirection direction = connection.from(sender);
        TcpDirection other = connection.to(sender);
        int sequence = segment.dataSequence();
        boolean bothBeginAnew =
                first != null && other.isStarted() && other.isEnded() && announced.containsKey(sender.reversed());
        if (bothBeginAnew) {
            return true;
        }
        if (!direction.isStarted()) {
            return direction.isEnded();
        }
        if (direction.isEnded()) {
            boolean isProbe = segment.sentBytes() == 1 && !direction.isNew(sequence);
            boolean isNew = direction.isNew(sequence + segment.sentBytes());
            return first != null || (isNew && !isProbe);
        }
        boolean isNear = direction.isNear(sequence);
        return first != null ? first == sequence || !isNear : !isNear && other.isEnded();
    }

    /// Whether a segment is no beginning of a stream: nothing was captured of it, or it is a
    /// keep-alive that repeats a byte from before the capture as zero.
    ///
    /// @param announced whether its connection's SYN was captured: then it repeats nothing
    private boolean opensNothing(TcpSegment segment, boolean announced) {
        TcpSegment.Payload payload = segment.payload();
        int frame = segment.arrival().frame();
        if (payload.length() == 0) {
            account.count(UnreadReason.TCP_CUT, 0, frame);
            return true;
        }
        boolean probe = !announced && payload.length() == 1
                && payload.bytes().get(ValueLayout.JAVA_BYTE, payload.offset()) == 0;
        if (probe) {
            account.count(UnreadReason.TCP_KEEP_ALIVE, 0, frame);
        }
        return probe;
    }

    private TcpConnection open(TcpEnds sender, TcpSegment segment, @Nullable TcpConnection earlier) {
        if (earlier != null) {
            earlier.end();
        } else if (connections.size() >= MOST_CONNECTIONS) {
            connections.pollFirstEntry().getValue().end();
        }
        TcpConnection connection = new TcpConnection(sender, sink.open(segment.arrival()), account, waiting);
        connections.put(sender.either(), connection);
        if (segment.has(TcpSegment.ACK)) {
            connection.to(sender).acknowledged(segment.acknowledgment());
        }
        return connection;
    }

    /// A reset ends what its sender sends; the other side may have sent more before it knew.
    private void close(TcpConnection connection, TcpEnds sender, TcpSegment segment) {
        TcpDirection direction = connection.from(sender);
        if (segment.has(TcpSegment.RST)) {
            if (knows(connection, sender, segment)) {
                if (!direction.isEnded()) {
                    attempts.reset(segment);
                }
                direction.end();
            }
        } else if (segment.has(TcpSegment.FIN)) {
            direction.finishAt(segment.dataSequence() + segment.sentBytes());
        }
    }

    /// Whether the sender of a reset knows the numbers of the connection. One that wants to break
    /// it blindly does not (RFC 5961 §3). To pass over a true one costs nothing: the ports are
    /// seen to be used again.
    private boolean knows(TcpConnection connection, TcpEnds sender, TcpSegment reset) {
        TcpDirection direction = connection.from(sender);
        if (direction.isAt(reset.sequence())) {
            return true;
        }
        Integer first = announced.get(sender);
        boolean follows = first != null && first == reset.sequence();
        boolean answers = reset.has(TcpSegment.ACK) && connection.to(sender).isStarted()
                && connection.to(sender).isAt(reset.acknowledgment());
        return !direction.isStarted() && (follows || answers);
    }
}
