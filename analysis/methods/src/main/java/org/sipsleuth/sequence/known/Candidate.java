package org.sipsleuth.sequence.known;

/// A known dialog that a prefix may still become.
///
/// @param dialogClass its class, from 0
/// @param probability that it does, above 0 and at most 1: its share of the occurrences that pass
///     the prefix
public record Candidate(int dialogClass, double probability) {}
