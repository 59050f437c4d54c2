package org.sipsleuth.flood.network;

import java.util.List;
import org.sipsleuth.neural.NamedWeights;

/// Logistic regression on the fifty inputs of a window: what a network must be better than.
public final class Logistic implements FloodNetwork {

    private final List<NamedWeights> weights;
    private final float[] factors;
    private final float bias;

    Logistic(List<NamedWeights> weights) {
        this.weights = weights;
        this.factors = weights.getFirst().values();
        this.bias = weights.getLast().values()[0];
    }

    @Override
    public NetworkKind kind() {
        return NetworkKind.LOGISTIC;
    }

    @Override
    public int units() {
        return 0;
    }

    @Override
    public List<NamedWeights> weights() {
        return weights;
    }

    @Override
    public double score(float[] inputs, int at) {
        double sum = bias;
        for (int i = 0; i < WINDOW; i++) {
            sum += (double) factors[i] * inputs[at + i];
        }
        return Sigmoid.of(sum);
    }

    @Override
    public void scores(float[] inputs, int[] starts, int from, int to, double[] scores) {
        for (int i = from; i < to; i++) {
            scores[i] = score(inputs, starts[i]);
        }
    }
}
