package org.sipsleuth.dialog.leg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// Which calls have a key, in the order in which they began. Calls are identified by their rank in
/// that order.
final class SharedKeys {

    private static final Comparator<Entry> ORDER = Comparator.comparingLong(Entry::key).thenComparingInt(Entry::rank);

    private final Entry[] entries;

    /// A call that has a key.
    private record Entry(long key, int rank) {}

    private SharedKeys(Entry[] entries) {
        this.entries = entries;
    }

    /// Collects the keys of calls.
    static final class Builder {
        private final List<Entry> entries = new ArrayList<>();

        /// Adds a key of a call; 0 means no key.
        void add(long key, int rank) {
            if (key != 0) {
                entries.add(new Entry(key, rank));
            }
        }

        SharedKeys build() {
            Entry[] sorted = entries.toArray(Entry[]::new);
            Arrays.parallelSort(sorted, ORDER);
            return new SharedKeys(sorted);
        }
    }

    /// How many calls have a key, counted up to `most`.
    int count(long key, int most) {
        int from = place(key, 0);
        int count = 0;
        while (count < most && from + count < entries.length && entries[from + count].key == key) {
            count++;
        }
        return count;
    }

    /// Returns the calls with a key that began before one of them, the latest first, until the
    /// consumer wants no more.
    void before(long key, int rank, IntPredicate consumer) {
        if (key == 0) {
            return;
        }
        for (int i = place(key, rank) - 1; i >= 0 && entries[i].key == key; i--) {
            if (!consumer.test(entries[i].rank)) {
                return;
            }
        }
    }

    private int place(long key, int rank) {
        int low = 0;
        int high = entries.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            Entry entry = entries[middle];
            boolean less = entry.key < key || (entry.key == key && entry.rank < rank);
            low = less ? middle + 1 : low;
            high = less ? high : middle;
        }
        return low;
    }
}
