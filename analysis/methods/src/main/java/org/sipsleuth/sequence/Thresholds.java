package org.sipsleuth.sequence;

import java.util.Arrays;
import org.sipsleuth.finding.NetworkMark;

/// What the outputs are compared with: λS, λK, and λMax of each known dialog (paper 1 §3.2).
/// Immutable.
public final class Thresholds {

    /// Skewness and kurtosis that are below by no more than this do so by rounding alone, which
    /// differs between machines. Of three outputs the kurtosis is the same whatever they are.
    private static final double ROUNDING = 1e-9;

    private final double skewness;
    private final double kurtosis;
    private final double[] maxima;
    private final double tolerance;

    /// @param skewness λS on the model's scale
    /// @param kurtosis λK on the model's scale
    /// @param maxima λMax of each known dialog; copied
    /// @param tolerance by which a maximum may be below, as a share of the threshold
    Thresholds(double skewness, double kurtosis, double[] maxima, double tolerance) {
        this.skewness = skewness;
        this.kurtosis = kurtosis;
        this.maxima = maxima.clone();
        this.tolerance = tolerance;
    }

    /// λS: from here on a skewness is within.
    public double skewness() {
        return skewness;
    }

    /// λK: from here on a kurtosis is within.
    public double kurtosis() {
        return kurtosis;
    }

    /// λMax of a known dialog, without the tolerance.
    public double maximum(int known) {
        return maxima[known];
    }

    /// From here on a maximum is within: λMax less the tolerance.
    public double leastMaximum(int known) {
        return maxima[known] * (1 - tolerance);
    }

    /// By which share a maximum may be below its threshold.
    public double tolerance() {
        return tolerance;
    }

    /// How many known dialogs have a threshold.
    int size() {
        return maxima.length;
    }

    /// All λMax.
    double[] maxima() {
        return maxima.clone();
    }

    /// The same with another λS and λK, as somebody draws them.
    public Thresholds with(double otherSkewness, double otherKurtosis) {
        return new Thresholds(otherSkewness, otherKurtosis, maxima, tolerance);
    }

    /// What skewness and kurtosis say, with a tolerance for rounding. A dialog longer than any
    /// known one is always outside.
    public NetworkMark byMoments(SequenceScore score) {
        if (score.isCut()) {
            return NetworkMark.OUTSIDE;
        }
        boolean isSkewed = score.skewness() >= skewness - ROUNDING;
        boolean isPeaked = score.kurtosis() >= kurtosis - ROUNDING;
        if (isSkewed && isPeaked) {
            return NetworkMark.WITHIN;
        }
        return isSkewed || isPeaked ? NetworkMark.BETWEEN : NetworkMark.OUTSIDE;
    }

    /// What the maximum of the output says.
    public NetworkMark byMaximum(SequenceScore score) {
        boolean isWithin = !score.isCut() && score.maximum() >= leastMaximum(score.best());
        return isWithin ? NetworkMark.WITHIN : NetworkMark.OUTSIDE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Thresholds thresholds && Double.compare(skewness, thresholds.skewness) == 0
                && Double.compare(kurtosis, thresholds.kurtosis) == 0
                && Double.compare(tolerance, thresholds.tolerance) == 0 && Arrays.equals(maxima, thresholds.maxima);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(maxima);
    }
}
