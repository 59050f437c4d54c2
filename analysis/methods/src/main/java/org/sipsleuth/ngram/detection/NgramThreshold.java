package org.sipsleuth.ngram.detection;

/// From which score on a message is anomalous.
///
/// @param score higher ones are anomalous
/// @param measured how many distinct normal messages were kept out of training and threshold
/// @param falseAlarms the share of those above the threshold, 0 to 1: what it was measured to cause
public record NgramThreshold(double score, int measured, double falseAlarms) {

    /// What few messages cannot measure counts up to this share.
    private static final double MOST_UNCERTAIN = 0.05;

    /// The share that further normal messages may have, 0 to 1: as if one more had been measured,
    /// above the threshold; that one counts for 0.05 at most.
    public double expected() {
        double oneMore = (falseAlarms * measured + 1) / (measured + 1);
        return Math.max(falseAlarms, Math.min(MOST_UNCERTAIN, oneMore));
    }
}
