package org.sipsleuth.bench;

import java.io.IOException;
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
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

/// Finds the parts of messages, one after the other, each another one of its kind.
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SipParseBench {

    private static final String ALL_KINDS = "all";
    private static final int MESSAGES = 1_000;

    /// What the messages begin with. An INVITE has a session description.
    @Param({ALL_KINDS, "INVITE", "SIP/2.0 200", "REGISTER", "ACK"})
    public String kind = "";

    private final SipLayout layout = new SipLayout();
    private List<byte[]> messages = List.of();
    private long bytes;

    /// Invents the messages.
    @Setup
    public void invent() throws IOException {
        messages = CallCapture.messages(MESSAGES, kind.equals(ALL_KINDS) ? "" : kind);
        bytes = messages.stream().mapToLong(message -> message.length).sum();
        for (byte[] message : messages) {
            if (!SipParser.parse(message, 0, message.length, layout) || layout.defectCount() > 0) {
                throw new IllegalStateException("an invented message is not as it should be");
            }
        }
    }

    /// Parses all of them once.
    ///
    /// @return how many are messages
    @Benchmark
    public int parse(Counted.Messages counted, Counted.Volume volume) {
        int parsed = 0;
        for (byte[] message : messages) {
            parsed += SipParser.parse(message, 0, message.length, layout) ? 1 : 0;
        }
        counted.messages += parsed;
        volume.add(bytes);
        return parsed;
    }
}
