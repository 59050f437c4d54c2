package org.sipsleuth.flood.input;

import java.util.PriorityQueue;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.InviteAttempts;

/// Tells the history of a server which attempts were completed, as soon as they were: an attempt
/// that was accepted, when its ACK came. Memory: 24 bytes for each that waits for its ACK.
final class Completions {

    private final InviteAttempts attempts;
    private final MessageTable messages;
    private final PriorityQueue<Completion> waiting = new PriorityQueue<>();

    private record Completion(long atNanos, InviteIdentity identity) implements Comparable<Completion> {
        @Override
        public int compareTo(Completion other) {
            return Long.compare(atNanos, other.atNanos);
        }
    }

    Completions(InviteAttempts attempts) {
        this.attempts = attempts;
        this.messages = attempts.table().index().messages();
    }

    /// Hands on those until a time, in ns since the epoch.
    void until(long now, ServerHistory history) {
        while (!waiting.isEmpty() && waiting.peek().atNanos() <= now) {
            history.complete(waiting.remove().identity());
        }
    }

    /// An attempt that may be completed later.
    void add(int attempt, InviteIdentity identity) {
        HopTransaction last = attempts.last(attempt);
        if (last.isAccepted() && last.ack() >= 0) {
            waiting.add(new Completion(messages.capturedAtNanos(last.ack()), identity));
        }
    }
}
