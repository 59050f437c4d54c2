package org.sipsleuth.ngram.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.ngram.embedding.SparseVector;

/// Normal messages in groups around one of them, its *pivot*, so that few of them are looked at.
/// Immutable.
///
/// Pivots have an inverted index: n-gram to pivots with their values. Every other message is kept
/// as its difference from its pivot, which is short, since messages of one kind are alike; within a
/// group they are sorted by their distance from the pivot, so that the triangle inequality rules
/// out most of them.
final class NeighbourIndex {

    private static final int MOST_PIVOTS = 192;

    private final GramIds grams;
    private final int[] postingsFrom;
    private final int[] postingPivots;
    private final double[] postingValues;
    private final List<PivotGroup> groups;

    private NeighbourIndex(GramIds grams, int[] postingsFrom, int[] postingPivots, double[] postingValues,
            List<PivotGroup> groups) {
        this.grams = grams;
        this.postingsFrom = postingsFrom;
        this.postingPivots = postingPivots;
        this.postingValues = postingValues;
        this.groups = groups;
    }

    static NeighbourIndex of(List<SparseVector> vectors) {
        GramIds grams = GramIds.of(vectors);
        Pivots pivots = Pivots.of(vectors, (int) Math.min(MOST_PIVOTS, 4 * Math.sqrt(vectors.size())));
        List<PivotGroup> groups = new ArrayList<>();
        for (int g = 0; g < pivots.count(); g++) {
            int group = g;
            int[] members = IntStream.range(0, vectors.size())
                    .filter(i -> pivots.group(i) == group)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(pivots::distance).thenComparingInt(i -> i))
                    .mapToInt(i -> i)
                    .toArray();
            groups.add(PivotGroup.of(vectors, pivots.vector(g), members, grams));
        }
        return inverted(grams, groups);
    }

    private static NeighbourIndex inverted(GramIds grams, List<PivotGroup> groups) {
        int[] from = new int[grams.size() + 1];
        for (PivotGroup group : groups) {
            SparseVector pivot = group.pivot();
            for (int i = 0; i < pivot.size(); i++) {
                from[grams.id(pivot.key(i)) + 1]++;
            }
        }
        Arrays.parallelPrefix(from, Integer::sum);
        int[] next = from.clone();
        int[] pivots = new int[from[grams.size()]];
        double[] values = new double[pivots.length];
        for (int g = 0; g < groups.size(); g++) {
            SparseVector pivot = groups.get(g).pivot();
            for (int i = 0; i < pivot.size(); i++) {
                int place = next[grams.id(pivot.key(i))]++;
                pivots[place] = g;
                values[place] = pivot.value(i);
            }
        }
        return new NeighbourIndex(grams, from, pivots, values, List.copyOf(groups));
    }

    GramIds grams() {
        return grams;
    }

    List<PivotGroup> groups() {
        return groups;
    }

    /// Adds the products of one n-gram of a message with all pivots.
    void addProducts(int gram, double value, double[] products) {
        for (int i = postingsFrom[gram]; i < postingsFrom[gram + 1]; i++) {
            products[postingPivots[i]] += value * postingValues[i];
        }
    }
}
