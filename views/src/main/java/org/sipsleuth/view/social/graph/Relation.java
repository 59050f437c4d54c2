package org.sipsleuth.view.social.graph;

/// What connects the users of a graph.
public enum Relation {
    /// They called each other; the weight of an edge is the number of their calls.
    CALLS,

    /// They called the same users, or each other; the weight of an edge is their similarity, above
    /// 0 and at most 2. Between communities it is the sum.
    SHARED_CONTACTS;

    /// How strongly an edge pulls, and how strongly it is drawn: more for more, but less than twice
    /// as much for twice the weight.
    double strength(double weight) {
        return switch (this) {
            case CALLS -> 1 + Math.log(weight);
            case SHARED_CONTACTS -> Math.log1p(weight);
        };
    }
}
