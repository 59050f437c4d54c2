package org.sipsleuth.ngram.contribution;

/// What one header field of a message adds to its score.
///
/// @param name as the message writes it; empty for the start line, the lines between the fields
///     and the body
/// @param from where it begins in the message
/// @param to where it ends (exclusive)
/// @param value what its bytes add
public record FieldContribution(String name, int from, int to, double value) {}
