package org.sipsleuth.ngram.local;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.ngram.embedding.SparseVector;

/// Messages far from each other, and which of them is nearest to every message. The first is
/// message 0, each further one the message farthest from those before.
final class Pivots {

    private final List<SparseVector> vectors;
    private final int[] pivots;
    private final int[] groups;
    private final double[] distances;
    private int count;

    private Pivots(List<SparseVector> vectors, int most) {
        this.vectors = vectors;
        this.pivots = new int[Math.max(1, most)];
        this.groups = new int[vectors.size()];
        this.distances = new double[vectors.size()];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
    }

    static Pivots of(List<SparseVector> vectors, int most) {
        Pivots found = new Pivots(vectors, most);
        int next = 0;
        while (found.count < found.pivots.length && found.distances[next] > 0) {
            next = found.add(next);
        }
        return found;
    }

    /// Adds a pivot.
    ///
    /// @return the message farthest from all pivots
    private int add(int pivot) {
        SparseVector vector = vectors.get(pivot);
        int farthest = 0;
        for (int i = 0; i < distances.length; i++) {
            double distance = vector.distance(vectors.get(i));
            if (distance < distances[i]) {
                distances[i] = distance;
                groups[i] = count;
            }
            if (distances[i] > distances[farthest]) {
                farthest = i;
            }
        }
        pivots[count++] = pivot;
        return farthest;
    }

    int count() {
        return count;
    }

    SparseVector vector(int group) {
        return vectors.get(pivots[group]);
    }

    int group(int message) {
        return groups[message];
    }

    double distance(int message) {
        return distances[message];
    }
}
