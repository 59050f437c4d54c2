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
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.Network;
import org.sipsleuth.sequence.network.NetworkSettings;
import org.sipsleuth.sequence.network.Reading;
import org.sipsleuth.sequence.network.RecurrentSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Names dialogs with the two networks of the paper's size: 928 classes, 56 messages, 18 symbols.
/// The weights are random: they decide no time but that half of the filters answer.
///
/// A dialog has seven messages, as those of the paper on average; a message is one more of such a
/// dialog, with all probabilities and moments after it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class NetworkBench {

    private static final int CLASSES = 928;
    private static final int LENGTH = 56;
    private static final int SYMBOLS = 18;
    private static final int DIALOG = 7;
    private static final int DIALOGS = 1_000;
    private static final double SPREAD = 0.05;

    /// Which network.
    @Param({"convolution", "recurrent"})
    public String network = "";

    private final Random random = new Random(1);
    private final List<int[]> dialogs = new ArrayList<>();
    private Reading reading = invented(ConvolutionSettings.paper()).read();
    private int at;
    private int message;

    /// Invents weights and dialogs.
    @Setup
    public void invent() {
        boolean recurrent = network.equals("recurrent");
        reading =
                invented(recurrent ? RecurrentSettings.paper() : ConvolutionSettings.paper())
                        .read();
        IntStream.range(0, DIALOGS)
                .forEach(_ -> dialogs.add(random.ints(DIALOG, 1, SYMBOLS).toArray()));
    }

    private Network invented(NetworkSettings settings) {
        List<NamedWeights> weights = new ArrayList<>();
        for (WeightShape shape : Network.shapes(settings, CLASSES, LENGTH, SYMBOLS)) {
            float[] values = new float[Math.toIntExact(shape.count())];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (random.nextGaussian() * SPREAD);
            }
            weights.add(new NamedWeights(shape, values));
        }
        return Network.of(settings, CLASSES, LENGTH, SYMBOLS, weights);
    }

    /// A whole dialog.
    ///
    /// @return the greatest probability
    @Benchmark
    public double dialog() {
        reading.restart();
        for (int symbol : dialogs.get(at++ % DIALOGS)) {
            reading.next(symbol);
        }
        return reading.output().maximum();
    }

    /// One message more, and what the network says then.
    ///
    /// @return the skewness
    @Benchmark
    public double message() {
        take();
        return reading.output().skewness();
    }

    /// One message more without asking.
    ///
    /// @return how many there are
    @Benchmark
    public int step() {
        take();
        return reading.observed();
    }

    private void take() {
        if (message % DIALOG == 0) {
            reading.restart();
        }
        reading.next(dialogs.get(message / DIALOG % DIALOGS)[message % DIALOG]);
        message = (message + 1) % (DIALOG * DIALOGS);
    }
}
