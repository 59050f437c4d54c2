package org.sipsleuth.bench;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.belief.detection.ScoredPeriods;
import org.sipsleuth.bench.capture.CallCapture;
import org.sipsleuth.bench.capture.CaptureSettings;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Forms the beliefs of all sources of a capture that is read: their texts, periods and scores.
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class BeliefBench {

    /// How many messages the capture has.
    @Param({"100000", "1000000"})
    public long messages = 100_000;

    private @Nullable SipIndex index;
    private @Nullable BeliefModel model;

    /// Writes the capture, if it is not there, and reads it.
    @Setup
    public void read() throws IOException {
        CaptureSettings settings = CaptureSettings.signalling(messages);
        index =
                CaptureIndexer.read(
                        List.of(CallCapture.file(settings, Benchmarks.folder())), RunMonitor.NONE);
        model = BeliefModel.open(new BeliefMethod().shipped());
    }

    /// Scores it.
    @Benchmark
    public ScoredPeriods score(Counted.Messages counted) {
        SipIndex read = Objects.requireNonNull(index);
        counted.messages += read.messages().size();
        return ScoredPeriods.of(read, Objects.requireNonNull(model), RunMonitor.NONE);
    }
}
