package org.sipsleuth.dialog.ladder;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/// Which messages are in which row. Immutable.
final class LadderRowTable {

    private final int[] messages; // rising
    private final int[] rowOf; // of each of them
    private final int[] first; // by row
    private final int[] last;
    private final int[] counts;

    /// @param messages in rising order
    /// @param rowOf the row of each; rows are numbered as they come
    LadderRowTable(int[] messages, int[] rowOf) {
        this.messages = messages;
        this.rowOf = rowOf;
        int size = Arrays.stream(rowOf).max().orElse(-1) + 1;
        first = new int[size];
        last = new int[size];
        counts = new int[size];
        for (int i = 0; i < messages.length; i++) {
            int row = rowOf[i];
            if (counts[row]++ == 0) {
                first[row] = messages[i];
            }
            last[row] = messages[i];
        }
    }

    int size() {
        return first.length;
    }

    int message(int row) {
        return first[row];
    }

    int lastMessage(int row) {
        return last[row];
    }

    int count(int row) {
        return counts[row];
    }

    /// The rows of those of their messages that are wanted.
    BitSet rowsOf(IntPredicate wanted) {
        BitSet found = new BitSet(size());
        for (int i = 0; i < messages.length; i++) {
            if (wanted.test(messages[i])) {
                found.set(rowOf[i]);
            }
        }
        return found;
    }

    /// The row of a message, or -1.
    int rowOf(int message) {
        int at = Arrays.binarySearch(messages, message);
        return at < 0 ? -1 : rowOf[at];
    }
}
