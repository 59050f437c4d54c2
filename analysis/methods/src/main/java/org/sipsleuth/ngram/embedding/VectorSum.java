package org.sipsleuth.ngram.embedding;

import java.util.Arrays;

/// Adds up vectors with weights. Not safe for threads. The result depends on the order of the
/// additions in its last bits, so callers keep that order.
public final class VectorSum {

    private static final int FIRST = 1 << 10;

    private long[] keys = new long[FIRST];
    private double[] values = new double[FIRST];
    private boolean[] used = new boolean[FIRST];
    private int size;

    /// The sum of no vectors.
    public VectorSum() {}

    /// Adds a vector times a weight.
    public void add(SparseVector vector, double weight) {
        for (int i = 0; i < vector.size(); i++) {
            int place = place(vector.key(i));
            if (!used[place]) {
                if (size * 2 >= keys.length) {
                    grow();
                    place = place(vector.key(i));
                }
                used[place] = true;
                keys[place] = vector.key(i);
                size++;
            }
            values[place] += vector.value(i) * weight;
        }
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int place = (int) GramKeys.mix(key) & mask;
        while (used[place] && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        double[] oldValues = values;
        boolean[] oldUsed = used;
        keys = new long[oldKeys.length * 2];
        values = new double[keys.length];
        used = new boolean[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldUsed[i]) {
                int place = place(oldKeys[i]);
                used[place] = true;
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }

    /// The sum so far, zeros left out.
    public SparseVector vector() {
        long[] sorted = new long[size];
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (used[i] && values[i] != 0) {
                sorted[count++] = keys[i];
            }
        }
        sorted = Arrays.copyOf(sorted, count);
        Arrays.sort(sorted);
        double[] sums = new double[count];
        for (int i = 0; i < count; i++) {
            sums[i] = values[place(sorted[i])];
        }
        return new SparseVector(sorted, sums);
    }
}
