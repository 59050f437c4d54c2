package org.sipsleuth.social.graph;

/// How many calls there are from the members of one group to those of another (paper 5, Fig. 16).
/// Immutable.
public final class GroupFlows {

    private final int groups;
    private final long[] calls; // from the group of the row to that of the column

    private GroupFlows(int groups, long[] calls) {
        this.groups = groups;
        this.calls = calls;
    }

    /// The flows of a graph.
    ///
    /// @param groupOf the group of each user, 0 to groups - 1
    public static GroupFlows of(CallGraph graph, int[] groupOf, int groups) {
        long[] calls = new long[groups * groups];
        for (int pair = 0; pair < graph.size(); pair++) {
            calls[groupOf[graph.caller(pair)] * groups + groupOf[graph.callee(pair)]] += graph.calls(pair);
        }
        return new GroupFlows(groups, calls);
    }

    /// How many groups there are.
    public int groups() {
        return groups;
    }

    /// The calls from one group to another, or within one.
    public long calls(int from, int to) {
        return calls[from * groups + to];
    }
}
