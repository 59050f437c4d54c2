package org.sipsleuth.sequence.novelty;

import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.dialog.column.Slots;

/// Numbers the distinct transitions of a capture in the order in which they first came, each known
/// by the numbers of its three transactions. One thread.
final class TransitionPool {

    private final IntColumn parts = new IntColumn();
    private final Slots slots = new Slots();
    private final KeyedHash hash = KeyedHash.random();

    /// The number of a transition.
    int number(int earlier, int before, int next) {
        long key = hash.hash((long) earlier << Integer.SIZE | before, next);
        int known = slots.find(key, row -> parts.get(3 * row) == earlier && parts.get(3 * row + 1) == before
                && parts.get(3 * row + 2) == next);
        if (known >= 0) {
            return known;
        }
        parts.add(earlier);
        parts.add(before);
        parts.add(next);
        slots.add(size() - 1, key);
        return size() - 1;
    }

    /// How many there are.
    int size() {
        return parts.size() / 3;
    }

    /// One of the three transactions of a transition, from 0.
    int part(int transition, int place) {
        return parts.get(3 * transition + place);
    }
}
