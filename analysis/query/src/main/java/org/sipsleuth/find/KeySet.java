package org.sipsleuth.find;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A set of keys of which only 32 bits each are kept, sorted: four bytes a key. It never misses a
/// key; by chance it has one that was not put in with the probability size / 2³², which is 0.02 % of a
/// million keys. A Bloom filter with 1 % takes 1.2 bytes, but a call is asked for in a thousand files
/// by many Call-IDs, and 1 % of each would have nearly all of them read.
///
/// Immutable; lies in a file that is mapped, or in memory.
final class KeySet {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final MemorySegment sorted;

    private KeySet(MemorySegment sorted) {
        this.sorted = sorted;
    }

    /// The set that these bytes are.
    static KeySet of(MemorySegment bytes) {
        return new KeySet(bytes.asReadOnly());
    }

    /// How it is stored.
    MemorySegment bytes() {
        return sorted;
    }

    long size() {
        return sorted.byteSize() / Integer.BYTES;
    }

    /// Whether it has a key, or by chance one that is kept as it is.
    boolean mayHave(long key) {
        int wanted = kept(key);
        long low = 0;
        long high = size() - 1;
        while (low <= high) {
            long middle = (low + high) >>> 1;
            int order = Integer.compare(sorted.get(INT, middle * Integer.BYTES), wanted);
            if (order == 0) {
                return true;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return false;
    }

    private static int kept(long key) {
        long mixed = (key ^ (key >>> 32)) * MIX;
        return (int) (((mixed ^ (mixed >>> 29)) * MIX) >>> 32);
    }

    /// Takes keys in any order, each as often as it comes.
    static final class Builder {

        private static final int FIRST = 1 << 10;

        private int[] keys = new int[FIRST];
        private int size;

        void add(long key) {
            if (size == keys.length) {
                sort();
                keys = size > keys.length / 2 ? Arrays.copyOf(keys, 2 * keys.length) : keys;
            }
            keys[size++] = kept(key);
        }

        private void sort() {
            Arrays.sort(keys, 0, size);
            int unique = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || keys[i] != keys[unique - 1]) {
                    keys[unique++] = keys[i];
                }
            }
            size = unique;
        }

        KeySet build() {
            sort();
            MemorySegment bytes = MemorySegment.ofArray(new byte[size * Integer.BYTES]);
            for (int i = 0; i < size; i++) {
                bytes.set(INT, (long) i * Integer.BYTES, keys[i]);
            }
            return new KeySet(bytes);
        }
    }
}
