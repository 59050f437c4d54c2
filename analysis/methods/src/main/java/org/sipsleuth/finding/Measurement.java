package org.sipsleuth.finding;

/// A value, and the threshold it was compared with.
///
/// @param statistic what was measured, in words: `maximum output`
/// @param value what was found
/// @param threshold what it was compared with, in the same unit
/// @param anomalous on which side of the threshold it is anomalous
/// @param text the comparison in words, where numbers say less: `never`; else empty
public record Measurement(
        String statistic, double value, double threshold, Side anomalous, String text) {

    /// A comparison that numbers say best.
    public Measurement(String statistic, double value, double threshold, Side anomalous) {
        this(statistic, value, threshold, anomalous, "");
    }

    /// A side of a threshold.
    public enum Side {
        BELOW,
        ABOVE
    }

    /// Whether the value lies on the anomalous side. A value at the threshold does not.
    public boolean isAnomalous() {
        return anomalous == Side.BELOW ? value < threshold : value > threshold;
    }
}
