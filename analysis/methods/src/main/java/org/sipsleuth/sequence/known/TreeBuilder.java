package org.sipsleuth.sequence.known;

import org.sipsleuth.sequence.known.sorted.SortedSequences;

/// Builds the nodes of a [PrefixTree] in order of depth. A prefix that several sequences share is a
/// shared node, with its range of ranks and its branches; one that a single sequence has is in the
/// [CompressedSuffixes]. Nodes are numbered from 0, the shared ones first, the places of the tails
/// after them.
final class TreeBuilder {

    final SortedSequences sorted;
    final int sharedNodes;

    /// Of each shared node: the first rank that passes it, and the first that no longer does.
    final int[] firstRanks;

    final int[] lastRanks;

    /// Where each shared node's branches begin, with one entry more for the end.
    final int[] branchStarts;

    /// The types of the branches, rising within a node, and the nodes they lead to.
    final int[] branchTypes;

    final int[] branchNodes;
    final CompressedSuffixes tails;

    private final int[] depths;
    private int nodes;
    private int branches;

    TreeBuilder(SortedSequences sorted) {
        this.sorted = sorted;
        long inner = 1;
        long ends = 0;
        int unshared = 0;
        for (int rank = 0; rank < sorted.size(); rank++) {
            int shared = Math.max(sorted.shared(rank), sorted.shared(rank + 1));
            inner += shared - sorted.shared(rank);
            ends += sorted.length(rank) - shared;
            unshared += sorted.length(rank) > shared ? 1 : 0;
        }
        Math.toIntExact(inner + ends);
        sharedNodes = (int) inner;
        firstRanks = new int[sharedNodes];
        lastRanks = new int[sharedNodes];
        depths = new int[sharedNodes];
        branchStarts = new int[sharedNodes + 1];
        branchTypes = new int[sharedNodes - 1 + unshared];
        branchNodes = new int[branchTypes.length];
        tails = new CompressedSuffixes((int) ends, unshared);
        build();
    }

    private void build() {
        addShared(0, sorted.size(), 0);
        for (int node = 0; node < nodes; node++) {
            branchStarts[node] = branches;
            addBranches(node);
        }
        branchStarts[nodes] = branches;
        tails.complete();
    }

    private void addBranches(int node) {
        int depth = depths[node];
        int end = lastRanks[node];
        int rank = firstRanks[node];
        if (sorted.length(rank) == depth) {
            rank++;
        }
        while (rank < end) {
            int type = sorted.symbol(rank, depth);
            int next = rank + 1;
            while (next < end && sorted.symbol(next, depth) == type) {
                next++;
            }
            branchTypes[branches] = type;
            branchNodes[branches++] = next - rank > 1 ? addShared(rank, next, depth + 1)
                    : sharedNodes + tails.add(rank, sorted.sequence(rank), depth);
            rank = next;
        }
    }

    private int addShared(int firstRank, int lastRank, int depth) {
        firstRanks[nodes] = firstRank;
        lastRanks[nodes] = lastRank;
        depths[nodes] = depth;
        return nodes++;
    }
}
