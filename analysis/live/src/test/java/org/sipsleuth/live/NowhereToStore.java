package org.sipsleuth.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.run.RunMonitor;

/// Reads a Call-ID that is too long for memory where there is no folder for temporary files.
final class NowhereToStore {

    private NowhereToStore() {}

    /// Prints how reading a file failed, and how following a ring did: standard output is how this
    /// JVM reports to the one that started it.
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        String text = "OPTIONS sip:a SIP/2.0\r\ni:" + "x".repeat(2_000) + "\r\n\r\n";
        byte[] frame = Packets.sip("192.0.2.1", "192.0.2.9", text);
        reportFailure(() -> readFile(folder.resolve("file.pcap"), frame));
        reportFailure(() -> follow(folder.resolve("ring"), frame));
    }

    private interface Reading {
        void run() throws IOException;
    }

    private static void reportFailure(Reading reading) {
        try {
            reading.run();
            System.out.println("none");
        } catch (IOException failure) {
            System.out.println(failure.getClass().getName());
        }
    }

    private static void readFile(Path file, byte[] frame) throws IOException {
        Files.write(file, new PcapWriter(LinkTypes.ETHERNET).frame(1, 0, frame).bytes());
        CaptureIndexer.read(List.of(file), RunMonitor.NONE);
    }

    private static void follow(Path folder, byte[] frame) throws IOException {
        RingSettings settings = new RingSettings(folder, 2, 1 << 20);
        try (RingFeed ring = new RingFeed(Ring.open(settings, LinkTypes.ETHERNET))) {
            ring.add(List.of(frame));
            ring.end();
            new LiveIndex(ring.ring(), ReadOptions.NONE).run(_ -> {});
        }
    }
}
