package org.sipsleuth.ngram.local;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.ngram.embedding.SparseVector;

/// Distances among normal messages that were needed before. Not safe for threads, except for
/// [#NONE].
final class PairDistances {

    /// Remembers nothing.
    static final PairDistances NONE = new PairDistances(0);

    /// A power of two: 1 MiB of pairs.
    static final int MANY = 1 << 16;

    private final long[] pairs;
    private final double[] distances;

    PairDistances(int size) {
        this.pairs = new long[size];
        this.distances = new double[size];
        Arrays.fill(pairs, -1);
    }

    double distance(int one, int other, List<SparseVector> vectors) {
        if (one == other) {
            return 0;
        }
        int low = Math.min(one, other);
        int high = Math.max(one, other);
        if (pairs.length == 0) {
            return vectors.get(low).distance(vectors.get(high));
        }
        long pair = (long) low << Integer.SIZE | high;
        int place = (int) ((pair * 0x9e3779b97f4a7c15L) >>> 40) & pairs.length - 1;
        if (pairs[place] != pair) {
            pairs[place] = pair;
            distances[place] = vectors.get(low).distance(vectors.get(high));
        }
        return distances[place];
    }
}
