package org.sipsleuth.evaluate.flood;

/// How many windows were classified rightly and wrongly.
///
/// @param truePositives malicious and flagged
/// @param falsePositives legitimate and flagged
/// @param trueNegatives legitimate and not flagged
/// @param falseNegatives malicious and not flagged
record WindowCounts(long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {

    /// How many windows there are.
    long size() {
        return truePositives + falsePositives + trueNegatives + falseNegatives;
    }

    /// How many are wrong.
    long wrong() {
        return falsePositives + falseNegatives;
    }

    /// The share that is wrong, 0–1.
    double error() {
        return (double) wrong() / size();
    }

    /// The share that is right, 0–1.
    double accuracy() {
        return 1 - error();
    }

    /// The share of legitimate windows that is flagged, 0–1.
    double falsePositiveRate() {
        return (double) falsePositives / (falsePositives + trueNegatives);
    }

    /// The share of malicious windows that is not flagged, 0–1.
    double falseNegativeRate() {
        return (double) falseNegatives / (truePositives + falseNegatives);
    }

    /// The share of flagged windows that is malicious, 0–1.
    double precision() {
        return (double) truePositives / (truePositives + falsePositives);
    }

    /// The share of malicious windows that is flagged, 0–1.
    double recall() {
        return 1 - falseNegativeRate();
    }

    /// The harmonic mean of precision and recall.
    double f1() {
        return 2.0 * truePositives / (2 * truePositives + wrong());
    }

    /// Intersection over union of flagged and malicious windows.
    double iou() {
        return (double) truePositives / (truePositives + wrong());
    }
}
