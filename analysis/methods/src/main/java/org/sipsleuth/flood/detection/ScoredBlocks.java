package org.sipsleuth.flood.detection;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.sipsleuth.flood.input.WindowInputs;
import org.sipsleuth.flood.network.FloodNetwork;

/// The scores of one network, computed block by block. Threads that score the same block at once
/// write the same bits.
final class ScoredBlocks {

    /// As many windows as go through a network side by side, some times over.
    private static final int BLOCK = 64;

    private final FloodNetwork network;
    private final WindowInputs inputs;
    private final double[] scores;

    /// 1 for each block that is scored.
    private final AtomicIntegerArray scored;

    ScoredBlocks(FloodNetwork network, WindowInputs inputs) {
        this.network = network;
        this.inputs = inputs;
        this.scores = new double[inputs.windows().size()];
        this.scored = new AtomicIntegerArray(Math.ceilDiv(scores.length, BLOCK));
    }

    /// How many blocks there are.
    int count() {
        return scored.length();
    }

    /// The windows of a block.
    IntStream windows(int block) {
        return IntStream.range(block * BLOCK, Math.min(scores.length, (block + 1) * BLOCK));
    }

    /// The score of a window; NaN with too little history.
    double ofWindow(int window) {
        score(window / BLOCK);
        return scores[window];
    }

    /// Scores a block, unless it is scored already.
    void score(int block) {
        if (scored.get(block) != 0) {
            return;
        }
        int from = block * BLOCK;
        int to = Math.min(scores.length, from + BLOCK);
        int[] windows = new int[to - from];
        int[] starts = new int[to - from];
        int count = 0;
        for (int window = from; window < to; window++) {
            if (inputs.hasHistory(window)) {
                windows[count] = window;
                starts[count] = inputs.at(window);
                count++;
            }
        }
        double[] some = new double[count];
        network.scores(inputs.values(), starts, 0, count, some);
        double[] all = new double[to - from];
        Arrays.fill(all, Double.NaN);
        for (int i = 0; i < count; i++) {
            all[windows[i] - from] = some[i];
        }
        System.arraycopy(all, 0, scores, from, all.length);
        scored.set(block, 1);
    }
}
