package org.sipsleuth.bench;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
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
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.Replay;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.traffic.Border;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

/// Replays a million INVITEs of a capture that is read, each of another source, against a border.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx2g"})
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class ReplayBench {

    private @Nullable TransactionTable table;
    private @Nullable ReplayInput input;

    /// Writes the capture, if it is not there, and reads it.
    @Setup
    public void read() throws IOException {
        SipIndex index =
                CaptureIndexer.read(
                        List.of(FloodCapture.CALL_IDS.file(Benchmarks.folder())), RunMonitor.NONE);
        table = TransactionTable.of(index, RunMonitor.NONE);
        input = prepare();
    }

    /// What is done once: the border, dependencies, and what the reader found defective.
    @Benchmark
    public ReplayInput prepare() {
        HostRoles roles = HostRoles.of(Objects.requireNonNull(table));
        return ReplayInput.of(roles, Border.ofServers(roles), new BitSet(), RunMonitor.NONE);
    }

    /// A replay without protection.
    @Benchmark
    public ReplayResult unprotected() {
        return replay(List.of());
    }

    /// A replay with the basic architecture.
    @Benchmark
    public ReplayResult basic() {
        return replay(Protection.basic());
    }

    /// A replay with the advanced architecture.
    @Benchmark
    public ReplayResult advanced() {
        return replay(Protection.advanced());
    }

    private ReplayResult replay(List<Protection> protections) {
        return Replay.of(
                Objects.requireNonNull(input),
                EdgeSettings.USUAL.with(protections),
                RunMonitor.NONE);
    }
}
