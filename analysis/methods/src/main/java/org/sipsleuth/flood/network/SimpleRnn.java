package org.sipsleuth.flood.network;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.neural.Exponential;
import org.sipsleuth.neural.NamedWeights;

/// The simple recurrent network: the hyperbolic tangent of one sum.
public final class SimpleRnn extends RecurrentWindows {

    SimpleRnn(int units, List<NamedWeights> weights) {
        super(NetworkKind.RNN, units, weights, new float[][]{weights.get(2).values()}, 1);
    }

    @Override
    Memory memory() {
        return new SimpleMemory(units());
    }

    private static final class SimpleMemory implements Memory {

        private final float[] hidden;
        private final float[] sums;
        private final double[] powers;

        SimpleMemory(int units) {
            this.hidden = new float[units];
            this.sums = new float[units];
            this.powers = new double[units];
        }

        @Override
        public float[] hidden() {
            return hidden;
        }

        @Override
        public float[] sums(int sum) {
            return sums;
        }

        @Override
        public void step() {
            Exponential.of(sums, 2, powers);
            for (int k = 0; k < hidden.length; k++) {
                hidden[k] = (float) (1 - 2 / (powers[k] + 1));
            }
        }

        @Override
        public void clear() {
            Arrays.fill(hidden, 0);
        }
    }
}
