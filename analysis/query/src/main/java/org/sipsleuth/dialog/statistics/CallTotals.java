package org.sipsleuth.dialog.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.outcome.DialogOutcome;

/// Calls in numbers: each once, on the hop of its first INVITE; further legs with a Call-ID of
/// their own are calls too (docs/STATISTICS.md). Every page and command that counts calls of
/// dialogs has its numbers from here.
///
/// @param calls how many there are
/// @param answered those that were answered, however they ended
/// @param undecided those that are not decided when their coverage ends
/// @param talked of how many answered ones the talk time is known: the clock of the capture did not
///     go back meanwhile
/// @param talkNanos from the answer to the BYE of all that were answered, in ns; without a captured
///     BYE until the end of the coverage
/// @param failures those that were dropped, failed or were refused, by cause, the most frequent
///     first
public record CallTotals(long calls, long answered, long undecided, long talked, long talkNanos,
        List<Failure> failures) {

    /// No calls.
    public static final CallTotals NONE = new CallTotals(0, 0, 0, 0, 0, List.of());

    /// Calls that went wrong in one way.
    ///
    /// @param text how, and why: `refused: busy (486)`
    /// @param count how many
    /// @param dialog the dialog of the first of them
    public record Failure(String text, long count, int dialog) {}

    /// Takes a copy.
    public CallTotals {
        failures = List.copyOf(failures);
    }

    /// How many were dropped, failed or were refused.
    public long failed() {
        return failures.stream().mapToLong(Failure::count).sum();
    }

    /// Counts them. For one thread.
    static final class Counter {
        private final Map<String, Failure> failures = new LinkedHashMap<>();
        private long calls;
        private long answered;
        private long undecided;
        private long talked;
        private long talkNanos;

        void add(int dialog, DialogOutcome outcome, long talkNanos) {
            calls++;
            answered += outcome.outcome().isAnswered() ? 1 : 0;
            undecided += Match.isUndecided(outcome) ? 1 : 0;
            talked += outcome.outcome().isAnswered() && talkNanos != Attempt.NO_TIME ? 1 : 0;
            this.talkNanos += Math.max(0, talkNanos);
            if (outcome.outcome().isBad()) {
                add(new Failure(outcome.text(), 1, dialog));
            }
        }

        long count() {
            return calls;
        }

        /// Accepts what another has counted.
        void add(Counter other) {
            calls += other.calls;
            answered += other.answered;
            undecided += other.undecided;
            talked += other.talked;
            talkNanos += other.talkNanos;
            other.failures.values().forEach(this::add);
        }

        private void add(Failure failure) {
            failures.merge(failure.text(), failure, (one, two) -> new Failure(one.text(), one.count() + two.count(),
                    Math.min(one.dialog(), two.dialog())));
        }

        CallTotals totals() {
            List<Failure> sorted = new ArrayList<>(failures.values());
            sorted.sort(Comparator.comparingLong(Failure::count)
                    .reversed()
                    .thenComparingInt(Failure::dialog)
                    .thenComparing(Failure::text));
            return new CallTotals(calls, answered, undecided, talked, talkNanos, sorted);
        }
    }
}
