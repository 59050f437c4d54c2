package org.sipsleuth.belief.observation;

import java.util.BitSet;
import org.sipsleuth.dialog.MessageTable;

/// Identifies messages that are out of time order in the index: the only ones that can be in the
/// wrong place among those of their source.
final class TimeTies {

    private final BitSet tied = new BitSet();

    TimeTies(MessageTable messages) {
        long latest = Long.MIN_VALUE;
        for (int message = 0; message < messages.size(); message++) {
            long nanos = messages.capturedAtNanos(message);
            if (nanos <= latest) {
                tied.set(message);
            } else {
                latest = nanos;
            }
        }
    }

    /// Whether one of some messages is such.
    boolean isAny(int[] order, int from, int to) {
        for (int at = from; at < to; at++) {
            if (tied.get(order[at])) {
                return true;
            }
        }
        return false;
    }
}
