package org.sipsleuth.filter;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.MessageTable;

/// The messages of an index that fit a filter. Immutable.
public final class MessageSet {

    private final BitSet messages;
    private final BitSet dialogs;
    private final int size;

    MessageSet(BitSet messages, MessageTable table) {
        this.messages = messages;
        this.size = messages.cardinality();
        dialogs = new BitSet();
        for (int m = messages.nextSetBit(0); m >= 0; m = messages.nextSetBit(m + 1)) {
            dialogs.set(table.dialog(m));
        }
    }

    /// Those of them that were captured between two moments, both included, in ns since the epoch.
    public MessageSet within(MessageTable table, long fromNanos, long toNanos) {
        if (fromNanos == Long.MIN_VALUE && toNanos == Long.MAX_VALUE) {
            return this;
        }
        BitSet within = new BitSet();
        messages.stream().filter(message -> {
            long nanos = table.capturedAtNanos(message);
            return nanos >= fromNanos && nanos <= toNanos;
        }).forEach(within::set);
        return new MessageSet(within, table);
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
