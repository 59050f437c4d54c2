package org.sipsleuth.sequence.network;

import org.sipsleuth.neural.DenseRows;

/// Rows of a dense layer that wait to be added, each with its factor.
final class Active {

    private final int[] rows;
    private final float[] factors;
    private int count;

    Active(int most) {
        this.rows = new int[most];
        this.factors = new float[most];
    }

    void add(int row, float factor) {
        rows[count] = row;
        factors[count] = factor;
        count++;
    }

    void addTo(float[] sum, DenseRows dense) {
        dense.add(sum, rows, factors, count);
    }

    void clear() {
        count = 0;
    }

    void set(Active other) {
        System.arraycopy(other.rows, 0, rows, 0, other.count);
        System.arraycopy(other.factors, 0, factors, 0, other.count);
        count = other.count;
    }
}
