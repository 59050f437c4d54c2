package org.sipsleuth.dialog.column;

import java.util.concurrent.ThreadLocalRandom;

/// Numbers things known by a 64-bit fingerprint, from 0 in the order in which they first came. Two
/// different things have the same fingerprint once in 2⁶⁴ pairs.
public final class FingerprintMap {

    private static final int FIRST_BITS = 10;

    /// Scatters fingerprints over the slots in a way that nobody can foresee.
    private final long multiplier = ThreadLocalRandom.current().nextLong() | 1;

    /// Fingerprint and number plus one, side by side; a number of 0 marks a free slot.
    private long[] slots = new long[2 << FIRST_BITS];

    private int bits = FIRST_BITS;
    private int size;

    /// The number of the thing, or -1 if it was never seen.
    public int find(long fingerprint) {
        return (int) slots[slot(fingerprint) + 1] - 1;
    }

    /// The number of the thing, a new one if it was never seen.
    public int number(long fingerprint) {
        int slot = slot(fingerprint);
        if (slots[slot + 1] != 0) {
            return (int) slots[slot + 1] - 1;
        }
        slots[slot] = fingerprint;
        slots[slot + 1] = ++size;
        if (size * 2L > 1L << bits) {
            grow();
        }
        return size - 1;
    }

    /// Where the fingerprint stands, or where it would.
    private int slot(long fingerprint) {
        int mask = slots.length - 1;
        int slot = (int) ((fingerprint * multiplier) >>> (Long.SIZE - bits)) * 2;
        while (slots[slot + 1] != 0 && slots[slot] != fingerprint) {
            slot = (slot + 2) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        bits++;
        slots = new long[2 << bits];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                int slot = slot(old[i]);
                slots[slot] = old[i];
                slots[slot + 1] = old[i + 1];
            }
        }
    }
}
