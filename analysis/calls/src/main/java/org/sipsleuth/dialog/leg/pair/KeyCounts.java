package org.sipsleuth.dialog.leg.pair;

import java.util.concurrent.ThreadLocalRandom;

/// Counts keys: an open table of primitives, mixed by a secret so that nobody can write keys that
/// collide. One thread counts; then any reads.
final class KeyCounts {

    private static final int FIRST_BITS = 8;

    private final long secret = ThreadLocalRandom.current().nextLong() | 1;
    private long[] keys = new long[1 << FIRST_BITS];
    private int[] counts = new int[1 << FIRST_BITS];
    private int bits = FIRST_BITS;
    private int size;

    /// Counts a key; 0 is missing.
    void add(long key) {
        if (key == 0) {
            return;
        }
        int slot = slot(key);
        if (counts[slot]++ == 0) {
            keys[slot] = key;
            size++;
            if (size * 2L > keys.length) {
                grow();
            }
        }
    }

    /// How often a key was counted.
    int of(long key) {
        return key == 0 ? 0 : counts[slot(key)];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long mixed = (key ^ key >>> 32) * secret;
        mixed = (mixed ^ mixed >>> 29) * secret;
        int slot = (int) (mixed >>> (Long.SIZE - bits));
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        bits++;
        keys = new long[1 << bits];
        counts = new int[1 << bits];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
