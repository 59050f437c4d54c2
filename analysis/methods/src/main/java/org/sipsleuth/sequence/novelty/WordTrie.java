package org.sipsleuth.sequence.novelty;

import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.dialog.column.Slots;

/// Numbers the distinct sequences of small numbers, each by its last node; a sequence has each
/// number once. One thread.
final class WordTrie {

    /// The empty sequence.
    static final int ROOT = 0;

    /// More types than any transaction needs; what follows is left out, which bounds the cost of a
    /// message.
    private static final int LONGEST = 32;

    private final IntColumn parents = new IntColumn();
    private final IntColumn symbols = new IntColumn();
    private final IntColumn lengths = new IntColumn();
    private final Slots slots = new Slots();
    private final KeyedHash hash = KeyedHash.random();

    WordTrie() {
        add(ROOT, -1, 0);
    }

    private void add(int parent, int symbol, int length) {
        parents.add(parent);
        symbols.add(symbol);
        lengths.add(length);
    }

    /// The sequence of a node with one more number at its end; the same if it has the number.
    int append(int node, int symbol) {
        if (lengths.get(node) >= LONGEST || has(node, symbol)) {
            return node;
        }
        long key = hash.hash(node, symbol);
        int known = slots.find(key, row -> parents.get(row) == node && symbols.get(row) == symbol);
        if (known >= 0) {
            return known;
        }
        add(node, symbol, lengths.get(node) + 1);
        slots.add(symbols.size() - 1, key);
        return symbols.size() - 1;
    }

    /// Whether a sequence has a number behind its first.
    boolean has(int node, int symbol) {
        for (int at = node; lengths.get(at) > 1; at = parents.get(at)) {
            if (symbols.get(at) == symbol) {
                return true;
            }
        }
        return false;
    }

    /// How many nodes there are.
    int size() {
        return symbols.size();
    }

    /// The numbers of a sequence, the first one first.
    int[] symbols(int node) {
        int[] all = new int[lengths.get(node)];
        for (int at = node, i = all.length - 1; i >= 0; at = parents.get(at), i--) {
            all[i] = symbols.get(at);
        }
        return all;
    }
}
