package org.sipsleuth.dialog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sipsleuth.bench.Counted;
import org.sipsleuth.bench.capture.CallCapture;
import org.sipsleuth.bench.capture.CaptureSettings;
import org.sipsleuth.bench.capture.Packets;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.part.ExtractedMessage;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

/// Joins messages that were parsed before to dialogs and transactions.
///
/// The same calls come again and again, each time with other Call-IDs, so that the tables grow
/// while the messages stay in the processor's cache, where the reading has them too. In this
/// package because the tables that grow are known to it alone.
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class DialogJoinBench {

    private static final int MESSAGES_OF_A_ROUND = 700;
    private static final long NANOS_BETWEEN_MESSAGES = 1_000_000;
    private static final long IPV4_AS_IPV6 = 0xffff_0000_0000L;
    private static final int SOURCE_AT = 14 + 12;
    private static final int SIP_PORT = 5060;

    /// How many messages go into one index.
    @Param({"10000", "100000", "1000000"})
    public int size;

    private final List<ExtractedMessage> found = new ArrayList<>();
    private final List<byte[]> bytes = new ArrayList<>();

    /// Invents the calls.
    @Setup
    public void invent() throws IOException {
        CallCapture.forEach(
                CaptureSettings.signalling(MESSAGES_OF_A_ROUND), (_, frame) -> add(frame));
    }

    private void add(byte[] frame) {
        byte[] message = Packets.payload(frame);
        ByteBuffer addresses = ByteBuffer.wrap(frame).position(SOURCE_AT);
        ExtractedMessage parsed = new ExtractedMessage(new SipLayout());
        parsed.length = message.length;
        parsed.arrival.from(0, IPV4_AS_IPV6 | Integer.toUnsignedLong(addresses.getInt()));
        parsed.arrival.to(0, IPV4_AS_IPV6 | Integer.toUnsignedLong(addresses.getInt()));
        parsed.arrival.over(Transport.UDP, SIP_PORT, SIP_PORT);
        parsed.arrival.through(List.of("Ethernet", "IPv4", "UDP"));
        if (!SipParser.parse(message, 0, message.length, parsed.layout)) {
            throw new IllegalStateException("an invented message is none");
        }
        found.add(parsed);
        bytes.add(message);
    }

    /// Fills an index.
    ///
    /// @return how many dialogs it has
    @Benchmark
    public int join(Counted.Messages counted) {
        IndexBuilder index = new IndexBuilder(false);
        int dialogs = 0;
        for (int i = 0; i < size; i++) {
            int place = i % found.size();
            ExtractedMessage message = found.get(place);
            byte[] its = bytes.get(place);
            number(i / found.size(), its, message.layout.from(Part.CALL_ID));
            message.frame = i + 1;
            message.arrival.at(message.frame, i * NANOS_BETWEEN_MESSAGES);
            dialogs = Math.max(dialogs, index.add(message, its) + 1);
        }
        counted.messages += size;
        return dialogs;
    }

    /// Writes eight digits over the first ones of a Call-ID.
    private static void number(int round, byte[] message, int at) {
        for (int i = 0; i < Integer.SIZE / 4; i++) {
            message[at + i] = (byte) Character.forDigit((round >>> (4 * i)) & 0xf, 16);
        }
    }
}
