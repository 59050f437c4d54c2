package org.sipsleuth.view.social.graph;

/// The calls of two users, in both directions.
///
/// @param from the number of a node
/// @param to the number of another node
/// @param calls 1 or more
public record GraphEdge(int from, int to, long calls) {}
