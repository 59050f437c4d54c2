package org.sipsleuth.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.training.FloodTrainingSettings;
import org.sipsleuth.flood.training.TrainableWindows;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;

/// A recurrent network over windows of INVITEs in DL4J: fits its weights and hands them out.
///
/// @param kind which network
/// @param units the size of its memory
/// @param net the network itself
record Dl4jWindows(NetworkKind kind, int units, MultiLayerNetwork net) implements TrainableWindows {

    /// A network with random weights.
    ///
    /// @param type the precision of all numbers
    static Dl4jWindows of(NetworkKind kind, FloodTrainingSettings settings, DataType type) {
        LinearAlgebra.load();
        int units = settings.units();
        MultiLayerNetwork net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(settings.seed())
                .dataType(type)
                .updater(new Adam(settings.learningRate()))
                .list()
                .layer(memory(kind, units))
                .layer(new OutputLayer.Builder(LossFunctions.LossFunction.XENT).nIn(units)
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .setInputType(InputType.recurrent(FloodNetwork.INPUTS, FloodNetwork.MESSAGES))
                .build());
        LinearAlgebra.initialise(net);
        initialise(net, units, new Random(settings.seed()));
        return new Dl4jWindows(kind, units, net);
    }

    private static Layer memory(NetworkKind kind, int units) {
        return switch (kind) {
            case RNN -> new LastTimeStep(new SimpleRnn.Builder().nOut(units).activation(Activation.TANH).build());
            case LSTM -> new LastTimeStep(new LSTM.Builder().nOut(units).activation(Activation.TANH).build());
            case GRU -> new GruLayer(FloodNetwork.INPUTS, units);
            case LOGISTIC -> throw new IllegalArgumentException("is not recurrent: " + kind);
        };
    }

    /// Uniform within ±1/√units, as PyTorch does, which the paper uses; the same for all kinds.
    private static void initialise(MultiLayerNetwork net, int units, Random random) {
        double most = 1 / Math.sqrt(units);
        new TreeMap<>(net.paramTable()).values().forEach(weights -> {
            double[] values = new double[(int) weights.length()];
            Arrays.setAll(values, _ -> (2 * random.nextDouble() - 1) * most);
            try (INDArray filled = Nd4j.create(values, weights.shape())) {
                weights.assign(filled.castTo(weights.dataType()));
            }
        });
    }

    /// Windows as the network wants them: window, input, attempt.
    INDArray features(float[] windows) {
        int count = windows.length / FloodNetwork.WINDOW;
        float[] values = new float[windows.length];
        for (int w = 0; w < count; w++) {
            int at = w * FloodNetwork.WINDOW;
            for (int t = 0; t < FloodNetwork.MESSAGES; t++) {
                for (int i = 0; i < FloodNetwork.INPUTS; i++) {
                    values[at + i * FloodNetwork.MESSAGES + t] = windows[at + t * FloodNetwork.INPUTS + i];
                }
            }
        }
        return Nd4j.create(values, new long[]{count, FloodNetwork.INPUTS, FloodNetwork.MESSAGES});
    }

    @Override
    public void learn(float[] windows, float[] labels) {
        try (INDArray features = features(windows);
                INDArray malicious = Nd4j.create(labels, new long[]{labels.length, 1})) {
            net.fit(features, malicious);
        }
    }

    @Override
    public Optional<FloodNetwork> network() {
        if (!Double.isFinite(net.params().sumNumber().doubleValue())) {
            return Optional.empty();
        }
        List<WeightShape> shapes = kind.shapes(units);
        List<float[]> values = new ArrayList<>();
        values.add(values("0_W"));
        values.add(values("0_RW"));
        float[] bias = values("0_b");
        if (kind == NetworkKind.GRU) { // what the memory adds to the candidate comes last
            values.add(Arrays.copyOf(bias, bias.length - units));
            values.add(Arrays.copyOfRange(bias, bias.length - units, bias.length));
        } else {
            values.add(bias);
        }
        values.add(values("1_W"));
        values.add(values("1_b"));
        List<NamedWeights> weights = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            weights.add(new NamedWeights(shapes.get(i), values.get(i)));
        }
        return Optional.of(kind.network(units, weights));
    }

    private float[] values(String name) {
        return net.getParam(name).dup('c').data().asFloat();
    }

    /// The output of DL4J itself.
    float[] output(float[] windows) {
        try (INDArray features = features(windows)) {
            return net.output(features).dup('c').data().asFloat();
        }
    }
}
