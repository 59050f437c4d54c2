package org.sipsleuth.filter;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;

/// The messages of an index that fit a filter. Immutable.
public final class MessageSet {

    private final BitSet messages;
    private final BitSet dialogs;
    private final int size;

    MessageSet(BitSet messages, SipIndex index) {
        this.messages = messages;
        this.size = messages.cardinality();
        dialogs = new BitSet(index.dialogs().size());
        for (int m = messages.nextSetBit(0); m >= 0; m = messages.nextSetBit(m + 1)) {
            dialogs.set(index.messages().dialog(m));
        }
    }

    /// Whether a message fits; one that came to the index later does not.
    public boolean contains(int message) {
        return messages.get(message);
    }

    /// How many fit.
    public int size() {
        return size;
    }

    /// Their numbers in order.
    public IntStream messages() {
        return messages.stream();
    }

    /// The first one from this number on, or -1.
    public int next(int message) {
        return messages.nextSetBit(message);
    }

    /// Whether a dialog has a message that fits.
    public boolean containsDialog(int dialog) {
        return dialogs.get(dialog);
    }

    /// The dialogs that have a message that fits, in order.
    public IntStream dialogs() {
        return dialogs.stream();
    }

    /// How many dialogs have one.
    public int dialogCount() {
        return dialogs.cardinality();
    }
}
