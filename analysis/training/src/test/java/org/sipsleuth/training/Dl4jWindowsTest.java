package org.sipsleuth.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.training.FloodTraining;
import org.sipsleuth.flood.training.FloodTrainingSettings;
import org.sipsleuth.flood.training.LabelledWindows;
import org.sipsleuth.flood.training.ToyWindows;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.run.RunMonitor;

class Dl4jWindowsTest {

    private static final String RECURRENT = "LOGISTIC";
    private static final int BATCH = 6;

    private static FloodTrainingSettings settings(int units, int epochs) {
        return new FloodTrainingSettings(units, epochs, 50, 3e-3, 5);
    }

    private static int[] first(int count) {
        return IntStream.range(0, count).toArray();
    }

    /// After some steps of training, with the memory's usual size.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = RECURRENT)
    void inferenceEqualsThatOfDl4j(NetworkKind kind) {
        LabelledWindows windows = ToyWindows.of(600, 1);
        Dl4jWindows dl4j = Dl4jWindows.of(kind, settings(NetworkKind.UNITS, 1), DataType.FLOAT);
        for (int from = 0; from < 600; from += 50) {
            dl4j.learn(windows.windows(first(600), from, from + 50), windows.labels(first(600), from, from + 50));
        }
        FloodNetwork network = dl4j.network().orElseThrow();
        float[] theirs = dl4j.output(windows.windows(first(600), 0, 600));
        double[] ours = windows.scores(network);
        for (int i = 0; i < ours.length; i++) {
            assertEquals(theirs[i], ours[i], 1e-5);
        }
    }

    /// Against central differences of the loss, in double precision, over all ten steps.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = RECURRENT)
    void theGradientIsThatOfTheLoss(NetworkKind kind) {
        Dl4jWindows dl4j = Dl4jWindows.of(kind, settings(6, 1), DataType.DOUBLE);
        LabelledWindows windows = ToyWindows.of(BATCH, 2);
        INDArray features = dl4j.features(windows.windows(first(BATCH), 0, BATCH)).castTo(DataType.DOUBLE);
        INDArray labels =
                Nd4j.create(windows.labels(first(BATCH), 0, BATCH), new long[]{BATCH, 1}).castTo(DataType.DOUBLE);
        MultiLayerNetwork net = dl4j.net();
        net.setInput(features);
        net.setLabels(labels);
        net.computeGradientAndScore();
        double[] gradient = net.getFlattenedGradients().dup().data().asDouble();
        DataSet data = new DataSet(features, labels);
        INDArray parameters = net.params();
        double step = 1e-5;
        double largest = 0;
        for (int each : new Random(6).ints(250, 0, gradient.length).toArray()) {
            double value = parameters.getDouble(each);
            parameters.putScalar(each, value + step);
            double above = net.score(data);
            parameters.putScalar(each, value - step);
            double below = net.score(data);
            parameters.putScalar(each, value);
            double slope = (above - below) / (2 * step) * BATCH;
            assertEquals(slope, gradient[each], 1e-6 * Math.max(1, Math.abs(slope)), kind::word);
            largest = Math.max(largest, Math.abs(slope));
        }
        assertTrue(largest > 0.01, "nothing depends on the weights");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = RECURRENT)
    void theSameSeedGivesTheSameBits(NetworkKind kind) {
        LabelledWindows windows = ToyWindows.of(300, 3);
        List<NamedWeights> first = fit(kind, windows).weights();
        List<NamedWeights> second = fit(kind, windows).weights();
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(first.get(i).values(), second.get(i).values(), 0);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = RECURRENT)
    void itLearnsThatShortGapsAreMalicious(NetworkKind kind) {
        FloodNetwork network = fit(kind, ToyWindows.of(2_000, 4));
        double wrong = ToyWindows.wrong(network, ToyWindows.of(2_000, 5));
        assertTrue(wrong < 0.03, "wrong: " + wrong);
    }

    private static FloodNetwork fit(NetworkKind kind, LabelledWindows windows) {
        return FloodTraining.fit(kind, windows, settings(8, 6), RunMonitor.NONE, _ -> {});
    }
}
