package org.sipsleuth.flood.training;

import java.util.BitSet;
import java.util.Random;
import org.sipsleuth.flood.network.FloodNetwork;

/// Windows whose gaps are short where they are malicious, and inputs that mean nothing.
public final class ToyWindows {

    private ToyWindows() {}

    /// Windows, about half of them malicious, side by side.
    public static LabelledWindows of(int count, long seed) {
        Random random = new Random(seed);
        float[] inputs = new float[count * FloodNetwork.WINDOW];
        int[] starts = new int[count];
        BitSet malicious = new BitSet();
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = random.nextFloat();
        }
        for (int w = 0; w < count; w++) {
            starts[w] = w * FloodNetwork.WINDOW;
            malicious.set(w, random.nextBoolean());
            for (int t = 0; t < FloodNetwork.MESSAGES; t++) {
                double gap = -Math.log(1 - random.nextDouble()) * (malicious.get(w) ? 0.2 : 1);
                inputs[starts[w] + t * FloodNetwork.INPUTS] = (float) Math.min(1, gap / 3);
            }
        }
        return new LabelledWindows(inputs, starts, malicious);
    }

    /// The share of windows that a network has on the wrong side of 0.5.
    public static double wrong(FloodNetwork network, LabelledWindows windows) {
        double[] scores = windows.scores(network);
        int wrong = 0;
        for (int i = 0; i < scores.length; i++) {
            wrong += scores[i] >= 0.5 == windows.isMalicious(i) ? 0 : 1;
        }
        return (double) wrong / scores.length;
    }
}
