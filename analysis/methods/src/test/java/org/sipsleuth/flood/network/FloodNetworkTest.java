package org.sipsleuth.flood.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.neural.NamedWeights;

class FloodNetworkTest {

    private static final int IN = FloodNetwork.INPUTS;

    /// Every network by its definition, in double precision, a number at a time.
    @ParameterizedTest
    @EnumSource(NetworkKind.class)
    void scoresAreThoseOfTheDefinition(NetworkKind kind) {
        FloodNetwork network = InventedNetworks.network(kind, 7, 1);
        float[] inputs = InventedNetworks.inputs(200, 2);
        double least = 1;
        double most = 0;
        for (int at = 0; at + FloodNetwork.WINDOW <= inputs.length; at += IN) {
            double score = network.score(inputs, at);
            assertEquals(defined(network, inputs, at), score, 1e-5);
            least = Math.min(least, score);
            most = Math.max(most, score);
        }
        assertTrue(most - least > 0.1, "the windows differ");
    }

    private static double defined(FloodNetwork network, float[] inputs, int at) {
        if (network.kind() == NetworkKind.LOGISTIC) {
            double sum = value(network, "bias", 0);
            for (int i = 0; i < FloodNetwork.WINDOW; i++) {
                sum += value(network, "weights", i) * inputs[at + i];
            }
            return sigmoid(sum);
        }
        double[] h = new double[network.units()];
        double[] c = new double[network.units()];
        for (int t = 0; t < FloodNetwork.MESSAGES; t++) {
            double[] x = new double[IN];
            for (int i = 0; i < IN; i++) {
                x[i] = inputs[at + t * IN + i];
            }
            double[] before = h.clone();
            for (int k = 0; k < h.length; k++) {
                h[k] = switch (network.kind()) {
                    case RNN -> Math.tanh(sum(network, x, before, 0, 1, k));
                    case LSTM -> {
                        double candidate = Math.tanh(sum(network, x, before, 0, 4, k));
                        double forget = sigmoid(sum(network, x, before, 1, 4, k));
                        double output = sigmoid(sum(network, x, before, 2, 4, k));
                        double input = sigmoid(sum(network, x, before, 3, 4, k));
                        c[k] = forget * c[k] + input * candidate;
                        yield output * Math.tanh(c[k]);
                    }
                    case GRU -> {
                        double reset = sigmoid(sum(network, x, before, 0, 3, k));
                        double update = sigmoid(sum(network, x, before, 1, 3, k));
                        double[] none = new double[h.length];
                        double[] nothing = new double[IN];
                        double bias = value(network, "bias", 2 * h.length + k);
                        double remembered =
                                sum(network, nothing, before, 2, 3, k) - bias + value(network, "memory.bias", k);
                        double candidate = Math.tanh(sum(network, x, none, 2, 3, k) + reset * remembered);
                        yield candidate + update * (before[k] - candidate);
                    }
                    case LOGISTIC -> throw new AssertionError("has no memory");
                };
            }
        }
        double sum = value(network, "dense.bias", 0);
        for (int k = 0; k < h.length; k++) {
            sum += value(network, "dense.weights", k) * h[k];
        }
        return sigmoid(sum);
    }

    private static double sum(FloodNetwork network, double[] x, double[] h, int gate, int gates, int unit) {
        int width = gates * h.length;
        int column = gate * h.length + unit;
        double sum = value(network, "bias", column);
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * value(network, "input", i * width + column);
        }
        for (int k = 0; k < h.length; k++) {
            sum += h[k] * value(network, "hidden", k * width + column);
        }
        return sum;
    }

    private static double value(FloodNetwork network, String name, int at) {
        String whole = network.kind().word() + "." + name;
        return network.weights()
                .stream()
                .filter(weights -> weights.name().equals(whole))
                .findFirst()
                .orElseThrow()
                .values()[at];
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Property(tries = 60)
    void aWindowAmongManyHasTheBitsOfOneAlone(@ForAll NetworkKind kind, @ForAll @IntRange(min = 1, max = 70) int units,
            @ForAll @IntRange(min = 0, max = 60) int windows, @ForAll @IntRange(min = 1, max = 10) int step,
            @ForAll long seed) {
        FloodNetwork network = InventedNetworks.network(kind, units, seed);
        float[] inputs = InventedNetworks.inputs(FloodNetwork.MESSAGES + step * windows, seed + 1);
        int[] starts = IntStream.range(0, windows).map(i -> i * step * IN).toArray();
        double[] alone = new double[windows];
        Arrays.setAll(alone, i -> network.score(inputs, starts[i]));
        double[] many = new double[windows];
        network.scores(inputs, starts, 0, windows, many);
        assertArrayEquals(alone, many, 0);
        double[] cut = new double[windows];
        network.scores(inputs, starts, 0, windows / 3, cut);
        network.scores(inputs, starts, windows / 3, windows, cut);
        assertArrayEquals(alone, cut, 0);
    }

    @ParameterizedTest
    @EnumSource(NetworkKind.class)
    void anyThreadsGiveTheSameBits(NetworkKind kind) {
        FloodNetwork network = InventedNetworks.network(kind, 64, 3);
        float[] inputs = InventedNetworks.inputs(2_000, 4);
        int[] starts = IntStream.rangeClosed(0, 995).map(i -> i * 2 * IN).toArray();
        double[] one = new double[starts.length];
        network.scores(inputs, starts, 0, starts.length, one);
        double[] several = new double[starts.length];
        IntStream.range(0, starts.length).parallel().forEach(i -> network.scores(inputs, starts, i, i + 1, several));
        assertArrayEquals(one, several, 0);
    }

    /// Extreme inputs and weights give a probability, never NaN.
    @ParameterizedTest
    @EnumSource(NetworkKind.class)
    void extremesGiveProbabilities(NetworkKind kind) {
        List<NamedWeights> extreme = kind.shapes(3).stream().map(shape -> {
            float[] values = new float[Math.toIntExact(shape.count())];
            Arrays.fill(values, 1e30f);
            return new NamedWeights(shape, values);
        }).toList();
        FloodNetwork network = kind.network(3, extreme);
        float[] inputs = InventedNetworks.inputs(FloodNetwork.MESSAGES, 5);
        double score = network.score(inputs, 0);
        assertTrue(score >= 0 && score <= 1, "not " + score);
    }

    @Test
    void aWindowBeyondTheInputsIsRefused() {
        for (NetworkKind kind : NetworkKind.values()) {
            FloodNetwork network = InventedNetworks.network(kind, 4, 6);
            assertThrows(IndexOutOfBoundsException.class, () -> network.score(InventedNetworks.inputs(10, 7), IN));
        }
    }

    @Test
    void aNetworkHasTheParametersOfItsKind() {
        assertEquals(13_569, InventedNetworks.network(NetworkKind.GRU, 64, 1).parameters());
        assertEquals(17_985, InventedNetworks.network(NetworkKind.LSTM, 64, 1).parameters());
        assertEquals(4_545, InventedNetworks.network(NetworkKind.RNN, 64, 1).parameters());
        assertEquals(51, InventedNetworks.network(NetworkKind.LOGISTIC, 0, 1).parameters());
    }

    @Test
    void sizesOutOfRangeAreRefusedBeforeAnythingIsAllocated() {
        for (int units : new int[]{-1, 0, 513, Integer.MAX_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> NetworkKind.GRU.shapes(units));
        }
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        List<NamedWeights> weights = new ArrayList<>(InventedNetworks.weights(NetworkKind.GRU, 4, 8));
        assertThrows(IllegalArgumentException.class, () -> NetworkKind.LSTM.network(4, weights));
        assertThrows(IllegalArgumentException.class, () -> NetworkKind.GRU.network(5, weights));
    }
}
