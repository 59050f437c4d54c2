package org.sipsleuth.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.network.Network;
import org.sipsleuth.sequence.network.NetworkSettings;
import org.sipsleuth.sequence.network.RecurrentSettings;
import org.sipsleuth.sequence.training.TrainableNetwork;
import org.sipsleuth.sequence.training.TrainingSet;
import org.sipsleuth.sequence.training.TrainingSettings;

/// A network in DL4J: fits its weights and hands them out.
///
/// @param settings which network
/// @param classes how many classes it has
/// @param length how many messages it looks at
/// @param symbols how many symbols there are, with the padding
/// @param net the network itself
record Dl4jNetwork(NetworkSettings settings, int classes, int length, int symbols, MultiLayerNetwork net)
        implements TrainableNetwork {

    private static final int KERNEL = 2;
    private static final int POOL = 2;

    /// Where the gates stand in a row of the recurrent weights.
    private static final int FORGET = 1;

    private static final int INPUT = 3;

    /// The first weights of a recurrent network: of a message, and of each unit that is remembered,
    /// times the root of how many those are.
    private static final double INPUT_DEVIATION = 1;

    private static final double MEMORY_DEVIATION = 3;

    /// So far open or closed that fifty steps change a few hundredths.
    private static final double HOLD = 8;

    /// A network with random weights.
    ///
    /// @param type the precision of all numbers
    /// @param weights how much each class counts
    static Dl4jNetwork of(TrainingSettings settings, TrainingSet set, double[] weights, DataType type) {
        LinearAlgebra.load();
        OutputLayer.Builder classifier =
                new OutputLayer.Builder(new LossMCXENT(Nd4j.createFromArray(weights).castTo(type))).nOut(set.classes())
                        .activation(Activation.SOFTMAX);
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder().seed(settings.seed())
                .dataType(type)
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .updater(new Adam(settings.learningRate()));
        MultiLayerConfiguration configuration = switch (settings.network()) {
            case ConvolutionSettings convolution -> layers(convolution, builder, set, classifier);
            case RecurrentSettings recurrent -> layers(recurrent, builder, set, classifier);
        };
        MultiLayerNetwork net = new MultiLayerNetwork(configuration);
        LinearAlgebra.initialise(net);
        if (settings.network() instanceof RecurrentSettings recurrent) {
            int units = recurrent.unitsFor(set.classes());
            partSequences(net, units, new Random(settings.seed()));
            holdDuringPadding(net, units);
        }
        return new Dl4jNetwork(settings.network(), set.classes(), set.length(), set.symbols(), net);
    }

    /// Makes what is remembered of a sequence differ with each of its messages and their order,
    /// from the beginning. One input of many is on at a time, so that weights as small as are usual
    /// for so many inputs would leave all sequences nearly alike: a large network then learns
    /// slowly, and parts unknown dialogs from known ones too little (docs/METHOD-SEQUENCE.md).
    private static void partSequences(MultiLayerNetwork net, int units, Random random) {
        fill(net.getParam("0_W"), INPUT_DEVIATION, random);
        fill(net.getParam("0_RW"), MEMORY_DEVIATION / Math.sqrt(units), random);
    }

    /// Uniform numbers with mean 0 and a standard deviation.
    private static void fill(INDArray weights, double deviation, Random random) {
        double[] values = new double[(int) weights.length()];
        double most = deviation * Math.sqrt(3);
        Arrays.setAll(values, _ -> (2 * random.nextDouble() - 1) * most);
        try (INDArray filled = Nd4j.create(values, weights.shape())) {
            weights.assign(filled.castTo(weights.dataType()));
        }
    }

    /// Lets the padding keep what is remembered, from the beginning: with the forget gate open and
    /// the input gate closed. Else the messages of a short dialog would be forgotten over fifty
    /// steps of padding before the network has learned that they matter.
    private static void holdDuringPadding(MultiLayerNetwork net, int units) {
        INDArray input = net.getParam("0_W");
        for (int k = 0; k < units; k++) {
            input.putScalar(0, FORGET * units + k, HOLD);
            input.putScalar(0, INPUT * units + k, -HOLD);
        }
    }

    /// The convolution is as wide as the alphabet and steps over all of it, so `Same` pads in time
    /// only: one row of nothing at the end.
    private static MultiLayerConfiguration layers(ConvolutionSettings settings, NeuralNetConfiguration.Builder builder,
            TrainingSet set, OutputLayer.Builder classifier) {
        return builder.list()
                .layer(new ConvolutionLayer.Builder(KERNEL, set.symbols()).nOut(settings.filters())
                        .stride(1, set.symbols())
                        .convolutionMode(ConvolutionMode.Same)
                        .activation(Activation.RELU)
                        .build())
                .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(POOL, 1)
                        .stride(POOL, 1)
                        .build())
                .layer(classifier.build())
                .setInputType(InputType.convolutional(set.length(), set.symbols(), 1))
                .build();
    }

    private static MultiLayerConfiguration layers(RecurrentSettings settings, NeuralNetConfiguration.Builder builder,
            TrainingSet set, OutputLayer.Builder classifier) {
        return builder.list()
                .layer(new LastTimeStep(
                        new LSTM.Builder().nOut(settings.unitsFor(set.classes())).activation(Activation.TANH).build()))
                .layer(classifier.build())
                .setInputType(InputType.recurrent(set.symbols()))
                .build();
    }

    /// Sequences as the network wants them, padded.
    ///
    /// @param sequences symbols, -1 for a type that was not seen in training
    /// @param steps to how many messages they are padded, or cut
    INDArray features(List<int[]> sequences, int steps) {
        boolean images = settings instanceof ConvolutionSettings;
        int one = steps * symbols;
        float[] values = new float[sequences.size() * one];
        for (int i = 0; i < sequences.size(); i++) {
            int[] sequence = sequences.get(i);
            for (int t = 0; t < steps; t++) {
                int symbol = t < sequence.length ? sequence[t] : 0;
                if (symbol >= 0) {
                    values[i * one + (images ? t * symbols + symbol : symbol * steps + t)] = 1;
                }
            }
        }
        return images ? Nd4j.create(values, new long[]{sequences.size(), 1, steps, symbols})
                : Nd4j.create(values, new long[]{sequences.size(), symbols, steps});
    }

    @Override
    public void learn(List<int[]> sequences, List<Integer> labels, int steps) {
        try (INDArray features = features(sequences, steps); INDArray oneHot = oneHot(labels)) {
            net.fit(features, oneHot);
        }
    }

    /// A one at the place of each class.
    INDArray oneHot(List<Integer> labels) {
        float[] values = new float[labels.size() * classes];
        for (int i = 0; i < labels.size(); i++) {
            values[i * classes + labels.get(i)] = 1;
        }
        return Nd4j.create(values, new long[]{labels.size(), classes});
    }

    @Override
    public Optional<Network> network() {
        if (!Double.isFinite(net.params().sumNumber().doubleValue())) {
            return Optional.empty();
        }
        List<WeightShape> shapes = Network.shapes(settings, classes, length, symbols);
        List<NamedWeights> weights = new ArrayList<>();
        switch (settings) {
            case ConvolutionSettings convolution -> {
                int filters = convolution.filters();
                int windows = length / POOL;
                weights.add(new NamedWeights(shapes.get(0), kernel(filters)));
                weights.add(new NamedWeights(shapes.get(1), values("0_b")));
                weights.add(new NamedWeights(shapes.get(2), dense(filters, windows)));
                weights.add(new NamedWeights(shapes.get(3), values("2_b")));
            }
            case RecurrentSettings _ -> {
                List<String> names = List.of("0_W", "0_RW", "0_b", "1_W", "1_b");
                for (int i = 0; i < names.size(); i++) {
                    weights.add(new NamedWeights(shapes.get(i), values(names.get(i))));
                }
            }
        }
        return Optional.of(Network.of(settings, classes, length, symbols, weights));
    }

    private float[] values(String name) {
        return net.getParam(name).dup('c').data().asFloat();
    }

    /// From filter, place, symbol to place, symbol, filter.
    private float[] kernel(int filters) {
        float[] theirs = values("0_W");
        float[] ours = new float[theirs.length];
        int places = KERNEL * symbols;
        for (int filter = 0; filter < filters; filter++) {
            for (int place = 0; place < places; place++) {
                ours[place * filters + filter] = theirs[filter * places + place];
            }
        }
        return ours;
    }

    /// From filter by filter to window by window.
    private float[] dense(int filters, int windows) {
        float[] theirs = values("2_W");
        float[] ours = new float[theirs.length];
        for (int filter = 0; filter < filters; filter++) {
            for (int window = 0; window < windows; window++) {
                int from = (filter * windows + window) * classes;
                int to = (window * filters + filter) * classes;
                System.arraycopy(theirs, from, ours, to, classes);
            }
        }
        return ours;
    }

    /// The output of DL4J itself.
    float[][] output(List<int[]> sequences, int steps) {
        try (INDArray features = features(sequences, steps)) {
            float[] all = net.output(features).dup('c').data().asFloat();
            float[][] each = new float[sequences.size()][];
            for (int i = 0; i < each.length; i++) {
                each[i] = Arrays.copyOfRange(all, i * classes, (i + 1) * classes);
            }
            return each;
        }
    }
}
