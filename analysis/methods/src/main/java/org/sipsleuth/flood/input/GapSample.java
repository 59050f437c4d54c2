package org.sipsleuth.flood.input;

import java.util.Arrays;

/// Some of the gaps that were added, evenly spread: all of up to 1,024, every second of more, then
/// every fourth.
final class GapSample {

    private static final int FIRST = 64;
    private static final int MOST = 1_024;

    private long[] gaps = new long[FIRST];
    private int size;
    private long count;
    private long stride = 1;

    void clear() {
        size = 0;
        count = 0;
        stride = 1;
    }

    /// How many gaps were added.
    long count() {
        return count;
    }

    void add(long gapNanos) {
        if (count % stride == 0) {
            if (size == MOST) {
                for (int i = 0; i < MOST / 2; i++) {
                    gaps[i] = gaps[2 * i];
                }
                size = MOST / 2;
                stride *= 2;
            } else if (size == gaps.length) {
                gaps = Arrays.copyOf(gaps, 2 * size);
            }
            if (count % stride == 0) {
                gaps[size++] = gapNanos;
            }
        }
        count++;
    }

    /// The median, the greater of the two in the middle; there is at least one gap.
    long median() {
        long[] sorted = Arrays.copyOf(gaps, size);
        Arrays.sort(sorted);
        return sorted[size / 2];
    }
}
