package org.sipsleuth.rule;

/// Disjoint sets of numbers that are joined step by step. Cost: nearly constant for each step.
final class Sets {

    private final int[] parents;

    /// Each number from 0 to below the count is a set.
    Sets(int count) {
        parents = new int[count];
        for (int i = 0; i < count; i++) {
            parents[i] = i;
        }
    }

    /// The least number of a set.
    int of(int number) {
        int root = number;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /// Joins the sets of two numbers.
    void join(int one, int other) {
        int first = of(one);
        int second = of(other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }
}
