package org.sipsleuth.simulate.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.sipsleuth.capture.wire.FrameBuffer;
import org.sipsleuth.capture.wire.FrameSink;
import org.sipsleuth.capture.wire.PacketWriter;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.message.Mutation;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.SignalWriter;
import org.sipsleuth.simulate.network.MediaSink;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.network.Tap;
import org.sipsleuth.simulate.wire.output.CaptureWriter;
import org.sipsleuth.simulate.wire.output.FrameOrder;
import org.sipsleuth.truth.GroundTruthEntry;
import org.sipsleuth.truth.MessageFacts;
import org.sipsleuth.truth.MutatedBytes;

/// The capture point: turns the messages that pass into frames of a file, over UDP or TCP.
public final class Wire implements Tap {

    private final FrameOrder order;
    private final PacketWriter<List<GroundTruthEntry>> packets;
    private final TcpConnections connections;
    private final RtpStreams media;
    private final WireSettings settings;
    private final SignalWriter text = new SignalWriter();
    private final FrameBuffer frame = new FrameBuffer();
    private long passedNanos;

    /// @param out receives the frames, in the order of time
    public Wire(Timeline timeline, SeededRandom draws, WireSettings settings, CaptureWriter out) {
        this.settings = settings;
        LongSupplier now = plansEvents() ? timeline::nowNanos : () -> passedNanos;
        this.order = new FrameOrder(out, now, lagNanos(settings));
        this.packets = new PacketWriter<>(settings.link(), settings.tunnel(), settings.mtu(), into(order));
        this.connections = new TcpConnections(timeline, draws.of("tcp"), packets, settings.path().delayNanos());
        this.media = new RtpStreams(timeline, draws.of("rtp"), packets, settings.rtp() == RtpMode.FULL,
                settings.path().loss());
    }

    private static FrameSink<List<GroundTruthEntry>> into(FrameOrder order) {
        return (at, bytes, from, length, entries) -> order.add(at, bytes, from, length,
                entries == null ? List.of() : entries);
    }

    /// Whether it plans events of its own, as connections and media do. If not, messages can pass
    /// later than they are sent.
    boolean plansEvents() {
        return settings.reliable() || settings.rtp() != RtpMode.NONE;
    }

    /// How far back a frame may lie that is created later: of a handshake, or of the end of a
    /// call's media.
    private static long lagNanos(WireSettings settings) {
        long handshake = settings.reliable() ? TcpConnections.MOST_ROUND_TRIP_NANOS : 0;
        long talk = settings.rtp() == RtpMode.SPARSE ? (RtpStreams.SOME_PACKETS + 1) * RtpStream.PACKET_NANOS : 0;
        return Math.max(handshake, talk);
    }

    /// The sink for media.
    public MediaSink media() {
        return media;
    }

    @Override
    public void pass(long atNanos, Signal signal, Socket from, Socket to) {
        passedNanos = atNanos;
        int length = text.write(signal);
        GroundTruthEntry entry = entry(signal, from, to);
        if (settings.reliable()) {
            connections.send(text.bytes(), length, from, to, entry);
        } else {
            frame.begin(text.bytes(), 0, length);
            packets.datagram(atNanos, frame, from.flowTo(to), List.of(entry));
        }
    }

    private GroundTruthEntry entry(Signal signal, Socket from, Socket to) {
        List<MutatedBytes> mutated = List.of();
        if (!text.mutations().isEmpty()) {
            mutated = new ArrayList<>();
            for (Mutation mutation : text.mutations()) {
                mutated.add(new MutatedBytes(mutation.from(), mutation.to(), mutation.what(), mutation.rule()));
            }
        }
        return new GroundTruthEntry(signal.label, signal.callId, from.host().toString(), to.host().toString(),
                facts(signal), mutated);
    }

    private static MessageFacts facts(Signal signal) {
        boolean isNormal = signal.label.attack() == null && signal.label.dialog().attack() == null;
        return new MessageFacts(signal.isRequest(), signal.vias.size() > 1, signal.method, signal.status,
                isNormal ? "" : signal.from.user(), // nobody asks for the many others
                isNormal ? "" : signal.to.user());
    }

    /// Writes the frames that are still queued.
    ///
    /// @param endNanos frames after it are omitted
    public void finish(long endNanos) {
        order.release(endNanos);
    }
}
