package org.sipsleuth.flood.training;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sipsleuth.flood.network.FloodNetwork;

/// Windows of which is known whether they are malicious. Immutable.
public final class LabelledWindows {

    private final float[] inputs;
    private final int[] starts;
    private final BitSet malicious;

    /// Copies its arguments.
    ///
    /// @param inputs what describes the attempts, [FloodNetwork#INPUTS] numbers each
    /// @param starts where in the inputs each window begins
    /// @param malicious the numbers of the malicious windows
    /// @throws IllegalArgumentException if a window does not lie in the inputs
    public LabelledWindows(float[] inputs, int[] starts, BitSet malicious) {
        this.inputs = inputs.clone();
        this.starts = starts.clone();
        this.malicious = malicious.get(0, starts.length);
        for (int start : starts) {
            if (start < 0 || start > inputs.length - FloodNetwork.WINDOW) {
                throw new IllegalArgumentException("no window begins at " + start);
            }
        }
    }

    /// All windows of several sets.
    ///
    /// @throws ArithmeticException if all inputs are more than an array holds
    public static LabelledWindows of(List<LabelledWindows> sets) {
        int inputs = 0;
        int windows = 0;
        for (LabelledWindows each : sets) {
            inputs = Math.addExact(inputs, each.inputs.length);
            windows = Math.addExact(windows, each.size());
        }
        float[] allInputs = new float[inputs];
        int[] allStarts = new int[windows];
        BitSet malicious = new BitSet(windows);
        int at = 0;
        int window = 0;
        for (LabelledWindows each : sets) {
            System.arraycopy(each.inputs, 0, allInputs, at, each.inputs.length);
            for (int i = 0; i < each.size(); i++) {
                allStarts[window] = at + each.starts[i];
                malicious.set(window, each.isMalicious(i));
                window++;
            }
            at += each.inputs.length;
        }
        return new LabelledWindows(allInputs, allStarts, malicious);
    }

    /// How many windows there are.
    public int size() {
        return starts.length;
    }

    /// How many of them are malicious.
    public int maliciousCount() {
        return malicious.cardinality();
    }

    /// Whether a window is malicious.
    public boolean isMalicious(int window) {
        return malicious.get(window);
    }

    /// The numbers of some windows, one window after the other.
    ///
    /// @param order numbers of windows
    /// @param from the first of the order
    /// @param to the end in the order
    public float[] windows(int[] order, int from, int to) {
        float[] windows = new float[(to - from) * FloodNetwork.WINDOW];
        for (int i = from; i < to; i++) {
            System.arraycopy(inputs, starts[order[i]], windows, (i - from) * FloodNetwork.WINDOW, FloodNetwork.WINDOW);
        }
        return windows;
    }

    /// 1 for each malicious window and 0 for the others, in an order.
    public float[] labels(int[] order, int from, int to) {
        float[] labels = new float[to - from];
        for (int i = from; i < to; i++) {
            labels[i - from] = isMalicious(order[i]) ? 1 : 0;
        }
        return labels;
    }

    /// The probabilities that a network gives to all windows.
    public double[] scores(FloodNetwork network) {
        double[] scores = new double[size()];
        network.scores(inputs, starts, 0, size(), scores);
        return scores;
    }

    /// The scores of the windows of one label.
    public List<Double> scoresOf(boolean isMalicious, double[] scores) {
        List<Double> some = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (isMalicious(i) == isMalicious) {
                some.add(scores[i]);
            }
        }
        return some;
    }
}
