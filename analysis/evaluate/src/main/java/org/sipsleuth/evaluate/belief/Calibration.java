package org.sipsleuth.evaluate.belief;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.TrafficClass;

/// Compares how much something was believed with how often it was true: the points of a reliability
/// diagram and Brier's score, over all six beliefs of each period, and over the most probable class
/// alone.
final class Calibration {

    private static final int BINS = 10;

    private final long[] counts = new long[BINS];
    private final double[] believed = new double[BINS];
    private final long[] right = new long[BINS];
    private final long[] leadingCounts = new long[BINS];
    private final double[] leadingBelieved = new double[BINS];
    private final long[] leadingRight = new long[BINS];
    private double squares;
    private long periods;

    void add(TrafficClass truth, Belief belief) {
        periods++;
        for (TrafficClass each : TrafficClass.all()) {
            double value = belief.classes().get(each);
            boolean isTrue = each == truth;
            int bin = bin(value);
            counts[bin]++;
            believed[bin] += value;
            right[bin] += isTrue ? 1 : 0;
            squares += (value - (isTrue ? 1 : 0)) * (value - (isTrue ? 1 : 0));
        }
        if (!belief.isContradiction()) {
            int bin = bin(belief.strength());
            leadingCounts[bin]++;
            leadingBelieved[bin] += belief.strength();
            leadingRight[bin] += belief.leading() == truth ? 1 : 0;
        }
    }

    private static int bin(double value) {
        return (int) Math.min(BINS - 1, Math.floor(value * BINS));
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

    /// By how much beliefs and shares of right ones differ on average, each bin by its size (ECE).
    /// Most of the six beliefs of a period are near 0 and right; see [#leadingError].
    double expectedError() {
        return error(bins());
    }

    /// The same of the most probable class alone, the only belief that a user reads.
    double leadingError() {
        return error(leadingBins());
    }

    private static double error(List<Bin> bins) {
        double sum = 0;
        long all = 0;
        for (Bin bin : bins) {
            sum += bin.count() * Math.abs(bin.believed() - bin.right());
            all += bin.count();
        }
        return all == 0 ? 0 : sum / all;
    }

    /// The bins that hold anything, by rising belief.
    List<Bin> bins() {
        return bins(counts, believed, right);
    }

    /// The bins of the most probable classes.
    List<Bin> leadingBins() {
        return bins(leadingCounts, leadingBelieved, leadingRight);
    }

    private static List<Bin> bins(long[] counts, double[] believed, long[] right) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                bins.add(new Bin(believed[i] / counts[i], (double) right[i] / counts[i], counts[i]));
            }
        }
        return bins;
    }
}
