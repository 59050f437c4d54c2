package org.sipsleuth.evaluate.belief;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.TrafficClass;

/// Holds how much something was believed against how often it was true: the points of a reliability
/// diagram and Brier's score, over all six beliefs of each period.
final class Calibration {

    private static final int BINS = 10;

    private final long[] counts = new long[BINS];
    private final double[] believed = new double[BINS];
    private final long[] right = new long[BINS];
    private double squares;
    private long periods;

    void add(TrafficClass truth, Belief belief) {
        periods++;
        for (TrafficClass each : TrafficClass.all()) {
            double value = belief.classes().get(each);
            boolean isTrue = each == truth;
            int bin = (int) Math.min(BINS - 1, Math.floor(value * BINS));
            counts[bin]++;
            believed[bin] += value;
            right[bin] += isTrue ? 1 : 0;
            squares += (value - (isTrue ? 1 : 0)) * (value - (isTrue ? 1 : 0));
        }
    }

    /// Brier's score: the mean over the periods of the squared differences of all six beliefs to 1
    /// or 0. From 0, which is perfect, to 2.
    double brier() {
        return periods == 0 ? 0 : squares / periods;
    }

    /// What was believed by about so much.
    ///
    /// @param believed the mean of the beliefs
    /// @param right how often they were true
    /// @param count how many beliefs
    record Bin(double believed, double right, long count) {}

    /// The bins that hold anything, by rising belief.
    List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                bins.add(
                        new Bin(believed[i] / counts[i], (double) right[i] / counts[i], counts[i]));
            }
        }
        return bins;
    }
}
