package org.sipsleuth.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sipsleuth.bench.capture.CallCapture;
import org.sipsleuth.bench.capture.CaptureSettings;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.run.RunMonitor;

/// Filters a million messages, on all processors. The goals: 50 ms by columns, 2 s by text.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FilterBench {

    private static final long MESSAGES = 1_000_000;

    /// The filter.
    @Param({
        "sip.Method == \"INVITE\" && ip.src == 10.0.0.0/9",
        "udp.port == 5060 && frame.number > 500000",
        "dialog.state == \"failed\"",
        "sip.User-Agent contains \"1\"",
        "sip.from.user matches \"^1[0-9]{3}$\"",
        "sip matches \"nonce=\\\"[0-9a-f]{8,}\\\"\""
    })
    public String filter = "sip";

    private @Nullable SipIndex index;
    private @Nullable Filter compiled;

    /// Reads the capture.
    @Setup
    public void read() throws IOException, FilterSyntaxException {
        Path file = CallCapture.file(CaptureSettings.signalling(MESSAGES), Benchmarks.folder());
        index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        compiled = Filter.of(filter, KnownFields.catalog());
    }

    /// Filters.
    @Benchmark
    public MessageSet filter() {
        if (index == null || compiled == null) {
            throw new IllegalStateException("not read");
        }
        return compiled.run(index, RunMonitor.NONE);
    }
}
