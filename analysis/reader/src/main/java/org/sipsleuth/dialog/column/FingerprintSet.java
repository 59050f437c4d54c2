package org.sipsleuth.dialog.column;

/// A set of things known by their fingerprints, all under the same key.
public final class FingerprintSet {

    private static final int FIRST_BITS = 10;

    /// The upper parts of fingerprints; 0 marks a free slot.
    private long[] highs = new long[1 << FIRST_BITS];

    /// The lower ones, in the same slots.
    private int[] lows = new int[1 << FIRST_BITS];

    private int bits = FIRST_BITS;
    private int used;

    /// Adds a thing.
    ///
    /// @return whether it is new
    public boolean add(Fingerprint fingerprint) {
        if (used * 4L >= highs.length * 3L) {
            grow();
        }
        if (!put(stored(fingerprint), fingerprint.low())) {
            return false;
        }
        used++;
        return true;
    }

    /// Whether a thing was added.
    public boolean contains(Fingerprint fingerprint) {
        return highs[slot(stored(fingerprint), fingerprint.low())] != 0;
    }

    private static long stored(Fingerprint fingerprint) {
        return fingerprint.high() == 0 ? 1 : fingerprint.high();
    }

    private boolean put(long high, int low) {
        int slot = slot(high, low);
        boolean isNew = highs[slot] == 0;
        highs[slot] = high;
        lows[slot] = low;
        return isNew;
    }

    /// The slot of the fingerprint, or the free slot where it belongs.
    private int slot(long high, int low) {
        int slot = (int) (high >>> (Long.SIZE - bits));
        while (highs[slot] != 0 && (highs[slot] != high || lows[slot] != low)) {
            slot = (slot + 1) & (highs.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldHighs = highs;
        int[] oldLows = lows;
        bits++;
        highs = new long[1 << bits];
        lows = new int[1 << bits];
        for (int i = 0; i < oldHighs.length; i++) {
            if (oldHighs[i] != 0) {
                put(oldHighs[i], oldLows[i]);
            }
        }
    }
}
