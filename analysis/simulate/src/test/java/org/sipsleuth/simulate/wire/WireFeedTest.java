package org.sipsleuth.simulate.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.wire.Link;
import org.sipsleuth.capture.wire.PcapOutput;
import org.sipsleuth.capture.wire.Tunnel;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.network.Tap;
import org.sipsleuth.simulate.wire.output.CaptureWriter;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.write.TruthWriter;

class WireFeedTest {

    private static final Socket ONE = new Socket(Host.ipv4(10, 0, 0, 1), 5060);
    private static final Socket OTHER = new Socket(Host.ipv4(10, 0, 0, 2), 5060);

    @TempDir private Path folder;

    private static Signal options(int number, int bodyLength) {
        Signal signal = new Signal(Label.normal(), Profiles.proxy(), "OPTIONS", 0, "c" + number, number);
        signal.requestUri = "sip:a@example.com";
        signal.vias.add(Via.asking("UDP", "10.0.0.1:5060", "z9hG4bK" + number));
        signal.body = new Body("text/plain", "x".repeat(bodyLength));
        return signal;
    }

    private interface Messages {
        void passBy(Tap tap, WireFeed feed);
    }

    private Path write(String name, boolean fed, Messages messages) throws IOException {
        Path file = folder.resolve(name);
        WireSettings settings = new WireSettings(Link.ETHERNET, Tunnel.NONE, 1500, false, RtpMode.NONE,
                org.sipsleuth.simulate.network.Path.ofMillis(10, 1, 0));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                PcapOutput output = new PcapOutput(channel, 1); TruthWriter truth = new TruthWriter(folder)) {
            CaptureWriter writer = new CaptureWriter(output, null, truth);
            Wire wire = new Wire(new Timeline(0), new SeededRandom(1), settings, writer);
            try (WireFeed feed = new WireFeed(wire)) {
                messages.passBy(fed ? feed : wire, feed);
                feed.finish();
            }
            wire.finish(Long.MAX_VALUE);
            output.finish();
        }
        return file;
    }

    /// Some are longer than a packet, so that their last pieces come later than messages after
    /// them.
    @Test
    void batchesGiveTheBytesThatOneByOneGives() throws IOException {
        Messages several = (tap, _) -> {
            for (int i = 0; i < 5_000; i++) {
                tap.pass(i * 3_000L, options(i, i % 7 == 0 ? 4_000 : 20), ONE, OTHER);
            }
        };
        Path fed = write("fed.pcap", true, several);
        assertEquals(-1, Files.mismatch(fed, write("direct.pcap", false, several)));
    }

    @Test
    void whatFailsOnTheOtherThreadIsThrownHere() {
        CompletionException failed =
                assertThrows(CompletionException.class, () -> write("failed.pcap", true, (_, feed) -> {
                    feed.pass(0, options(0, 70_000), ONE, OTHER);
                    feed.finish();
                }));
        assertInstanceOf(IllegalArgumentException.class, failed.getCause());
    }
}
