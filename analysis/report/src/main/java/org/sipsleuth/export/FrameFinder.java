package org.sipsleuth.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.capture.CaptureOption;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.file.MergedFrames;
import org.sipsleuth.capture.layer.FrameDecoder;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.stream.tcp.SegmentSink;
import org.sipsleuth.capture.stream.tcp.TcpEnds;
import org.sipsleuth.capture.stream.tcp.TcpSegment;
import org.sipsleuth.capture.stream.tcp.TcpStreams;
import org.sipsleuth.run.RunMonitor;

/// Reads the frames of the captures, and adds to those that carry chosen messages what is needed to
/// decode them: the other fragments of their packets, and of their TCP connections what
/// [ChosenConnection] selects.
final class FrameFinder {

    private final List<CaptureFile> captures;
    private final ChosenFrames frames;
    private final ChosenFrames sealed;
    private final Map<TcpEnds, ChosenConnection> connections = new HashMap<>();
    private final List<List<FrameNumber>> groups = new ArrayList<>();
    private final ClientRandoms randoms = new ClientRandoms();
    private final List<byte[]> keyLogs = new ArrayList<>();
    private final List<List<CaptureOption>> sections = new ArrayList<>();

    /// @param frames those that carry chosen messages; more are added
    /// @param sealed those of them that can be read only with all that came before
    FrameFinder(List<CaptureFile> captures, ChosenFrames frames, ChosenFrames sealed) {
        this.captures = captures;
        this.frames = frames;
        this.sealed = sealed;
    }

    /// Finds the frames.
    ///
    /// @param hasStreams whether a chosen frame carries TCP
    void find(boolean hasStreams, RunMonitor monitor) throws IOException {
        MergedFrames first = run("Selecting frames", this::choose, monitor);
        for (int i = 0; i < captures.size(); i++) {
            keyLogs.addAll(first.reader(i).keyLogs());
            sections.add(first.reader(i).sectionOptions());
        }
        if (hasStreams && !connections.isEmpty()) {
            TcpStreams streams = new TcpStreams(new FrameAccounting(0), randoms);
            run("Selecting segments", (segment, packet) -> look(segment, packet, streams), monitor);
            streams.finish();
        }
        for (List<FrameNumber> group : groups) {
            if (frames.hasAny(group)) {
                frames.addAll(group);
            }
        }
    }

    private MergedFrames run(String stage, SegmentSink segments, RunMonitor monitor) throws IOException {
        List<FrameDecoder> decoders = new ArrayList<>();
        for (CaptureFile capture : captures) {
            decoders.add(FrameDecoder.ofSegments(decoders.size(), capture, this::take, segments));
        }
        MergedFrames merged = new MergedFrames(captures, stage, monitor);
        while (merged.next()) {
            decoders.get(merged.file()).decode(merged.frame());
        }
        return merged;
    }

    /// A packet that is no TCP.
    private boolean take(Packet packet) {
        List<FrameNumber> its = packet.frames();
        if (its.size() > 1 && frames.hasAny(its)) {
            frames.addAll(its);
        }
        return true;
    }

    private void choose(TcpSegment segment, Packet packet) {
        List<FrameNumber> its = packet.frames();
        if (frames.hasAny(its)) {
            TcpEnds sender = TcpEnds.of(segment.arrival());
            connections.computeIfAbsent(sender.either(), _ -> new ChosenConnection())
                    .choose(segment, sender.equals(sender.either()), sealed.hasAny(its));
        }
    }

    private void look(TcpSegment segment, Packet packet, TcpStreams streams) {
        TcpEnds sender = TcpEnds.of(segment.arrival());
        ChosenConnection connection = connections.get(sender.either());
        if (connection == null) {
            return;
        }
        List<FrameNumber> its = packet.frames();
        boolean isForth = sender.equals(sender.either());
        List<FrameNumber> along = connection.look(segment, its, isForth, sealed.hasAny(its));
        if (its.size() > 1 && frames.hasAny(its)) {
            groups.add(its);
        }
        frames.addAll(along);
        if (connection.isSealed()) {
            streams.take(segment);
        }
    }

    /// What the clients of the TLS connections drew.
    ClientRandoms randoms() {
        return randoms;
    }

    /// The key logs that the captures carry.
    List<byte[]> keyLogs() {
        return keyLogs;
    }

    /// The section headers of each capture.
    List<List<CaptureOption>> sections() {
        return sections;
    }
}
