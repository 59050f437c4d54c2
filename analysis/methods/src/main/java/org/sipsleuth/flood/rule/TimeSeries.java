package org.sipsleuth.flood.rule;

import java.util.Arrays;

/// A value over time, at every change; between two changes it stays. 12 bytes for each.
public final class TimeSeries {

    private static final int FIRST = 64;

    private long[] atNanos = new long[FIRST];
    private float[] values = new float[FIRST];
    private int size;

    TimeSeries() {}

    /// The next change; one at the same time as the last replaces it.
    ///
    /// @param at in ns since the epoch, in the order of time
    void add(long at, double value) {
        if (size > 0 && atNanos[size - 1] == at) {
            values[size - 1] = (float) value;
            return;
        }
        if (size == values.length) {
            int more = size + (size >> 1);
            atNanos = Arrays.copyOf(atNanos, more);
            values = Arrays.copyOf(values, more);
        }
        atNanos[size] = at;
        values[size++] = (float) value;
    }

    /// How many changes there are.
    public int size() {
        return size;
    }

    /// When a change was, in ns since the epoch.
    public long atNanos(int change) {
        return atNanos[change];
    }

    /// The value from a change on.
    public float value(int change) {
        return values[change];
    }

    /// The value at a time, in ns since the epoch; 0 before the first change. Cost: log of the
    /// changes.
    public float at(long nanos) {
        int place = Arrays.binarySearch(atNanos, 0, size, nanos);
        int change = place < 0 ? -2 - place : place;
        return change < 0 ? 0 : values[change];
    }
}
