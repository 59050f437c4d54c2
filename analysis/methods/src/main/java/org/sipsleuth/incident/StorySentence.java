package org.sipsleuth.incident;

import java.util.List;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.sentence.Sentence;

/// A sentence of an incident's story.
///
/// @param clauses its parts in order, with the messages they rest on
public record StorySentence(List<Clause> clauses) {

    /// Takes a copy.
    public StorySentence {
        clauses = List.copyOf(clauses);
    }

    /// The whole of it.
    public Sentence whole() {
        return Sentence.joined(Sentence.Punctuation.NOTHING, clauses.stream().map(Clause::words).toList());
    }
}
