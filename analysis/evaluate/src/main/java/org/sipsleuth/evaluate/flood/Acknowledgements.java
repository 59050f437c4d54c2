package org.sipsleuth.evaluate.flood;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.InviteAttempts;

/// When the attempts of each window were answered, and when they were acknowledged: what is known
/// of missing ACKs some time after a window. Immutable as long as nobody writes to the arrays.
final class Acknowledgements {

    /// An ACK is overdue so long after the final response.
    static final Duration OVERDUE = Duration.ofMillis(100);

    private static final long NEVER = Long.MAX_VALUE;

    private final long[] answered;
    private final long[] acknowledged;

    /// Attempts of each window, one window after the other.
    private final int[] attempts;

    private final int size;

    private Acknowledgements(long[] answered, long[] acknowledged, int[] attempts, int size) {
        this.answered = answered;
        this.acknowledged = acknowledged;
        this.attempts = attempts;
        this.size = size;
    }

    /// Those of some windows.
    ///
    /// @param kept the numbers of the windows
    /// @param size how many attempts a window has
    static Acknowledgements of(InviteAttempts all, InviteWindows windows, List<Integer> kept, int size) {
        MessageTable messages = all.table().index().messages();
        long[] answered = new long[all.size()];
        long[] acknowledged = new long[all.size()];
        for (int attempt = 0; attempt < all.size(); attempt++) {
            HopTransaction last = all.last(attempt);
            answered[attempt] = last.status() == 0 ? NEVER : last.answeredAtNanos();
            acknowledged[attempt] = last.ack() < 0 ? NEVER : messages.capturedAtNanos(last.ack());
        }
        int[] attempts = new int[kept.size() * size];
        for (int i = 0; i < kept.size(); i++) {
            int place = windows.place(kept.get(i));
            for (int k = 0; k < size; k++) {
                attempts[i * size + k] = windows.attempt(place + k);
            }
        }
        return new Acknowledgements(answered, acknowledged, attempts, size);
    }

    /// The share of a window's attempts that were answered at a time, but not acknowledged 100 ms
    /// later: an attempt that is still ringing is not among them.
    ///
    /// @param atNanos in ns since the epoch
    double overdue(int window, long atNanos) {
        int overdue = 0;
        for (int k = 0; k < size; k++) {
            int attempt = attempts[window * size + k];
            boolean isAnswered = answered[attempt] <= atNanos - OVERDUE.toNanos();
            overdue += isAnswered && acknowledged[attempt] > atNanos ? 1 : 0;
        }
        return (double) overdue / size;
    }

    /// How long after the final response each ACK came, in ns.
    List<Long> delays() {
        List<Long> delays = new ArrayList<>();
        for (int attempt = 0; attempt < answered.length; attempt++) {
            if (answered[attempt] != NEVER && acknowledged[attempt] != NEVER) {
                delays.add(acknowledged[attempt] - answered[attempt]);
            }
        }
        return delays;
    }

    /// The windows that a larger step has.
    Acknowledgements every(int every) {
        int count = Math.ceilDiv(attempts.length / size, every);
        int[] some = new int[count * size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(attempts, i * every * size, some, i * size, size);
        }
        return new Acknowledgements(answered, acknowledged, some, size);
    }
}
