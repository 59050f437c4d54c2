package org.sipsleuth.finding;

import org.sipsleuth.sentence.Sentence;

/// A value, and the threshold it was compared with.
///
/// @param statistic what was measured, in words: `maximum output`
/// @param value what was found
/// @param threshold what it was compared with, in the same unit
/// @param anomalous on which side of the threshold it is anomalous
/// @param text the comparison in words, where numbers say less: `never`; else says nothing
public record Measurement(
        Sentence statistic, double value, double threshold, Side anomalous, Sentence text) {

    /// A comparison that numbers say best.
    public Measurement(Sentence statistic, double value, double threshold, Side anomalous) {
        this(statistic, value, threshold, anomalous, Sentence.none());
    }

    /// A side of a threshold.
    public enum Side {
        /// Below the threshold.
        BELOW,
        /// Above the threshold.
        ABOVE,
        /// At the threshold or above.
        AT_LEAST,
        /// At the threshold or below.
        AT_MOST
    }

    /// Whether the value lies on the anomalous side.
    public boolean isAnomalous() {
        return switch (anomalous) {
            case BELOW -> value < threshold;
            case ABOVE -> value > threshold;
            case AT_LEAST -> value >= threshold;
            case AT_MOST -> value <= threshold;
        };
    }
}
