package org.sipsleuth.flood.training;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.neural.Exponential;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;

/// Logistic regression, fitted by Adam (Kingma and Ba 2015, algorithm 1) on the cross entropy.
final class TrainableLogistic implements TrainableWindows {

    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double EPSILON = 1e-8;
    private static final int BIAS = FloodNetwork.WINDOW;

    private final double learningRate;
    private final double[] weights = new double[FloodNetwork.WINDOW + 1];
    private final double[] means = new double[weights.length];
    private final double[] squares = new double[weights.length];
    private double firstRest = 1;
    private double secondRest = 1;

    TrainableLogistic(double learningRate) {
        this.learningRate = learningRate;
    }

    @Override
    public void learn(float[] windows, float[] labels) {
        double[] gradient = gradient(windows, labels);
        firstRest *= FIRST_DECAY;
        secondRest *= SECOND_DECAY;
        for (int i = 0; i < weights.length; i++) {
            means[i] = FIRST_DECAY * means[i] + (1 - FIRST_DECAY) * gradient[i];
            squares[i] = SECOND_DECAY * squares[i] + (1 - SECOND_DECAY) * gradient[i] * gradient[i];
            double mean = means[i] / (1 - firstRest);
            double square = squares[i] / (1 - secondRest);
            weights[i] -= learningRate * mean / (Math.sqrt(square) + EPSILON);
        }
    }

    /// Of the mean cross entropy of the windows, by the weights and then the bias.
    private double[] gradient(float[] windows, float[] labels) {
        double[] gradient = new double[weights.length];
        for (int w = 0; w < labels.length; w++) {
            int at = w * FloodNetwork.WINDOW;
            double sum = weights[BIAS];
            for (int i = 0; i < FloodNetwork.WINDOW; i++) {
                sum += weights[i] * windows[at + i];
            }
            double error = (1 / (1 + Exponential.of(-sum)) - labels[w]) / labels.length;
            for (int i = 0; i < FloodNetwork.WINDOW; i++) {
                gradient[i] += error * windows[at + i];
            }
            gradient[BIAS] += error;
        }
        return gradient;
    }

    @Override
    public Optional<FloodNetwork> network() {
        float[] factors = new float[FloodNetwork.WINDOW];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = (float) weights[i];
        }
        float[] bias = {(float) weights[BIAS]};
        List<WeightShape> shapes = NetworkKind.LOGISTIC.shapes(0);
        for (double weight : weights) {
            if (!Float.isFinite((float) weight)) {
                return Optional.empty();
            }
        }
        return Optional.of(NetworkKind.LOGISTIC.network(0,
                List.of(new NamedWeights(shapes.get(0), factors), new NamedWeights(shapes.get(1), bias))));
    }
}
