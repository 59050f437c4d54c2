package org.sipsleuth.ngram.local;

/// A normal message near another one.
///
/// @param index of the training message
/// @param distance of both vectors
public record Neighbour(int index, double distance) {}
