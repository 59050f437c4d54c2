package org.sipsleuth.dialog;

import java.util.BitSet;

/// The dialogs of one file among many, by their numbers. Most of them begin in the file, so that
/// they follow each other; the size depends on how far they are apart, not on how many dialogs the
/// files before have.
final class DialogSet {

    private static final int NONE = -1;

    /// The dialog that was added first.
    private int base = NONE;

    /// Those from the first one on, and those before it, by how far they are from it.
    private final BitSet after = new BitSet();

    private final BitSet before = new BitSet();
    private int size;

    /// Adds one.
    ///
    /// @return whether it was not in it
    boolean add(int dialog) {
        if (base == NONE) {
            base = dialog;
        }
        BitSet side = dialog >= base ? after : before;
        int place = dialog >= base ? dialog - base : base - 1 - dialog;
        if (side.get(place)) {
            return false;
        }
        side.set(place);
        size++;
        return true;
    }

    /// How many there are.
    int size() {
        return size;
    }
}
