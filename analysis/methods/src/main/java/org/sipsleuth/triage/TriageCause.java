package org.sipsleuth.triage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.sequence.novelty.Step;

/// What makes dialogs a row of the queue: the same step on a hop, wherever it was captured.
///
/// @param source what found it
/// @param key the step in a fixed form that no locale changes: `BYE/200 after INVITE/486` of an
///     order, `end after 486 to INVITE` of a transaction, `no_ack` of a problem, the message types
///     of a whole dialog
public record TriageCause(Source source, String key) {

    /// What found it.
    public enum Source {
        /// A transaction that has a step which training never saw.
        TRANSACTION,
        /// A transaction that never came after the one before it in training.
        ORDER,
        /// A problem of calls or registrations that a hint explains.
        PROBLEM,
        /// Whole dialogs, where the model knows no transactions.
        SEQUENCE;

        /// Its name in files.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The source of this name, if there is one.
        public static Optional<Source> of(String word) {
            return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
        }
    }

    /// What a step that was never seen in training is a row of.
    public static TriageCause of(Step step) {
        return new TriageCause(step.isTransaction() ? Source.ORDER : Source.TRANSACTION, step.key());
    }

    /// `order BYE/200 after INVITE/486`.
    public String text() {
        return source.word() + " " + key;
    }
}
