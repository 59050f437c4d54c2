package org.sipsleuth.bench;

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
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Scores windows of ten INVITEs, one at a time, with networks of the usual size. The weights are
/// random: they decide no time.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class FloodBench {

    private static final int ATTEMPTS = 10_000;
    private static final double SPREAD = 0.5;

    /// Which network.
    @Param({"GRU", "LSTM", "RNN", "LOGISTIC"})
    public NetworkKind kind = NetworkKind.GRU;

    private final float[] inputs = new float[ATTEMPTS * FloodNetwork.INPUTS];
    private FloodNetwork network = invented(NetworkKind.LOGISTIC, new Random(1));
    private int at;

    /// Invents weights and inputs.
    @Setup
    public void invent() {
        Random random = new Random(1);
        network = invented(kind, random);
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = random.nextFloat();
        }
    }

    private static FloodNetwork invented(NetworkKind kind, Random random) {
        List<NamedWeights> weights = new ArrayList<>();
        for (WeightShape shape : kind.shapes(NetworkKind.UNITS)) {
            float[] values = new float[Math.toIntExact(shape.count())];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (random.nextGaussian() * SPREAD);
            }
            weights.add(new NamedWeights(shape, values));
        }
        return kind.network(NetworkKind.UNITS, weights);
    }

    /// One window.
    ///
    /// @return its score
    @Benchmark
    public double window() {
        at = (at + FloodNetwork.INPUTS) % (inputs.length - FloodNetwork.WINDOW);
        return network.score(inputs, at);
    }
}
