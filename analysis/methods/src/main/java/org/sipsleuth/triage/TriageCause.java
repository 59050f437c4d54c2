package org.sipsleuth.triage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.sentence.Sentence;
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
        SEQUENCE,
        /// Periods of a source that are unlike normal ones; its key is the source.
        PERIOD;

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

    /// The cause of such a text, if it is one.
    public static Optional<TriageCause> of(String text) {
        int at = text.indexOf(' ');
        return at < 0 ? Optional.empty()
                : Source.of(text.substring(0, at)).map(source -> new TriageCause(source, text.substring(at + 1)));
    }

    /// Its name for people, wherever it is shown: `No ACK`, `BYE/200 after INVITE/486`.
    public Sentence title() {
        return CauseText.title(this);
    }

    /// What it means, in words that need no knowledge of SIP.
    public Sentence plain() {
        return CauseText.plain(this);
    }

    /// The RFC and section that a problem is about: `RFC 3261 §13.3.1.4`.
    public Optional<String> rfc() {
        return CauseText.source(this);
    }
}
