package org.sipsleuth.sequence;

import java.util.List;

/// Computes the thresholds from the outputs for the known dialogs (paper 1 §3.2): λ = μ − σ² of the
/// skewness and of the kurtosis over all dialogs of the training set, and for each known dialog the
/// mean of the maxima over its dialogs.
public final class ThresholdFit {

    private ThresholdFit() {}

    /// Computes them.
    ///
    /// @param scores of the known dialogs, in their order
    public static Thresholds fit(List<SequenceScore> scores, KnownDialogs known, UnknownSettings settings) {
        double[] maxima = new double[scores.size()];
        Mean skewness = new Mean();
        Mean kurtosis = new Mean();
        for (int i = 0; i < maxima.length; i++) {
            SequenceScore score = scores.get(i);
            int count = known.count(i);
            skewness.add(score.skewness(), count);
            kurtosis.add(score.kurtosis(), count);
            maxima[i] = settings.strictFloat() ? singlePrecisionMean((float) score.maximum(), count) : score.maximum();
        }
        double tolerance = settings.strictFloat() ? 0 : settings.tolerance();
        return new Thresholds(skewness.lessVariance(), kurtosis.lessVariance(), maxima, tolerance);
    }

    /// Mean and variance of values that occur several times.
    private static final class Mean {
        private double count;
        private double mean;
        private double squares;

        /// Adds a value so many times (West's update).
        void add(double value, int times) {
            count += times;
            double step = value - mean;
            mean += step * times / count;
            squares += times * step * (value - mean);
        }

        double lessVariance() {
            return mean - squares / count;
        }
    }

    /// The mean of equal values as a sum in single precision yields it: rounding moves it off the
    /// value.
    private static float singlePrecisionMean(float value, int times) {
        float sum = 0;
        for (int i = 0; i < times; i++) {
            sum += value;
        }
        return sum / times;
    }
}
