package org.sipsleuth.dialog.statistics;

import java.util.Arrays;

/// Numbers that grow in number.
final class LongList {

    private long[] values = new long[16];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    void addAll(LongList other) {
        int sum = size + other.size;
        values = Arrays.copyOf(values, Math.max(sum, values.length));
        System.arraycopy(other.values, 0, values, size, other.size);
        size = sum;
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
