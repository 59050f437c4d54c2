package org.sipsleuth.sequence.training;

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

class TeacherTest {

    private static final TrainingSet SET = SmallSet.of();

    static Stream<NetworkSettings> kinds() {
        return Stream.of(new ConvolutionSettings(5), new RecurrentSettings(9));
    }

    private static Teacher teacher(NetworkSettings kind, double[] weights, DataType type) {
        return Teacher.of(TrainingSettings.of(kind, 3), SET, weights, type);
    }

    private static double[] equally() {
        double[] weights = new double[SET.classes()];
        Arrays.fill(weights, 1);
        return weights;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theNetworkThatRunsSaysWhatDl4jSays(NetworkSettings kind) {
        Teacher teacher = teacher(kind, Lessons.weights(SET), DataType.FLOAT);
        for (Lessons.Batch batch : new Lessons(SET, TrainingSettings.of(kind, 3)).next()) {
            teacher.learn(batch.sequences(), batch.classes(), batch.steps());
        }
        List<int[]> sequences =
                new ArrayList<>(Invented.sequences(300, SmallSet.LENGTH + 3, SmallSet.SYMBOLS));
        sequences.add(new int[] {-1, -1, -1});
        float[][] theirs = teacher.output(sequences, SmallSet.LENGTH);
        teacher.network()
                .orElseThrow()
                .outputs(
                        sequences,
                        (output, i) -> assertArrayEquals(theirs[i], output.probabilities(), 1e-5f));
    }

    @Test
    void aRecurrentNetworkBeginsWithWeightsThatPartSequences() {
        Network network =
                teacher(new RecurrentSettings(400), equally(), DataType.FLOAT)
                        .network()
                        .orElseThrow();
        int padding = 4 * 400; // the row of the first symbol, which holds what is remembered
        float[] input = network.weights().getFirst().values();
        assertEquals(1, deviation(Arrays.copyOfRange(input, padding, input.length)), 0.02);
        assertEquals(0.15, deviation(network.weights().get(1).values()), 0.001);
    }

    /// The root of the mean square.
    private static double deviation(float[] values) {
        return Math.sqrt(
                IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i] * values[i])
                        .average()
                        .orElseThrow());
    }

    /// The gradient of unique sequences with weights, and of all occurrences without.
    @ParameterizedTest
    @MethodSource("kinds")
    void aWeightIsAsGoodAsManyOccurrences(NetworkSettings kind) {
        double[] counts = new double[SET.classes()];
        List<Integer> unique = IntStream.range(0, SET.classes()).boxed().toList();
        List<Integer> occurrences = new ArrayList<>();
        for (int k : unique) {
            counts[k] = SET.training(k);
            occurrences.addAll(Collections.nCopies(SET.training(k), k));
        }
        double[] weighted = gradient(teacher(kind, counts, DataType.DOUBLE), unique);
        double[] repeated = gradient(teacher(kind, equally(), DataType.DOUBLE), occurrences);
        assertArrayEquals(repeated, weighted, 1e-9);
    }

    /// Against central differences of the score, which is a mean over the batch.
    @ParameterizedTest
    @MethodSource("kinds")
    void theGradientIsThatOfTheLoss(NetworkSettings kind) {
        Teacher teacher = teacher(kind, Lessons.weights(SET), DataType.DOUBLE);
        List<Integer> classes = IntStream.range(0, SET.classes()).boxed().toList();
        double[] gradient = gradient(teacher, classes);
        DataSet data = data(teacher, classes);
        INDArray parameters = teacher.net().params();
        double step = 1e-6;
        for (int each : new Random(5).ints(150, 0, gradient.length).toArray()) {
            double value = parameters.getDouble(each);
            parameters.putScalar(each, value + step);
            double above = teacher.net().score(data);
            parameters.putScalar(each, value - step);
            double below = teacher.net().score(data);
            parameters.putScalar(each, value);
            double slope = (above - below) / (2 * step) * classes.size();
            assertEquals(slope, gradient[each], 1e-5 * Math.max(1, Math.abs(slope)));
        }
    }

    private static DataSet data(Teacher teacher, List<Integer> classes) {
        List<int[]> sequences = classes.stream().map(SET.sequences()::get).toList();
        INDArray features = teacher.features(sequences, SmallSet.LENGTH);
        return new DataSet(
                features.castTo(DataType.DOUBLE), teacher.oneHot(classes).castTo(DataType.DOUBLE));
    }

    private static double[] gradient(Teacher teacher, List<Integer> classes) {
        DataSet data = data(teacher, classes);
        MultiLayerNetwork net = teacher.net();
        net.setInput(data.getFeatures());
        net.setLabels(data.getLabels());
        net.computeGradientAndScore();
        return net.getFlattenedGradients().dup().data().asDouble();
    }
}
