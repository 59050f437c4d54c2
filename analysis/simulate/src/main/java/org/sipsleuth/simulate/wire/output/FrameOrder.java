package org.sipsleuth.simulate.wire.output;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import org.sipsleuth.truth.GroundTruthEntry;

/// Sorts frames by time: some precede others that are created later, such as the handshake before
/// the first message of a connection.
public final class FrameOrder {

    /// A queued frame.
    private static final class Waiting {
        private long atNanos;
        private long number;
        private byte[] bytes = new byte[0];
        private int length;
        private List<GroundTruthEntry> entries = List.of();

        void fill(long at, byte[] some, int from, int count) {
            atNanos = at;
            length = count;
            if (bytes.length < count) {
                bytes = new byte[Math.max(count, 2 * bytes.length)];
            }
            System.arraycopy(some, from, bytes, 0, count);
        }
    }

    private static final Comparator<Waiting> BY_TIME =
            Comparator.<Waiting>comparingLong(frame -> frame.atNanos).thenComparingLong(frame -> frame.number);

    private final CaptureWriter out;
    private final LongSupplier nowNanos;
    private final long lagNanos;
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(BY_TIME);
    private final Deque<Waiting> spare = new ArrayDeque<>();
    private long released = Long.MIN_VALUE;
    private long added;

    /// @param out receives the frames, in order
    /// @param nowNanos the current virtual time
    /// @param lagNanos the maximum age of an added frame
    public FrameOrder(CaptureWriter out, LongSupplier nowNanos, long lagNanos) {
        this.out = out;
        this.nowNanos = nowNanos;
        this.lagNanos = lagNanos;
    }

    /// Adds a frame. It is at most the constructor's `lagNanos` old.
    ///
    /// @param entries the ground truth of the messages that it completes
    public void add(long atNanos, byte[] bytes, int from, int length, List<GroundTruthEntry> entries) {
        release(nowNanos.getAsLong() - lagNanos);
        if (waiting.isEmpty() && atNanos <= released) {
            out.write(atNanos, bytes, from, length, entries);
            return;
        }
        Waiting frame = spare.isEmpty() ? new Waiting() : spare.pop();
        frame.fill(atNanos, bytes, from, length);
        frame.number = added++;
        frame.entries = entries;
        waiting.add(frame);
    }

    /// Writes all frames up to a time.
    public void release(long untilNanos) {
        released = untilNanos;
        Waiting first = waiting.peek();
        while (first != null && first.atNanos <= untilNanos) {
            waiting.poll();
            out.write(first.atNanos, first.bytes, 0, first.length, first.entries);
            first.entries = List.of();
            spare.push(first);
            first = waiting.peek();
        }
    }
}
