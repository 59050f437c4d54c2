package org.sipsleuth.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.LatestEntries;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.file.MergedFrames;
import org.sipsleuth.capture.layer.FrameDecoder;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Reads the frames of the captures again, and selects the media of some dialogs.
final class MediaScan {

    /// The names of its layers.
    private static final Set<String> IP = Set.of("IPv4", "IPv6");

    private static final int HOPS_AT = 56;
    private static final int MOST_REJECTED = 4_096;
    private static final long REJECTED_NANOS = 1_000_000_000L;

    /// Two ends between which nothing was found by ports.
    private record Flow(MediaPoint source, MediaPoint destination) implements Comparable<Flow> {
        @Override
        public int compareTo(Flow other) {
            int order = source.compareTo(other.source);
            return order != 0 ? order : destination.compareTo(other.destination);
        }
    }

    private final SipIndex index;
    private final Announcements announcements;
    private final boolean countsOnce;
    private final Consumer<MediaPacket> sink;
    private final StreamTable streams = new StreamTable();
    private final RtpHeader header = new RtpHeader();
    private final RunBudget budget = new RunBudget();

    /// Until when a flow is not looked at again.
    private final Map<Flow, Long> rejected = LatestEntries.lastPut(MOST_REJECTED);

    /// @param countsOnce whether packets that are also in a second file are skipped
    /// @param sink receives each media packet
    MediaScan(SipIndex index, Announcements announcements, boolean countsOnce, Consumer<MediaPacket> sink) {
        this.index = index;
        this.announcements = announcements;
        this.countsOnce = countsOnce;
        this.sink = sink;
    }

    /// Reads all frames.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    MediaStreams run(RunMonitor monitor) throws IOException {
        if (!announcements.isEmpty()) {
            List<CaptureFile> captures = index.captures();
            List<FrameDecoder> decoders = new ArrayList<>();
            for (CaptureFile capture : captures) {
                decoders.add(FrameDecoder.ofSegments(decoders.size(), capture, this::take, (_, _) -> {}));
            }
            MergedFrames merged = new MergedFrames(captures, "Searching media", monitor);
            while (merged.next()) {
                decoders.get(merged.file()).decode(merged.frame());
            }
        }
        return new MediaStreams(streams.streams(), streams.packetsLeftOut());
    }

    private boolean take(Packet packet) {
        Arrival arrival = packet.arrival();
        if (arrival.transport() == Transport.UDP
                && announcements.mayMatch(arrival.sourcePort(), arrival.destinationPort())) {
            MediaPoint source = new MediaPoint(arrival.sourceHigh(), arrival.sourceLow(), arrival.sourcePort());
            MediaPoint destination =
                    new MediaPoint(arrival.destinationHigh(), arrival.destinationLow(), arrival.destinationPort());
            if (header.read(packet)) {
                MediaKind kind = header.isRtcp() ? MediaKind.RTCP : MediaKind.RTP;
                take(packet, new StreamKey(kind, source, destination, header.ssrc()));
            }
        }
        return true;
    }

    private void take(Packet packet, StreamKey key) {
        FrameNumber frame = packet.frames().getLast();
        long nanos = packet.arrival().capturedAtNanos();
        StreamTally stream = streams.get(key);
        if (stream != null && stream.isInQuestion(nanos) && !stream.goesOn(find(key, nanos), nanos)) {
            streams.end(key);
            stream = null;
        }
        if (stream == null) {
            stream = begin(packet, key);
            if (stream == null) {
                return;
            }
        }
        if (frame.file() != stream.home() && nanos > endOf(stream.home())) {
            stream.move(frame.file());
        }
        if (frame.file() == stream.home()) {
            stream.add(header, packet.payloadBytes(), frame, nanos, hops(packet));
            sink.accept(new MediaPacket(packet, stream, header.payloadType()));
        } else {
            stream.addCopy(nanos);
            if (!countsOnce) {
                sink.accept(new MediaPacket(packet, stream, header.payloadType()));
            }
        }
    }

    /// The hops left in a packet; 0 if they are not known. A tunnel hides which way it took.
    private static int hops(Packet packet) {
        int layers = 0;
        for (String layer : packet.trail().names()) {
            layers += IP.contains(layer) ? 1 : 0;
        }
        return layers == 1 ? (int) (packet.arrival().headers() >>> HOPS_AT) : 0;
    }

    private long endOf(int file) {
        return index.files().get(file).lastNanos();
    }

    private @Nullable StreamTally begin(Packet packet, StreamKey key) {
        long nanos = packet.arrival().capturedAtNanos();
        Optional<StreamTally.Found> found = find(key, nanos);
        if (found.isEmpty()) {
            return null;
        }
        if (announcements.hasOthers() && found.get()
                .holders(nanos, key.kind() == MediaKind.RTCP)
                .stream()
                .noneMatch(announcements::isChosen)) {
            return null;
        }
        StreamTally stream = new StreamTally(key, found.get(), packet.frames().getLast(), nanos, budget);
        streams.add(stream);
        return stream;
    }

    private Optional<StreamTally.Found> find(StreamKey key, long nanos) {
        boolean isRtcp = key.kind() == MediaKind.RTCP;
        Optional<StreamTally.Found> found = announcements.byAddress(key.source(), key.destination(), nanos, isRtcp);
        if (found.isPresent()) {
            return found;
        }
        Flow flow = new Flow(key.source(), key.destination());
        if (rejected.getOrDefault(flow, Long.MIN_VALUE) > nanos) {
            return Optional.empty();
        }
        found = announcements.byPorts(key.source(), key.destination(), nanos, isRtcp);
        if (found.isEmpty()) {
            rejected.put(flow, nanos + REJECTED_NANOS);
        }
        return found;
    }
}
