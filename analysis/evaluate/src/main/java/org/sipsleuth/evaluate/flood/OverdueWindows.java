package org.sipsleuth.evaluate.flood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.flood.rule.OverdueInvites;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.InviteAttempts;

/// When the rule of overdue INVITEs knew that windows are malicious. Immutable as long as nobody
/// writes to the array.
final class OverdueWindows {

    static final long NEVER = Long.MAX_VALUE;

    private final long[] knownNanos;
    private final long answerNanos;

    private OverdueWindows(long[] knownNanos, long answerNanos) {
        this.knownNanos = knownNanos;
        this.answerNanos = answerNanos;
    }

    /// Those of some windows.
    ///
    /// @param kept the numbers of the windows
    static OverdueWindows of(InviteWindows windows, List<Integer> kept, RunMonitor monitor) {
        OverdueInvites overdue = OverdueInvites.of(windows, monitor);
        return new OverdueWindows(kept.stream().mapToLong(overdue::knownNanosOfWindow).toArray(),
                median(windows.attempts()));
    }

    private static long median(InviteAttempts attempts) {
        List<Long> times = new ArrayList<>();
        for (int attempt = 0; attempt < attempts.size(); attempt++) {
            HopTransaction last = attempts.last(attempt);
            if (last.isAccepted() && last.ack() >= 0) {
                times.add(last.answeredAtNanos() - last.atNanos());
            }
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /// Of each window, in ns since the epoch; [#NEVER] if it did not.
    long[] knownNanos() {
        return knownNanos;
    }

    /// The median time until calls of the capture are accepted; 0 without any.
    long answerNanos() {
        return answerNanos;
    }

    /// The windows that a larger step has.
    OverdueWindows every(int every) {
        long[] some = new long[Math.ceilDiv(knownNanos.length, every)];
        Arrays.setAll(some, i -> knownNanos[i * every]);
        return new OverdueWindows(some, answerNanos);
    }
}
