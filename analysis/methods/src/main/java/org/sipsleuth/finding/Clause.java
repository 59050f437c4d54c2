package org.sipsleuth.finding;

import java.util.Optional;

/// A part of a sentence, with the messages it rests on. Texts may hold words from the capture.
///
/// @param evidence what it states can be seen there; empty for words that only connect
public record Clause(String text, Optional<Evidence> evidence) {

    /// Masks passwords of URIs.
    public Clause {
        text = UriPassword.masked(text);
    }

    /// Words that connect.
    public static Clause of(String text) {
        return new Clause(text, Optional.empty());
    }

    /// A statement that rests on messages.
    public static Clause of(String text, Evidence evidence) {
        return new Clause(text, Optional.of(evidence));
    }
}
