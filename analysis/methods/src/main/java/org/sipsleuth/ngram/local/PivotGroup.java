package org.sipsleuth.ngram.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.ngram.embedding.VectorSum;

/// Normal messages around a pivot, the nearest to it first. Immutable.
final class PivotGroup {

    private final SparseVector pivot;
    private final int[] members;
    private final double[] distances;
    private final double[] squaredNorms;
    private final int[] differencesFrom;
    private final int[] grams;
    private final double[] differences;

    private PivotGroup(SparseVector pivot, int[] members, double[] distances, double[] squaredNorms,
            int[] differencesFrom, int[] grams, double[] differences) {
        this.pivot = pivot;
        this.members = members;
        this.distances = distances;
        this.squaredNorms = squaredNorms;
        this.differencesFrom = differencesFrom;
        this.grams = grams;
        this.differences = differences;
    }

    /// @param members by their distance from the pivot
    static PivotGroup of(List<SparseVector> vectors, SparseVector pivot, int[] members, GramIds ids) {
        int[] from = new int[members.length + 1];
        List<SparseVector> all = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            VectorSum sum = new VectorSum();
            sum.add(vectors.get(members[i]), 1);
            sum.add(pivot, -1);
            SparseVector difference = sum.vector();
            all.add(difference);
            from[i + 1] = from[i] + difference.size();
        }
        int[] grams = new int[from[members.length]];
        double[] differences = new double[grams.length];
        for (int i = 0; i < members.length; i++) {
            for (int j = 0; j < all.get(i).size(); j++) {
                grams[from[i] + j] = ids.id(all.get(i).key(j));
                differences[from[i] + j] = all.get(i).value(j);
            }
        }
        return new PivotGroup(pivot, members,
                Arrays.stream(members).mapToDouble(i -> pivot.distance(vectors.get(i))).toArray(),
                Arrays.stream(members).mapToDouble(i -> vectors.get(i).squaredNorm()).toArray(), from, grams,
                differences);
    }

    SparseVector pivot() {
        return pivot;
    }

    int size() {
        return members.length;
    }

    int member(int i) {
        return members[i];
    }

    /// How far a member lies from the pivot.
    double distance(int i) {
        return distances[i];
    }

    /// How far the farthest member lies from the pivot.
    double radius() {
        return distances[distances.length - 1];
    }

    /// The squared distance of a member from a message.
    ///
    /// @param values the message's value for each n-gram
    /// @param squaredNorm of the message
    /// @param product of message and pivot
    double squaredDistance(int i, double[] values, double squaredNorm, double product) {
        double sum = product;
        for (int j = differencesFrom[i]; j < differencesFrom[i + 1]; j++) {
            sum += values[grams[j]] * differences[j];
        }
        return SparseVector.squaredDistance(squaredNorm, squaredNorms[i], sum);
    }
}
