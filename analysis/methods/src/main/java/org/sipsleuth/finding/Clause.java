package org.sipsleuth.finding;

import java.util.Optional;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.sentence.Sentence;

/// A part of a sentence, with the messages it rests on.
///
/// @param evidence what it states can be seen there; empty for words that only connect
public record Clause(Sentence words, Optional<Evidence> evidence) {

    /// Words that connect.
    public static Clause of(Sentence words) {
        return new Clause(words, Optional.empty());
    }

    /// A statement that rests on messages.
    public static Clause of(Sentence words, Evidence evidence) {
        return new Clause(words, Optional.of(evidence));
    }
}
