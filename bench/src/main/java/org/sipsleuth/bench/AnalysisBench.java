package org.sipsleuth.bench;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sipsleuth.bench.capture.CallCapture;
import org.sipsleuth.bench.capture.CaptureSettings;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Detector.Turn;
import org.sipsleuth.finding.Method;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.session.CaptureSession;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A million messages of a capture, from the moment that it is read: until the rules have published
/// their incidents, and until the last bundled model has.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx2g"})
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class AnalysisBench {

    private static final long MESSAGES = 1_000_000;

    private final List<Detector> detectors = new ArrayList<>();
    private final ExecutorService background =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private @Nullable SipIndex index;

    /// Opens the bundled models.
    @Setup
    public void open() throws IOException {
        for (Method method : Methods.standard().all()) {
            detectors.add(method.detector(method.shipped()));
        }
    }

    /// Reads the capture anew, so that nothing of an earlier analysis is shared. Writes it, if it is
    /// not there.
    @Setup(Level.Iteration)
    public void read() throws IOException {
        index =
                CaptureIndexer.read(
                        List.of(
                                CallCapture.file(
                                        CaptureSettings.signalling(MESSAGES),
                                        Benchmarks.folder())),
                        RunMonitor.NONE);
    }

    /// Ends the threads.
    @TearDown
    public void close() {
        background.shutdownNow();
    }

    /// The detectors that come first.
    @Benchmark
    public Investigation first() {
        return investigate(
                detectors.stream().filter(each -> each.turn() == Turn.FIRST).toList());
    }

    /// All detectors.
    @Benchmark
    public Investigation all() {
        return investigate(detectors);
    }

    private Investigation investigate(List<Detector> some) {
        return CaptureSession.investigate(
                Objects.requireNonNull(index), some, background, RunMonitor.NONE);
    }
}
