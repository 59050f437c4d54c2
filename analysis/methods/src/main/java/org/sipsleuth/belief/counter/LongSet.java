package org.sipsleuth.belief.counter;

import java.util.Arrays;

/// Numbers, each once. They must be hashes of which nobody knows the key, so that they need no
/// further hashing.
final class LongSet {

    private static final int FIRST_BITS = 4;

    /// 0 marks a free slot.
    private long[] slots = new long[1 << FIRST_BITS];

    private int size;

    /// Adds a number that is not 0.
    ///
    /// @return whether it was not there yet
    boolean add(long number) {
        int slot = slot(slots, number);
        if (slots[slot] == number) {
            return false;
        }
        slots[slot] = number;
        if (++size * 2 > slots.length) {
            long[] grown = new long[2 * slots.length];
            for (long each : slots) {
                if (each != 0) {
                    grown[slot(grown, each)] = each;
                }
            }
            slots = grown;
        }
        return true;
    }

    private static int slot(long[] slots, long number) {
        int slot = (int) number & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /// How many there are.
    int size() {
        return size;
    }

    /// Forgets all.
    void clear() {
        if (slots.length > 1 << FIRST_BITS) {
            slots = new long[1 << FIRST_BITS];
        } else if (size > 0) {
            Arrays.fill(slots, 0);
        }
        size = 0;
    }
}
