package org.sipsleuth.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.Invented;
import org.sipsleuth.sequence.network.Network;
import org.sipsleuth.sequence.network.NetworkSettings;
import org.sipsleuth.sequence.network.RecurrentSettings;
import org.sipsleuth.sequence.training.SmallSet;
import org.sipsleuth.sequence.training.TrainingSet;
import org.sipsleuth.sequence.training.TrainingSettings;

class Dl4jNetworkTest {

    private static final TrainingSet SET = SmallSet.of();
    private static final int BATCH = 8;

    static Stream<NetworkSettings> kinds() {
        return Stream.of(new ConvolutionSettings(5), new RecurrentSettings(9));
    }

    private static Dl4jNetwork network(NetworkSettings kind, double[] weights, DataType type) {
        return Dl4jNetwork.of(TrainingSettings.of(kind, 3), SET, weights, type);
    }

    private static List<Integer> classes() {
        return IntStream.range(0, SET.classes()).boxed().toList();
    }

    private static List<int[]> sequences(List<Integer> classes) {
        return classes.stream().map(SET::sequence).toList();
    }

    private static double[] equally() {
        double[] weights = new double[SET.classes()];
        Arrays.fill(weights, 1);
        return weights;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theNetworkThatRunsGivesTheOutputOfDl4j(NetworkSettings kind) {
        Dl4jNetwork net = network(kind, equally(), DataType.FLOAT);
        List<Integer> classes = classes();
        for (int from = 0; from + BATCH <= classes.size(); from += BATCH) {
            List<Integer> batch = classes.subList(from, from + BATCH);
            net.learn(sequences(batch), batch, SmallSet.LENGTH);
        }
        List<int[]> sequences = new ArrayList<>(Invented.sequences(300, SmallSet.LENGTH + 3, SmallSet.SYMBOLS));
        sequences.add(new int[]{-1, -1, -1});
        float[][] theirs = net.output(sequences, SmallSet.LENGTH);
        net.network()
                .orElseThrow()
                .outputs(sequences, (output, i) -> assertArrayEquals(theirs[i], output.probabilities(), 1e-5f));
    }

    @Test
    void aRecurrentNetworkBeginsWithWeightsThatPartSequences() {
        Network network = network(new RecurrentSettings(400), equally(), DataType.FLOAT).network().orElseThrow();
        int padding = 4 * 400; // the row of the first symbol, which holds what is remembered
        float[] input = network.weights().getFirst().values();
        assertEquals(1, deviation(Arrays.copyOfRange(input, padding, input.length)), 0.02);
        assertEquals(0.15, deviation(network.weights().get(1).values()), 0.001);
    }

    /// The root of the mean square.
    private static double deviation(float[] values) {
        return Math.sqrt(
                IntStream.range(0, values.length).mapToDouble(i -> values[i] * values[i]).average().orElseThrow());
    }

    /// The gradient of unique sequences with weights, and of all occurrences without.
    @ParameterizedTest
    @MethodSource("kinds")
    void aWeightIsAsGoodAsManyOccurrences(NetworkSettings kind) {
        double[] counts = new double[SET.classes()];
        List<Integer> unique = classes();
        List<Integer> occurrences = new ArrayList<>();
        for (int k : unique) {
            counts[k] = SET.training(k);
            occurrences.addAll(Collections.nCopies(SET.training(k), k));
        }
        double[] weighted = gradient(network(kind, counts, DataType.DOUBLE), unique);
        double[] repeated = gradient(network(kind, equally(), DataType.DOUBLE), occurrences);
        assertArrayEquals(repeated, weighted, 1e-9);
    }

    /// Against central differences of the score, which is a mean over the batch.
    @ParameterizedTest
    @MethodSource("kinds")
    void theGradientIsThatOfTheLoss(NetworkSettings kind) {
        Dl4jNetwork net = network(kind, equally(), DataType.DOUBLE);
        List<Integer> classes = classes();
        double[] gradient = gradient(net, classes);
        DataSet data = data(net, classes);
        INDArray parameters = net.net().params();
        double step = 1e-6;
        for (int each : new Random(5).ints(150, 0, gradient.length).toArray()) {
            double value = parameters.getDouble(each);
            parameters.putScalar(each, value + step);
            double above = net.net().score(data);
            parameters.putScalar(each, value - step);
            double below = net.net().score(data);
            parameters.putScalar(each, value);
            double slope = (above - below) / (2 * step) * classes.size();
            assertEquals(slope, gradient[each], 1e-5 * Math.max(1, Math.abs(slope)));
        }
    }

    private static DataSet data(Dl4jNetwork net, List<Integer> classes) {
        List<int[]> sequences = sequences(classes);
        INDArray features = net.features(sequences, SmallSet.LENGTH);
        return new DataSet(features.castTo(DataType.DOUBLE), net.oneHot(classes).castTo(DataType.DOUBLE));
    }

    private static double[] gradient(Dl4jNetwork net, List<Integer> classes) {
        DataSet data = data(net, classes);
        MultiLayerNetwork dl4j = net.net();
        dl4j.setInput(data.getFeatures());
        dl4j.setLabels(data.getLabels());
        dl4j.computeGradientAndScore();
        return dl4j.getFlattenedGradients().dup().data().asDouble();
    }
}
