package org.sipsleuth.view.social.graph;

/// What connects two users, in both directions.
///
/// @param from the number of a node
/// @param to the number of another node
/// @param weight above 0: calls or similarity, as the [Relation] of the graph says
public record GraphEdge(int from, int to, double weight) {}
