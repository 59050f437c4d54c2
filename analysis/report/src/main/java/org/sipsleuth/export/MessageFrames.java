package org.sipsleuth.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Which frames carry bytes of the chosen messages.
///
/// A stream can be read only where a message begins. So where a frame of TCP carries parts of
/// several messages, all of them come along whole, and so do those that share their other frames.
final class MessageFrames {

    private static final int MESSAGES_BETWEEN_LOOKS = 4_096;

    private final SipIndex index;
    private final RunMonitor monitor;
    private final ChosenFrames frames;

    /// Those that can be read only with all that came before in their connection.
    private final ChosenFrames sealed;

    private final BitSet messages = new BitSet();
    private boolean hasStreams;

    MessageFrames(SipIndex index, RunMonitor monitor) {
        this.index = index;
        this.monitor = monitor;
        int files = index.captures().size();
        frames = new ChosenFrames(files);
        sealed = new ChosenFrames(files);
    }

    /// Finds the frames.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    void find(BitSet chosen) {
        boolean areAll = chosen.cardinality() == index.messages().size();
        Map<FrameNumber, List<Integer>> neighbours = areAll ? Map.of() : neighbours(chosen);
        ArrayDeque<Integer> left = new ArrayDeque<>();
        chosen.stream().forEach(left::add);
        messages.or(chosen);
        int looks = 0;
        for (Integer message = left.poll(); message != null; message = left.poll()) {
            if (looks++ % MESSAGES_BETWEEN_LOOKS == 0) {
                monitor.throwIfCancelled();
            }
            for (FrameNumber frame : framesOf(message)) {
                for (int other : neighbours.getOrDefault(frame, List.of())) {
                    if (!messages.get(other)) {
                        messages.set(other);
                        left.add(other);
                    }
                }
            }
        }
    }

    private List<FrameNumber> framesOf(int message) {
        Provenance provenance = index.provenance(message);
        boolean isStream = index.messages().layers(message).contains("TCP");
        boolean isSealed = !provenance.verbatim() || (isStream && index.messages().transport(message) != Transport.TCP);
        hasStreams |= isStream;
        List<FrameNumber> its = new ArrayList<>(1);
        for (Provenance.Piece piece : provenance.pieces()) {
            FrameNumber frame = new FrameNumber(piece.file(), piece.frame());
            its.add(frame);
            frames.add(frame);
            if (isSealed) {
                sealed.add(frame);
            }
        }
        FrameNumber completing = new FrameNumber(index.messages().file(message), index.messages().frame(message));
        frames.add(completing);
        return its;
    }

    /// Of connections that carry a chosen message in plain TCP: the messages that each frame holds
    /// bytes of.
    private Map<FrameNumber, List<Integer>> neighbours(BitSet chosen) {
        MessageTable table = index.messages();
        Set<Long> connections = new HashSet<>();
        chosen.stream()
                .filter(message -> table.transport(message) == Transport.TCP)
                .forEach(message -> connections.add(connection(message)));
        Map<FrameNumber, List<Integer>> neighbours = new HashMap<>();
        for (int message = 0; message < table.size() && !connections.isEmpty(); message++) {
            if (message % MESSAGES_BETWEEN_LOOKS == 0) {
                monitor.throwIfCancelled();
            }
            if (table.transport(message) == Transport.TCP && connections.contains(connection(message))) {
                for (Provenance.Piece piece : index.provenance(message).pieces()) {
                    neighbours.computeIfAbsent(new FrameNumber(piece.file(), piece.frame()), _ -> new ArrayList<>(1))
                            .add(message);
                }
            }
        }
        return neighbours;
    }

    /// The same for both directions.
    private long connection(int message) {
        int source = index.messages().source(message);
        int destination = index.messages().destination(message);
        return (long) Math.min(source, destination) << Integer.SIZE | Math.max(source, destination);
    }

    /// The frames found.
    ChosenFrames frames() {
        return frames;
    }

    /// Those of them that carry TLS, WebSocket, or other bytes that must be opened.
    ChosenFrames sealed() {
        return sealed;
    }

    /// The chosen messages, and those that come along.
    BitSet messages() {
        return messages;
    }

    /// Whether a frame carries TCP.
    boolean hasStreams() {
        return hasStreams;
    }
}
