package org.sipsleuth.simulate.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.message.Signal;

/// Delivers messages between sockets.
///
/// The capture is made where the tapped sockets are: what they send is seen when it is sent, what
/// they receive when it arrives; traffic between others is not seen. Messages to unused sockets
/// are lost.
public final class Network {

    /// From one socket to another.
    private static final class Route {

        /// When the last packet arrives.
        long arrival;
    }

    private static final class Seat {
        final Node node;
        final boolean tapped;
        boolean left;

        /// By destination.
        final Map<Socket, Route> routes = new HashMap<>();

        Seat(Node node, boolean tapped) {
            this.node = node;
            this.tapped = tapped;
        }
    }

    private final Timeline timeline;
    private final SeededRandom draws;
    private final Tap tap;
    private final boolean reliable;
    private final Map<Socket, Seat> seats = new HashMap<>();
    private Path path;
    private final List<Tap> listeners = new ArrayList<>();
    private @Nullable MediaSink mediaSink;

    /// @param path the path between any two sockets
    /// @param reliable whether nothing is lost or overtaken, as over TCP
    public Network(Timeline timeline, SeededRandom draws, Tap tap, Path path, boolean reliable) {
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

    /// Attaches a node to a tapped socket.
    public void joinTapped(Socket socket, Node node) {
        sit(socket, new Seat(node, true));
    }

    /// Attaches a node to a socket that is not tapped.
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

    /// Changes the path from now on.
    public void become(Path next) {
        path = next;
    }

    /// Whether a node is attached to a socket.
    public boolean isAttached(Socket socket) {
        return seats.containsKey(socket);
    }

    /// Lets somebody listen from now on: it sees what the capture sees. It must not send at once,
    /// only in a later event.
    public void overhear(Tap listener) {
        listeners.add(listener);
    }

    /// Whether a sink for media is set.
    public boolean reportsMedia() {
        return mediaSink != null;
    }

    /// Reports all media to a sink from now on.
    public void reportMediaTo(MediaSink sink) {
        mediaSink = sink;
    }

    /// Reports the start of a media stream.
    public void begin(Media media) {
        if (mediaSink != null) {
            mediaSink.begins(media);
        }
    }

    /// Reports the end of a media stream.
    public void end(Media media) {
        if (mediaSink != null) {
            mediaSink.ends(media);
        }
    }

    /// Sends a message.
    ///
    /// @param from the sender's socket, or a spoofed one
    public void send(Signal signal, Socket from, Socket to) {
        Seat sender = seats.get(from);
        Seat receiver = seats.get(to);
        boolean seenAtSender = sender != null && sender.tapped;
        if (seenAtSender) {
            pass(signal, from, to);
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

    private void pass(Signal signal, Socket from, Socket to) {
        tap.pass(timeline.nowNanos(), signal, from, to);
        for (Tap listener : listeners) {
            listener.pass(timeline.nowNanos(), signal, from, to);
        }
    }

    /// The arrival time of a packet: not before one that was sent earlier on the same route, unless
    /// it is to arrive late.
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
        Route route = sender.routes.computeIfAbsent(to, _ -> new Route());
        route.arrival = Math.max(route.arrival, arrival);
        return route.arrival;
    }

    private void deliver(Signal signal, Socket from, Socket to, Seat expected, boolean seen) {
        if (seen) {
            pass(signal, from, to);
        }
        Seat receiver = expected.left ? seats.get(to) : expected;
        if (receiver != null) {
            receiver.node.receive(signal, from, to);
        }
    }
}
