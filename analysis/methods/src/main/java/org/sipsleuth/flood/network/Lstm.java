package org.sipsleuth.flood.network;

import java.util.List;
import org.sipsleuth.neural.LstmState;
import org.sipsleuth.neural.NamedWeights;

/// The long short-term memory, without peepholes.
public final class Lstm extends RecurrentWindows {

    Lstm(int units, List<NamedWeights> weights) {
        super(NetworkKind.LSTM, units, weights, biases(weights.get(2), units), LstmState.GATES);
    }

    private static float[][] biases(NamedWeights bias, int units) {
        float[][] biases = new float[LstmState.GATES][];
        for (int gate = 0; gate < biases.length; gate++) {
            biases[gate] = bias.rows(gate * units, units)[0];
        }
        return biases;
    }

    @Override
    Memory memory() {
        return new LstmMemory(new LstmState(units()));
    }

    private record LstmMemory(LstmState state) implements Memory {

        @Override
        public float[] hidden() {
            return state.hidden();
        }

        @Override
        public float[] sums(int sum) {
            return state.sums(sum);
        }

        @Override
        public void step() {
            state.step();
        }

        @Override
        public void clear() {
            state.clear();
        }
    }
}
