package org.sipsleuth.social.graph;

import java.util.Arrays;

/// Nodes with a key each, the node with the least key at hand: a tournament tree. A change costs
/// the logarithm of the nodes; of equal keys the lower node is first. For one thread.
final class LeastFirst {

    private final double[] keys;

    /// The node that wins below each place; leaves are in the second half.
    private final int[] winners;

    private final int leaves;

    /// @param keys of the nodes; positive infinity for one that takes no part
    LeastFirst(double[] keys) {
        leaves = Math.max(1, Integer.highestOneBit(Math.max(1, keys.length - 1)) * 2);
        this.keys = Arrays.copyOf(keys, leaves);
        Arrays.fill(this.keys, keys.length, leaves, Double.POSITIVE_INFINITY);
        winners = new int[2 * leaves];
        for (int node = 0; node < leaves; node++) {
            winners[leaves + node] = node;
        }
        for (int place = leaves - 1; place >= 1; place--) {
            winners[place] = winner(place);
        }
    }

    private int winner(int place) {
        int left = winners[2 * place];
        int right = winners[2 * place + 1];
        return keys[right] < keys[left] ? right : left;
    }

    /// The node with the least key.
    int least() {
        return winners[1];
    }

    /// The key of a node.
    double key(int node) {
        return keys[node];
    }

    /// Changes the key of a node.
    void set(int node, double key) {
        keys[node] = key;
        for (int place = (leaves + node) / 2; place >= 1; place /= 2) {
            winners[place] = winner(place);
        }
    }

    /// Takes a node out.
    void remove(int node) {
        set(node, Double.POSITIVE_INFINITY);
    }
}
