package org.sipsleuth.view.sequence.prediction.course;

/// A message that may come next.
///
/// @param type a method or a status code
/// @param probability that it comes next, as often as it did in training
/// @param came whether it did
public record Likely(String type, double probability, boolean came) {}
