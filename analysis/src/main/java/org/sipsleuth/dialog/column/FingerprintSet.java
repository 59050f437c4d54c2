package org.sipsleuth.dialog.column;

import java.util.concurrent.ThreadLocalRandom;

/// A set of 64-bit fingerprints. Two different things have the same fingerprint once in 2⁶⁴ pairs.
public final class FingerprintSet {

    private static final int FIRST_BITS = 10;

    /// Scatters fingerprints over the slots in a way that nobody can foresee.
    private final long multiplier = ThreadLocalRandom.current().nextLong() | 1;

    private long[] slots = new long[1 << FIRST_BITS];
    private int bits = FIRST_BITS;
    private int used;

    /// Adds a fingerprint.
    ///
    /// @return whether it is new
    public boolean add(long fingerprint) {
        long stored = fingerprint == 0 ? 1 : fingerprint; // 0 marks a free slot
        if (used * 2 >= slots.length) {
            grow();
        }
        if (!put(stored)) {
            return false;
        }
        used++;
        return true;
    }

    /// Whether a fingerprint was added.
    public boolean contains(long fingerprint) {
        long sought = fingerprint == 0 ? 1 : fingerprint;
        return slots[slot(sought)] != 0;
    }

    private boolean put(long stored) {
        int slot = slot(stored);
        boolean isNew = slots[slot] == 0;
        slots[slot] = stored;
        return isNew;
    }

    /// Where the fingerprint stands, or where it would.
    private int slot(long stored) {
        int slot = (int) ((stored * multiplier) >>> (Long.SIZE - bits));
        while (slots[slot] != 0 && slots[slot] != stored) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        bits++;
        slots = new long[1 << bits];
        for (long stored : old) {
            if (stored != 0) {
                put(stored);
            }
        }
    }
}
