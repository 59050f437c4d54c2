package org.sipsleuth.bench;

import java.io.IOException;
import java.nio.file.Path;
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
import org.sipsleuth.bench.capture.CaptureSettings;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Reads whole files into an index, with all processors that the reading uses. The cost is linear
/// if messages and frames a second do not depend on the size.
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class IndexReadBench {

    /// What the file holds: so many messages, or messages with 20 RTP packets for each.
    public enum Content {
        MESSAGES_10_000(10_000, false),
        MESSAGES_100_000(100_000, false),
        MESSAGES_1_000_000(1_000_000, false),
        WITH_RTP_50_000(50_000, true);

        private final long messages;
        private final boolean media;

        Content(long messages, boolean media) {
            this.messages = messages;
            this.media = media;
        }

        private CaptureSettings settings() {
            return media
                    ? CaptureSettings.withMedia(messages)
                    : CaptureSettings.signalling(messages);
        }
    }

    /// What the file holds.
    @Param public Content content = Content.MESSAGES_10_000;

    private List<Path> files = List.of();

    /// Writes the file, if it is not there.
    @Setup
    public void write() throws IOException {
        files = List.of(CallCapture.file(content.settings(), Benchmarks.folder()));
    }

    /// Reads it.
    @Benchmark
    public SipIndex read(Counted.Messages messages, Counted.Frames frames, Counted.Volume volume)
            throws IOException {
        SipIndex index = CaptureIndexer.read(files, RunMonitor.NONE);
        CaptureSummary summary = index.files().getFirst();
        messages.messages += summary.messages();
        frames.frames += summary.frames();
        volume.add(summary.bytes());
        return index;
    }
}
