package org.sipsleuth.simulate.network;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.clock.Draws;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.message.Signal;

/// Delivers messages between sockets.
///
/// The capture is made where the tapped sockets are: what they send is seen when it is sent, what
/// they get when it arrives; what happens between others is not seen. Messages to nobody vanish.
public final class Network {

    /// From one socket to another.
    private static final class Way {

        /// When the last packet arrives.
        long arrival;
    }

    private static final class Seat {
        final Node node;
        final boolean tapped;
        boolean left;

        /// By where they go.
        final Map<Socket, Way> ways = new HashMap<>();

        Seat(Node node, boolean tapped) {
            this.node = node;
            this.tapped = tapped;
        }
    }

    private final Timeline timeline;
    private final Draws draws;
    private final Tap tap;
    private final boolean reliable;
    private final Map<Socket, Seat> seats = new HashMap<>();
    private Path path;
    private @Nullable MediaSink mediaSink;

    /// @param path the way between any two sockets
    /// @param reliable whether nothing is lost or overtaken, as over TCP
    public Network(Timeline timeline, Draws draws, Tap tap, Path path, boolean reliable) {
        this.timeline = timeline;
        this.draws = draws;
        this.tap = tap;
        this.path = path;
        this.reliable = reliable;
    }

    /// Whether nothing is lost or overtaken.
    public boolean isReliable() {
        return reliable;
    }

    /// Seats a node at a socket where the capture is made.
    public void joinTapped(Socket socket, Node node) {
        sit(socket, new Seat(node, true));
    }

    /// Seats a node at a socket somewhere else.
    public void join(Socket socket, Node node) {
        sit(socket, new Seat(node, false));
    }

    private void sit(Socket socket, Seat seat) {
        Seat before = seats.put(socket, seat);
        if (before != null) {
            before.left = true;
        }
    }

    /// Frees a socket.
    public void leave(Socket socket) {
        Seat seat = seats.remove(socket);
        if (seat != null) {
            seat.left = true;
        }
    }

    /// Changes the way from now on.
    public void become(Path next) {
        path = next;
    }

    /// Whether anybody sits at a socket.
    public boolean isTaken(Socket socket) {
        return seats.containsKey(socket);
    }

    /// Whether anybody wants to be told of media.
    public boolean tellsMedia() {
        return mediaSink != null;
    }

    /// Tells of all media from now on.
    public void tellMedia(MediaSink sink) {
        mediaSink = sink;
    }

    /// Says that media flow.
    public void begin(Media media) {
        if (mediaSink != null) {
            mediaSink.begins(media);
        }
    }

    /// Says that media flow no longer.
    public void end(Media media) {
        if (mediaSink != null) {
            mediaSink.ends(media);
        }
    }

    /// Sends a message.
    ///
    /// @param from the sender's socket, or one it pretends to have
    public void send(Signal signal, Socket from, Socket to) {
        Seat sender = seats.get(from);
        Seat receiver = seats.get(to);
        boolean seenAtSender = sender != null && sender.tapped;
        if (seenAtSender) {
            tap.pass(timeline.nowNanos(), signal, from, to);
        }
        if (receiver == null || (!reliable && path.loss() > 0 && draws.chance(path.loss()))) {
            return;
        }
        boolean seenAtReceiver = receiver.tapped && !seenAtSender;
        Runnable delivery = () -> deliver(signal, from, to, receiver, seenAtReceiver);
        timeline.at(arrival(sender, to), delivery);
        if (!reliable && path.doubled() > 0 && draws.chance(path.doubled())) {
            timeline.at(arrival(sender, to), delivery);
        }
    }

    /// When a packet arrives: not before one that was sent earlier on the same way, unless it is to
    /// come late.
    private long arrival(@Nullable Seat sender, Socket to) {
        long arrival = timeline.nowNanos() + path.delayNanos();
        if (reliable) {
            return arrival;
        }
        if (path.late() > 0 && draws.chance(path.late())) {
            return arrival + Path.LATE_NANOS;
        }
        if (path.jitterNanos() > 0) {
            arrival += (long) draws.exponential((double) path.jitterNanos());
        }
        if (sender == null) {
            return arrival;
        }
        Way way = sender.ways.computeIfAbsent(to, _ -> new Way());
        way.arrival = Math.max(way.arrival, arrival);
        return way.arrival;
    }

    private void deliver(Signal signal, Socket from, Socket to, Seat expected, boolean seen) {
        if (seen) {
            tap.pass(timeline.nowNanos(), signal, from, to);
        }
        Seat receiver = expected.left ? seats.get(to) : expected;
        if (receiver != null) {
            receiver.node.receive(signal, from, to);
        }
    }
}
