package org.sipsleuth.view.flood.traffic;

import java.util.Arrays;

/// Moments in the order of time, in ns since the epoch: 8 bytes for each. Immutable.
public final class Moments {

    private final long[] nanos;

    private Moments(long[] sorted) {
        this.nanos = sorted;
    }

    /// Takes a copy and sorts it.
    static Moments of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Moments(sorted);
    }

    /// How many there are.
    public int size() {
        return nanos.length;
    }

    /// One of them.
    public long at(int place) {
        return nanos[place];
    }

    /// How many are before a moment. Cost: log of all.
    public int before(long moment) {
        int low = 0;
        int high = nanos.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nanos[middle] < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// How many are in a range whose end does not belong to it.
    public int between(long from, long to) {
        return before(to) - before(from);
    }
}
