package org.sipsleuth.bench;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sipsleuth.bench.capture.FloodCapture;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.flood.detection.FloodDetection;
import org.sipsleuth.flood.detection.FloodDetector;
import org.sipsleuth.flood.detection.FloodMethod;
import org.sipsleuth.flood.detection.FloodModel;
import org.sipsleuth.flood.input.WindowInputs;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.flood.window.WindowSettings;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.InviteAttempts;
import org.sipsleuth.transaction.TransactionTable;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/// A million INVITEs of a capture that is read, each of another source: attempts, windows and inputs,
/// or all that the method does.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx2g"})
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class FloodInputsBench {

    private @Nullable SipIndex index;
    private @Nullable TransactionTable table;
    private @Nullable FloodDetector detector;

    /// Writes the capture, if it is not there, and reads it.
    @Setup
    public void read() throws IOException {
        index =
                CaptureIndexer.read(
                        List.of(FloodCapture.CALL_IDS.file(Benchmarks.folder())), RunMonitor.NONE);
        table = TransactionTable.of(index, RunMonitor.NONE);
        detector = new FloodDetector(FloodModel.open(new FloodMethod().shipped()));
    }

    /// From transactions to inputs.
    @Benchmark
    public WindowInputs inputs() {
        InviteAttempts attempts = InviteAttempts.of(Objects.requireNonNull(table));
        return WindowInputs.of(InviteWindows.of(attempts, WindowSettings.PAPER), RunMonitor.NONE);
    }

    /// Floods of the capture, by the bundled networks and the rules.
    @Benchmark
    public FloodDetection detect() {
        return Objects.requireNonNull(detector)
                .detect(Objects.requireNonNull(index), RunMonitor.NONE);
    }
}
