package org.sipsleuth.dialog.column;

/// All sequences of message types, as a tree: a node is a sequence, its children are the sequences
/// that are one message longer. Dialogs with the same sequence share one node. One thread adds;
/// others read snapshots.
public final class SequenceTree {

    /// The node of the empty sequence.
    public static final int EMPTY = 0;

    private final IntColumn parents;
    private final IntColumn types;
    private final IntColumn lengths;
    private final Slots slots = new Slots();
    private final KeyedHash hash = KeyedHash.random();

    /// A tree with the empty sequence only.
    public SequenceTree() {
        this(new IntColumn(), new IntColumn(), new IntColumn());
        parents.add(-1);
        types.add(-1);
        lengths.add(0);
    }

    private SequenceTree(IntColumn parents, IntColumn types, IntColumn lengths) {
        this.parents = parents;
        this.types = types;
        this.lengths = lengths;
    }

    /// The sequence that is `parent` followed by a message of this type; added if it is new.
    public int child(int parent, int type) {
        long key = hash.hash(parent, type);
        int known = slots.find(key, row -> parents.get(row) == parent && types.get(row) == type);
        if (known >= 0) {
            return known;
        }
        int row = parents.size();
        parents.add(parent);
        types.add(type);
        lengths.add(lengths.get(parent) + 1);
        slots.add(row, key);
        return row;
    }

    /// The message types of a sequence in order.
    public int[] typesOf(int node) {
        int[] sequence = new int[lengths.get(node)];
        int at = node;
        for (int i = sequence.length - 1; i >= 0; i--) {
            sequence[i] = types.get(at);
            at = parents.get(at);
        }
        return sequence;
    }

    /// How many messages a sequence has.
    public int length(int node) {
        return lengths.get(node);
    }

    /// How many nodes there are.
    public int size() {
        return parents.size();
    }

    /// The sequences that there are now, to read by any thread.
    public SequenceTree snapshot() {
        return new SequenceTree(parents.snapshot(), types.snapshot(), lengths.snapshot());
    }
}
