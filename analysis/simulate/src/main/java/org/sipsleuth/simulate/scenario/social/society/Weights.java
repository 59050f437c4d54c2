package org.sipsleuth.simulate.scenario.social.society;

import org.sipsleuth.simulate.clock.SeededRandom;

/// Draws a number, each as often as its weight is of the sum of all.
final class Weights {

    private final double[] sums;

    /// @param weights of the numbers from 0; at least one is above 0
    Weights(double... weights) {
        sums = weights.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
    }

    /// Whether no number can be drawn.
    boolean isEmpty() {
        return sums.length == 0 || sums[sums.length - 1] <= 0;
    }

    int draw(SeededRandom draws) {
        double at = draws.unit() * sums[sums.length - 1];
        int low = 0;
        int high = sums.length - 1;
        while (low < high) { // the first sum above it
            int middle = (low + high) >>> 1;
            if (sums[middle] > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
