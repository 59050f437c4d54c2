package org.sipsleuth.neural;

import java.util.Arrays;

/// What an LSTM remembers between two messages, and the sums that change it.
public final class LstmState {

    /// How many sums a unit has: candidate, forget, output, input.
    public static final int GATES = 4;

    private final float[] hidden;
    private final float[] cell;
    private final float[][] sums;
    private final double[] candidates;
    private final double[] forgets;
    private final double[] inputs;
    private final double[] outputs;
    private final double[] cells;

    /// Remembers nothing.
    public LstmState(int units) {
        this.hidden = new float[units];
        this.cell = new float[units];
        this.sums = new float[GATES][units];
        this.candidates = new double[units];
        this.forgets = new double[units];
        this.inputs = new double[units];
        this.outputs = new double[units];
        this.cells = new double[units];
    }

    /// What the rest of the network sees of it.
    public float[] hidden() {
        return hidden;
    }

    /// What all units get to one of the gates.
    public float[] sums(int gate) {
        return sums[gate];
    }

    /// Goes one message on, with the sums that are there.
    public void step() {
        Exponential.of(sums[0], 2, candidates);
        Exponential.of(sums[1], -1, forgets);
        Exponential.of(sums[3], -1, inputs);
        remember(candidates, forgets, inputs, cell);
        Exponential.of(sums[2], -1, outputs);
        Exponential.of(cell, 2, cells);
        writeOutputs(outputs, cells, hidden);
    }

    /// What is kept and what is taken in, with tanh(x) = 1 − 2 / (e^2x + 1) for the candidates and
    /// 1 / (1 + e^-x) for the gates.
    private static void remember(double[] candidates, double[] forgets, double[] inputs, float[] cell) {
        for (int k = 0; k < cell.length; k++) {
            double candidate = 1 - 2 / (candidates[k] + 1);
            cell[k] = (float) (cell[k] / (1 + forgets[k]) + candidate / (1 + inputs[k]));
        }
    }

    private static void writeOutputs(double[] outputs, double[] cells, float[] hidden) {
        for (int k = 0; k < hidden.length; k++) {
            hidden[k] = (float) ((1 - 2 / (cells[k] + 1)) / (1 + outputs[k]));
        }
    }

    /// Remembers what another one does.
    public void set(LstmState other) {
        System.arraycopy(other.hidden, 0, hidden, 0, hidden.length);
        System.arraycopy(other.cell, 0, cell, 0, cell.length);
    }

    /// Forgets everything.
    public void clear() {
        Arrays.fill(hidden, 0);
        Arrays.fill(cell, 0);
    }
}
