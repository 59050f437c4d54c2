package org.sipsleuth.sequence.known;

/// How a known prefix may go on.
///
/// @param type the message type that comes next
/// @param node the node it leads to
/// @param probability that it comes next, above 0 and at most 1: its share of the occurrences that
///     pass the prefix
public record Continuation(String type, int node, double probability) {}
