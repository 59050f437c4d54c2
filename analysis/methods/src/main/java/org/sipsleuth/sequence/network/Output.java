package org.sipsleuth.sequence.network;

import java.util.Arrays;
import org.sipsleuth.neural.Exponential;

/// What a network says to a dialog: a probability for each class, and the moments over all of them.
/// Valid until the next call on the reading that yielded it.
public final class Output {

    /// Below this share of the squared mean a variance is rounding and nothing else.
    private static final double NO_VARIANCE = 1e-12;

    private final float[] logits;
    private final double[] weights;
    private int best;
    private double total;
    private double skewness;
    private double kurtosis;

    Output(int classes) {
        this.logits = new float[classes];
        this.weights = new double[classes];
    }

    /// Where the network puts its sums before [#finish()].
    float[] logits() {
        return logits;
    }

    /// Makes probabilities and moments of the sums.
    void finish() {
        best = firstGreatest(logits);
        Exponential.below(logits[best], logits, weights);
        moments();
    }

    private static int firstGreatest(float[] values) {
        float greatest = values[0];
        for (int j = 1; j < values.length; j++) {
            greatest = Math.max(greatest, values[j]);
        }
        int first = 0;
        while (values[first] < greatest) {
            first++;
        }
        return first;
    }

    /// The sums of the powers, and with them the central moments: the mean of the probabilities is
    /// known to be 1/N.
    private void moments() {
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        double sum4 = 0;
        for (double weight : weights) {
            double square = weight * weight;
            sum1 += weight;
            sum2 += square;
            sum3 += square * weight;
            sum4 += square * square;
        }
        total = sum1;
        double n = weights.length;
        double mean = 1 / n;
        double square = sum1 * sum1;
        double raw2 = sum2 / square / n;
        double raw3 = sum3 / (square * sum1) / n;
        double raw4 = sum4 / (square * square) / n;
        double variance = raw2 - mean * mean;
        if (variance <= NO_VARIANCE * mean * mean) {
            skewness = 0;
            kurtosis = 0;
            return;
        }
        double third = raw3 - 3 * mean * raw2 + 2 * mean * mean * mean;
        double fourth = raw4 - 4 * mean * raw3 + 6 * mean * mean * raw2 - 3 * mean * mean * mean * mean;
        skewness = third / (variance * Math.sqrt(variance));
        kurtosis = fourth / (variance * variance);
    }

    /// How many classes there are.
    public int classes() {
        return weights.length;
    }

    /// The probability of a class.
    public float probability(int k) {
        return (float) (weights[k] / total);
    }

    /// A copy of all probabilities.
    public float[] probabilities() {
        float[] copy = new float[weights.length];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = probability(k);
        }
        return copy;
    }

    /// A copy of all probabilities, not rounded.
    public double[] exactly() {
        return Arrays.stream(weights).map(weight -> weight / total).toArray();
    }

    /// The most probable class; the lowest of equals.
    public int best() {
        return best;
    }

    /// The greatest probability. Low where the network is unsure.
    public double maximum() {
        return weights[best] / total;
    }

    /// The population skewness m3 / m2^1.5 of all probabilities, at most that of [OutputLimits].
    /// Low where the network is unsure; 0 where all are equal.
    public double skewness() {
        return skewness;
    }

    /// The population kurtosis m4 / m2² of all probabilities (3 for a normal distribution), at most
    /// that of [OutputLimits]. Low where the network is unsure; 0 where all are equal.
    public double kurtosis() {
        return kurtosis;
    }

    /// The most probable classes, the most probable first; of equals the lower one.
    ///
    /// @param count how many are wanted; there are never more than classes
    public int[] leading(int count) {
        int[] leading = new int[Math.min(count, weights.length)];
        int filled = 0;
        for (int k = 0; k < weights.length; k++) {
            int place = filled;
            while (place > 0 && logits[leading[place - 1]] < logits[k]) {
                place--;
            }
            if (place < leading.length) {
                filled = Math.min(filled + 1, leading.length);
                System.arraycopy(leading, place, leading, place + 1, filled - place - 1);
                leading[place] = k;
            }
        }
        return Arrays.copyOf(leading, filled);
    }
}
