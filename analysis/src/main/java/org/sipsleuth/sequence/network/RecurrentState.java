package org.sipsleuth.sequence.network;

import java.util.Arrays;

/// What an LSTM remembers between two messages.
final class RecurrentState {

    private final float[] hidden;
    private final float[] cell;

    RecurrentState(int units) {
        this.hidden = new float[units];
        this.cell = new float[units];
    }

    float[] hidden() {
        return hidden;
    }

    /// Goes one message on.
    ///
    /// @param sums candidate, forget, output and input of all units, before their functions
    void take(float[] sums) {
        int units = hidden.length;
        for (int k = 0; k < units; k++) {
            double candidate = Exponential.tanh(sums[k]);
            double forget = Exponential.sigmoid(sums[units + k]);
            double output = Exponential.sigmoid(sums[2 * units + k]);
            double input = Exponential.sigmoid(sums[3 * units + k]);
            double value = forget * cell[k] + input * candidate;
            cell[k] = (float) value;
            hidden[k] = (float) (output * Exponential.tanh(value));
        }
    }

    void set(RecurrentState other) {
        System.arraycopy(other.hidden, 0, hidden, 0, hidden.length);
        System.arraycopy(other.cell, 0, cell, 0, cell.length);
    }

    void clear() {
        Arrays.fill(hidden, 0);
        Arrays.fill(cell, 0);
    }
}
