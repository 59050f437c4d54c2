package org.sipsleuth.view.social.graph;

/// A user in the call graph, or a group of users drawn as one.
///
/// @param name what it is known by; keeps its place while others come and go
/// @param label what is written beside it
/// @param calls made and received, 0 or more; its size
/// @param role its shape
/// @param cluster its cluster of behaviour, from 0, or -1 for none; its colour
/// @param community whom it mostly calls and is called by, from 0, or -1 for none; its place
/// @param isFlagged whether it has a ring
public record GraphNode(
        String name,
        String label,
        long calls,
        CallRole role,
        int cluster,
        int community,
        boolean isFlagged) {

    /// The same, with a ring or without.
    GraphNode flagged(boolean isWanted) {
        return new GraphNode(name, label, calls, role, cluster, community, isWanted);
    }
}
