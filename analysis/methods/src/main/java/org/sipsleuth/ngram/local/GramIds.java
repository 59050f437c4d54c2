package org.sipsleuth.ngram.local;

import java.util.List;
import org.sipsleuth.ngram.embedding.SparseVector;

/// Numbers from 0 for the n-grams of normal messages. Immutable once made.
final class GramIds {

    private final long[] keys;
    private final int[] ids;
    private int size;

    private GramIds(int capacity) {
        this.keys = new long[capacity];
        this.ids = new int[capacity];
    }

    static GramIds of(List<SparseVector> vectors) {
        GramIds numbered = new GramIds(1 << 12);
        for (SparseVector vector : vectors) {
            for (int i = 0; i < vector.size(); i++) {
                if (numbered.size * 4 >= numbered.keys.length) {
                    numbered = numbered.larger();
                }
                numbered.add(vector.key(i));
            }
        }
        return numbered;
    }

    private void add(long key) {
        int place = place(key);
        if (ids[place] == 0) {
            keys[place] = key;
            ids[place] = ++size;
        }
    }

    private GramIds larger() {
        GramIds larger = new GramIds(keys.length * 2);
        for (int i = 0; i < keys.length; i++) {
            if (ids[i] != 0) {
                int place = larger.place(keys[i]);
                larger.keys[place] = keys[i];
                larger.ids[place] = ids[i];
            }
        }
        larger.size = size;
        return larger;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int place = (int) (((key ^ (key >>> 29)) * 0x9e3779b97f4a7c15L) >>> 32) & mask;
        while (ids[place] != 0 && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    /// The number of an n-gram, or -1 if no normal message has it.
    int id(long key) {
        return ids[place(key)] - 1;
    }

    int size() {
        return size;
    }
}
