package org.sipsleuth.ngram.detection;

/// From which score on a message is anomalous.
///
/// @param score higher ones are anomalous
/// @param measured how many distinct normal messages were kept out of training and threshold
/// @param falseAlarms the share of those above the threshold, 0 to 1: what it was measured to cause
public record NgramThreshold(double score, int measured, double falseAlarms) {}
