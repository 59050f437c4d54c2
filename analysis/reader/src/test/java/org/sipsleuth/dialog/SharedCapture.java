package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.run.RunMonitor;

/// A capture, and files that each hold a stretch of it, for tests.
final class SharedCapture implements AutoCloseable {

    static final String REPEATED = "frame also in another file, counted there";

    private static final int SECOND = 1_700_000_000;

    /// A frame, so many µs after the beginning.
    record Shot(long micros, byte[] frame) {}

    private final Path directory;
    private final List<Shot> shots = new ArrayList<>();

    SharedCapture() {
        try {
            directory = Files.createTempDirectory("cut");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SharedCapture add(long micros, byte[] frame) {
        shots.add(new Shot(micros, frame));
        return this;
    }

    int frames() {
        return shots.size();
    }

    long micros(int frame) {
        return shots.get(frame).micros();
    }

    /// A file of the frames from one, counted from 0, up to another.
    Path file(String name, int from, int to) {
        return write(name, shots.subList(from, to));
    }

    /// The path of another file.
    Path path(String name) {
        return directory.resolve(name);
    }

    Path whole() {
        return write("whole", shots);
    }

    private Path write(String name, List<Shot> some) {
        PcapWriter pcap = new PcapWriter(1);
        for (Shot shot : some) {
            long seconds = SECOND + shot.micros() / 1_000_000;
            pcap.frame(seconds, (int) (shot.micros() % 1_000_000), shot.frame());
        }
        return pcap.write(directory.resolve(name));
    }

    static SipIndex read(List<Path> files) {
        return read(files, new ReadOptions(List.of(), false));
    }

    static SipIndex readOnce(List<Path> files) {
        return read(files, new ReadOptions(List.of(), true));
    }

    static SipIndex read(List<Path> files, ReadOptions options) {
        try {
            SipIndex index = CaptureIndexer.read(files, options, RunMonitor.NONE, _ -> {});
            List<CaptureSummary> reported = CaptureIndexer.summarize(files, options, RunMonitor.NONE);
            assertEquals(reported, index.files());
            check(index);
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every frame of every file yielded a message, or is accounted for.
    private static void check(SipIndex index) {
        for (int file = 0; file < index.files().size(); file++) {
            BitSet gave = new BitSet();
            for (int i = 0; i < index.messages().size(); i++) {
                if (index.messages().file(i) == file) {
                    gave.set(index.messages().frame(i));
                }
            }
            CaptureSummary summary = index.files().get(file);
            long unread = summary.unread().stream().mapToLong(UnreadFrames::frames).sum();
            assertEquals(summary.frames(), gave.cardinality() + unread, () -> summary.toString());
        }
    }

    /// All that is known of each message, but the file it is from.
    static List<String> messages(SipIndex index) {
        MessageTable table = index.messages();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            all.add("%d %s %s %s %b %s".formatted(table.capturedAtNanos(i), table.endpoint(table.source(i)),
                    table.endpoint(table.destination(i)), table.transport(i), table.isRetransmission(i),
                    new String(index.bytes(i), StandardCharsets.ISO_8859_1)));
        }
        return all;
    }

    /// How often each file holds a frame that another yielded before.
    static List<Long> repeated(SipIndex index) {
        return index.files().stream().map(CaptureSummary::repeatedFrames).toList();
    }

    /// How many frames of a file are accounted for with a reason.
    static long unread(SipIndex index, int file, String reason) {
        return index.files()
                .get(file)
                .unread()
                .stream()
                .filter(unread -> unread.reason().equals(reason))
                .mapToLong(UnreadFrames::frames)
                .sum();
    }

    @Override
    public void close() {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
