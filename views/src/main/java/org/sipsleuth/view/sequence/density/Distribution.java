package org.sipsleuth.view.sequence.density;

import java.util.Arrays;

/// How weighted values are distributed over a range, as shares of each of its equal bins: counted
/// (histogram) and smooth (Gaussian kernels, reflected at both ends so that nothing is lost).
/// Immutable.
final class Distribution {

    /// How many bins there are.
    static final int BINS = 50;

    /// In how many places of each bin the smooth one is computed.
    static final int FINE = 4;

    private static final double SILVERMAN = 0.9;
    private static final double NARROWEST_BINS = 0.5;
    private static final double QUARTILE_SIGMAS = 1.34;

    private final double from;
    private final double to;
    private final double[] histogram = new double[BINS];
    private final double[] smooth = new double[BINS * FINE + 1];
    private final double bandwidth;
    private final long count;

    /// @param values within the range; those beyond are taken for its ends
    /// @param counts how often each occurs
    Distribution(double[] values, int[] counts, double from, double to) {
        this.from = from;
        this.to = to;
        this.count = Arrays.stream(counts).asLongStream().sum();
        double[] fine = new double[BINS * FINE];
        for (int i = 0; i < values.length; i++) {
            double place = Math.clamp((values[i] - from) / (to - from), 0, Math.nextDown(1.0));
            histogram[(int) (place * BINS)] += (double) counts[i] / count;
            fine[(int) (place * fine.length)] += (double) counts[i] / count;
        }
        bandwidth = bandwidth(values, counts);
        if (count > 0) {
            smoothen(fine);
        }
    }

    /// Silverman's rule of thumb (1986, 3.31), but half a bin at least: the outputs for known
    /// dialogs are nearly equal.
    private double bandwidth(double[] values, int[] counts) {
        double least = NARROWEST_BINS * (to - from) / BINS;
        if (count < 2) {
            return least;
        }
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += values[i] * counts[i] / count;
        }
        double variance = 0;
        for (int i = 0; i < values.length; i++) {
            variance += (values[i] - mean) * (values[i] - mean) * counts[i] / (count - 1);
        }
        double spread = quartiles(values, counts) / QUARTILE_SIGMAS;
        double sigma = spread > 0 ? Math.min(Math.sqrt(variance), spread) : Math.sqrt(variance);
        return Math.max(least, SILVERMAN * sigma * Math.pow((double) count, -0.2));
    }

    private double quartiles(double[] values, int[] counts) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double lower = Double.NaN;
        double upper = Double.NaN;
        long before = 0;
        for (int i : order) {
            before += counts[i];
            if (Double.isNaN(lower) && before >= count * 0.25) {
                lower = values[i];
            }
            if (Double.isNaN(upper) && before >= count * 0.75) {
                upper = values[i];
            }
        }
        return upper - lower;
    }

    private void smoothen(double[] fine) {
        double step = (to - from) / fine.length;
        for (int i = 0; i < fine.length; i++) {
            if (fine[i] > 0) {
                double at = from + (i + 0.5) * step;
                for (int k = 0; k < smooth.length; k++) {
                    double place = from + k * step;
                    smooth[k] += fine[i]
                            * (kernel(place - at) + kernel(place - (2 * from - at)) + kernel(place - (2 * to - at)));
                }
            }
        }
    }

    /// A Gaussian, in shares of a bin.
    private double kernel(double distance) {
        double sigmas = distance / bandwidth;
        return Math.exp(-sigmas * sigmas / 2) / (bandwidth * Math.sqrt(2 * Math.PI)) * ((to - from) / BINS);
    }

    /// How many values there are.
    long count() {
        return count;
    }

    /// The width of the kernels, in the values' unit.
    double bandwidth() {
        return bandwidth;
    }

    /// Where a bin begins.
    double binFrom(int bin) {
        return from + bin * (to - from) / BINS;
    }

    /// The share of the values in a bin, from 0 to 1.
    double share(int bin) {
        return histogram[bin];
    }

    /// Where the smooth share is known.
    double smoothAt(int place) {
        return from + place * (to - from) / (BINS * FINE);
    }

    /// The share that a bin would have with its middle there, by the kernel estimate.
    double smooth(int place) {
        return smooth[place];
    }

    /// How many places there are.
    int places() {
        return smooth.length;
    }
}
