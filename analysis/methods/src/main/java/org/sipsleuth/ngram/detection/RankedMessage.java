package org.sipsleuth.ngram.detection;

/// An anomalous message in the list of all.
///
/// @param message the first of its copies
/// @param score higher is more anomalous
/// @param copies how many messages are equal to it once values are replaced, itself included
public record RankedMessage(int message, double score, int copies) {}
