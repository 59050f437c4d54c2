package org.sipsleuth.flood.rule;

import java.util.Arrays;
import java.util.PriorityQueue;

/// How long a server usually takes until it first answers an INVITE, provisionally or finally: the
/// median of its last 101 answers. Memory: 32 bytes for each INVITE that still waits.
final class AnswerTimes {

    private static final int RECENT = 101;

    /// The last ones in their order, and the same sorted.
    private final long[] recent = new long[RECENT];
    private final long[] sorted = new long[RECENT];
    private int count;
    private int next;

    private final PriorityQueue<Answer> waiting = new PriorityQueue<>();

    private record Answer(long atNanos, long tookNanos) implements Comparable<Answer> {
        @Override
        public int compareTo(Answer other) {
            return Long.compare(atNanos, other.atNanos);
        }
    }

    /// The median of the answers that have come until a time, in ns; 0 without any.
    ///
    /// @param now in ns since the epoch, in the order of time
    long usualNanos(long now) {
        while (!waiting.isEmpty() && waiting.peek().atNanos() <= now) {
            take(waiting.remove().tookNanos());
        }
        return count == 0 ? 0 : sorted[count / 2];
    }

    /// An INVITE that will be answered.
    ///
    /// @param invitedNanos when it was sent, in ns since the epoch
    /// @param answeredNanos when it is answered
    void add(long invitedNanos, long answeredNanos) {
        waiting.add(new Answer(answeredNanos, Math.max(0, answeredNanos - invitedNanos)));
    }

    private void take(long nanos) {
        if (count == RECENT) {
            int oldest = Arrays.binarySearch(sorted, recent[next]);
            System.arraycopy(sorted, oldest + 1, sorted, oldest, count - oldest - 1);
            count--;
        }
        recent[next] = nanos;
        next = (next + 1) % RECENT;
        int found = Arrays.binarySearch(sorted, 0, count, nanos);
        int place = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, place, sorted, place + 1, count - place);
        sorted[place] = nanos;
        count++;
    }
}
