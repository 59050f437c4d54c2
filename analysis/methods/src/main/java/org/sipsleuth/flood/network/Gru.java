package org.sipsleuth.flood.network;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.neural.Exponential;
import org.sipsleuth.neural.NamedWeights;

/// The gated recurrent unit. The reset gate acts on what the memory adds to the candidate, not on
/// the memory itself, as in cuDNN and PyTorch.
public final class Gru extends RecurrentWindows {

    /// How many gates share a row of weights: reset, update, candidate.
    static final int GATES = 3;

    private static final int RESET = 0;
    private static final int UPDATE = 1;

    /// What the memory adds to the candidate.
    private static final int REMEMBERED = 2;

    /// What the attempt adds to the candidate.
    private static final int CANDIDATE = 3;

    private static final int SUMS = 4;

    Gru(int units, List<NamedWeights> weights) {
        super(NetworkKind.GRU, units, weights, biases(weights, units), GATES);
    }

    private static float[][] biases(List<NamedWeights> weights, int units) {
        NamedWeights bias = weights.get(2);
        float[][] biases = new float[SUMS][];
        biases[RESET] = bias.rows(0, units)[0];
        biases[UPDATE] = bias.rows(units, units)[0];
        biases[REMEMBERED] = weights.get(3).values();
        biases[CANDIDATE] = bias.rows(2 * units, units)[0];
        return biases;
    }

    @Override
    int inputSum(int gate) {
        return gate == REMEMBERED ? CANDIDATE : gate;
    }

    @Override
    Memory memory() {
        return new GruMemory(units());
    }

    private static final class GruMemory implements Memory {

        private final float[] hidden;
        private final float[][] sums;
        private final float[] candidates;
        private final double[] resets;
        private final double[] updates;
        private final double[] powers;

        GruMemory(int units) {
            this.hidden = new float[units];
            this.sums = new float[SUMS][units];
            this.candidates = new float[units];
            this.resets = new double[units];
            this.updates = new double[units];
            this.powers = new double[units];
        }

        @Override
        public float[] hidden() {
            return hidden;
        }

        @Override
        public float[] sums(int sum) {
            return sums[sum];
        }

        @Override
        public void step() {
            Exponential.of(sums[RESET], -1, resets);
            Exponential.of(sums[UPDATE], -1, updates);
            reset(sums[CANDIDATE], sums[REMEMBERED], resets, candidates);
            Exponential.of(candidates, 2, powers);
            update(powers, updates, hidden);
        }

        private static void reset(float[] attempt, float[] remembered, double[] resets, float[] candidates) {
            for (int k = 0; k < candidates.length; k++) {
                candidates[k] = (float) (attempt[k] + remembered[k] / (1 + resets[k]));
            }
        }

        /// h = n + z · (h − n), with the candidate n = tanh(x) = 1 − 2 / (e^2x + 1).
        private static void update(double[] powers, double[] updates, float[] hidden) {
            for (int k = 0; k < hidden.length; k++) {
                double candidate = 1 - 2 / (powers[k] + 1);
                hidden[k] = (float) (candidate + (hidden[k] - candidate) / (1 + updates[k]));
            }
        }

        @Override
        public void clear() {
            Arrays.fill(hidden, 0);
        }
    }
}
