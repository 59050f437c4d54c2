package org.sipsleuth.dialog.column;

/// Numbers things known by their fingerprints, all under the same key, from 0 in the order in which
/// they first came.
public final class FingerprintMap {

    private static final int FIRST_BITS = 10;

    /// The upper part of a fingerprint beside the lower one with the number plus one; a number of 0
    /// marks a free slot.
    private long[] slots = new long[2 << FIRST_BITS];

    private int bits = FIRST_BITS;
    private int size;

    /// The number of the thing, or -1 if it was never seen.
    public int find(Fingerprint fingerprint) {
        return (int) slots[slot(fingerprint.high(), fingerprint.low()) + 1] - 1;
    }

    /// The number of the thing, a new one if it was never seen.
    public int number(Fingerprint fingerprint) {
        int slot = slot(fingerprint.high(), fingerprint.low());
        if (slots[slot + 1] != 0) {
            return (int) slots[slot + 1] - 1;
        }
        slots[slot] = fingerprint.high();
        slots[slot + 1] = (long) fingerprint.low() << Integer.SIZE | ++size;
        if (size * 4L > 3L << bits) {
            grow();
        }
        return size - 1;
    }

    /// The slot of the fingerprint, or the free slot where it belongs.
    private int slot(long high, int low) {
        int mask = slots.length - 1;
        int slot = (int) (high >>> (Long.SIZE - bits)) * 2;
        while (slots[slot + 1] != 0 && (slots[slot] != high || (int) (slots[slot + 1] >>> Integer.SIZE) != low)) {
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
                int slot = slot(old[i], (int) (old[i + 1] >>> Integer.SIZE));
                slots[slot] = old[i];
                slots[slot + 1] = old[i + 1];
            }
        }
    }
}
