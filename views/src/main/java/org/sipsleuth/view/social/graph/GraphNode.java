package org.sipsleuth.view.social.graph;

import static org.sipsleuth.view.ui.Texts.text;

/// A user in the call graph, or a group of users drawn as one.
///
/// @param name what it is known by; keeps its place while others come and go
/// @param label what is written beside it
/// @param calls made and received, 0 or more; its size
/// @param role its shape
/// @param cluster its cluster of behaviour, from 0, or -1 for none; its colour
/// @param community whom it mostly calls and is called by, from 0, or -1 for none; its place
/// @param isFlagged whether it has a ring
/// @param incident the titles of the incidents it belongs to, which frame it; empty for none
/// @param isNearMiss whether it has a dashed ring: not flagged, but it would be next
public record GraphNode(String name, String label, long calls, CallRole role, int cluster, int community,
        boolean isFlagged, String incident, boolean isNearMiss) {

    /// A node that belongs to no incident and is no near miss.
    public GraphNode(String name, String label, long calls, CallRole role, int cluster, int community,
            boolean isFlagged) {
        this(name, label, calls, role, cluster, community, isFlagged, "", false);
    }

    /// The same, with a ring or without.
    GraphNode flagged(boolean isWanted) {
        return new GraphNode(name, label, calls, role, cluster, community, isWanted, incident, isNearMiss);
    }

    /// The same, framed as a part of incidents or not.
    GraphNode of(String titles) {
        return new GraphNode(name, label, calls, role, cluster, community, isFlagged, titles, isNearMiss);
    }

    /// The same, with a dashed ring or without.
    GraphNode nearMiss(boolean isWanted) {
        return new GraphNode(name, label, calls, role, cluster, community, isFlagged, incident, isWanted);
    }

    /// Whether it is placed as another.
    boolean liesLike(GraphNode other) {
        return name.equals(other.name) && community == other.community;
    }

    /// Whether it belongs to an incident.
    public boolean isOfIncident() {
        return !incident.isEmpty();
    }

    /// What stands beside the pointer: who it is, its calls, its incidents, and whether it was nearly
    /// flagged.
    String tip() {
        String who = text("social.graph.tip", label, calls, text("social.role." + role.name()));
        return who + (isOfIncident() ? "\n" + incident : "") + (isNearMiss ? "\n" + text("social.graph.near") : "");
    }

    /// Whether it is drawn and named before others: it has a ring or belongs to an incident.
    boolean isMarked() {
        return isFlagged || isNearMiss || isOfIncident();
    }
}
