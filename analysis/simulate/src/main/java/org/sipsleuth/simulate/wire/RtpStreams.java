package org.sipsleuth.simulate.wire;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.sipsleuth.capture.wire.FrameBuffer;
import org.sipsleuth.capture.wire.PacketWriter;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.network.Media;
import org.sipsleuth.simulate.network.Media.Direction;
import org.sipsleuth.simulate.network.MediaSink;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.GroundTruthEntry;

/// The media of all calls in progress.
final class RtpStreams implements MediaSink {

    /// The number of packets written at the start and the end of a stream if not all are written.
    static final int SOME_PACKETS = 10;

    private static final int PACKETS_BETWEEN_REPORTS = 250;

    private final Timeline timeline;
    private final SeededRandom draws;
    private final PacketWriter<List<GroundTruthEntry>> packets;
    private final boolean all;
    private final double loss;
    private final FrameBuffer frame = new FrameBuffer();
    private final byte[] bytes = new byte[RtpStream.MOST_BYTES];
    private final IdentityHashMap<Media, List<RtpStream>> going = new IdentityHashMap<>();
    private long begun;

    /// @param all whether all packets are written, with RTCP reports
    /// @param loss the share of packets that is lost
    RtpStreams(Timeline timeline, SeededRandom draws, PacketWriter<List<GroundTruthEntry>> packets, boolean all,
            double loss) {
        this.timeline = timeline;
        this.draws = draws;
        this.packets = packets;
        this.all = all;
        this.loss = loss;
    }

    @Override
    public void begins(Media media) {
        List<RtpStream> streams = new ArrayList<>();
        if (media.direction() == Direction.BOTH || media.direction() == Direction.CALLER) {
            streams.add(stream(media.caller(), media.callee(), media));
        }
        if (media.direction() == Direction.BOTH || media.direction() == Direction.CALLEE) {
            streams.add(stream(media.callee(), media.caller(), media));
        }
        going.put(media, streams);
        streams.forEach(stream -> plan(media, stream, 0));
    }

    private RtpStream stream(Socket from, Socket to, Media media) {
        SeededRandom own = draws.of("stream", begun++);
        return new RtpStream(from, to, media.codec(), timeline.nowNanos(), own);
    }

    private void plan(Media media, RtpStream stream, long packet) {
        if (all || packet < SOME_PACKETS) {
            timeline.at(stream.timeOf(packet), () -> send(media, stream, packet));
        }
    }

    private void send(Media media, RtpStream stream, long packet) {
        if (!going.containsKey(media)) {
            return;
        }
        packet(timeline.nowNanos(), stream, packet);
        if (all && packet % PACKETS_BETWEEN_REPORTS == PACKETS_BETWEEN_REPORTS - 1) {
            report(stream, packet + 1);
        }
        plan(media, stream, packet + 1);
    }

    @Override
    public void ends(Media media) {
        List<RtpStream> streams = going.remove(media);
        if (all || streams == null) {
            return;
        }
        long now = timeline.nowNanos();
        for (RtpStream stream : streams) {
            long count = stream.packetsUntil(now);
            for (long i = Math.max(SOME_PACKETS, count - SOME_PACKETS); i < count; i++) {
                long at = stream.timeOf(i);
                if (at < now) {
                    packet(at, stream, i);
                }
            }
        }
    }

    private void packet(long atNanos, RtpStream stream, long number) {
        if (loss > 0 && draws.chance(loss)) {
            return;
        }
        frame.begin(bytes, 0, stream.write(number, bytes));
        packets.datagram(atNanos, frame, stream.from.flowTo(stream.to), List.of());
    }

    private void report(RtpStream stream, long count) {
        long now = timeline.nowNanos();
        frame.begin(bytes, 0, stream.writeReport(count, now, bytes));
        packets.datagram(now, frame, above(stream.from).flowTo(above(stream.to)), List.of());
    }

    /// The port for RTCP.
    private static Socket above(Socket media) {
        return new Socket(media.host(), media.port() + 1);
    }
}
