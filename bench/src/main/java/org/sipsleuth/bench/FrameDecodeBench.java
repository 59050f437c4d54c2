package org.sipsleuth.bench;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sipsleuth.bench.capture.CallCapture;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.layer.FrameDecoder;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.TwoStreams;
import org.sipsleuth.sip.SipParser;

/// Takes the layers off frames and puts TCP streams together, up to where a message would be
/// parsed.
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FrameDecodeBench {

    private static final int MESSAGES = 500;

    /// What the frames look like.
    @Param public FrameShape shape = FrameShape.UDP;

    private final FrameAccounting account = new FrameAccounting(0);
    private FramesInMemory frames = new FramesInMemory(FrameShape.UDP, List.of());
    private FrameDecoder decoder = decoder();
    private long payloadBytes;

    /// Invents the frames.
    @Setup
    public void invent() throws IOException {
        List<byte[]> messages = CallCapture.messages(MESSAGES, "");
        frames = new FramesInMemory(shape, messages);
        decoder = decoder();
        long sipBytes = messages.stream().mapToLong(message -> message.length).sum();
        long expected =
                switch (shape) {
                    case UDP, VLAN_GRE -> 2 * sipBytes;
                    case TCP -> sipBytes;
                    case RTP -> 0;
                };
        if (decode(new Counted.Frames()) != expected) {
            throw new IllegalStateException("the frames did not give what they hold");
        }
    }

    /// Decodes all of them once.
    ///
    /// @return the bytes that could be SIP
    @Benchmark
    public long decode(Counted.Frames counted) {
        payloadBytes = 0;
        for (int i = 0; i < frames.size(); i++) {
            decoder.decode(frames.get(i));
        }
        counted.frames += frames.size();
        return payloadBytes;
    }

    private FrameDecoder decoder() {
        return new FrameDecoder(
                0,
                FileBytes.of(frames.bytes()),
                account,
                this::take,
                _ -> new TwoStreams(new Taker(), new Taker()));
    }

    /// As the reading of files does it: what cannot begin a message goes to the account.
    private boolean take(Packet packet) {
        byte first = packet.bytes().get(ValueLayout.JAVA_BYTE, packet.payloadOffset());
        if (!SipParser.mayBegin(first)) {
            return false;
        }
        payloadBytes += packet.payloadBytes();
        return true;
    }

    /// Takes the bytes of a stream.
    private final class Taker implements ByteStream {

        @Override
        public Verdict data(Arrival arrival, byte[] bytes, int from, int to, Provenance origin) {
            payloadBytes += to - from;
            return Verdict.GAVE;
        }

        @Override
        public Verdict gap(Arrival arrival, long missingBytes) {
            throw new IllegalStateException("bytes are missing in a stream that was made whole");
        }

        @Override
        public void end() {}
    }
}
