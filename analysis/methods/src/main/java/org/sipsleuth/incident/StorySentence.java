package org.sipsleuth.incident;

import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.finding.Clause;

/// A sentence of an incident's story. Its texts may hold words from the capture.
///
/// @param clauses its parts in order, with the messages they rest on
public record StorySentence(List<Clause> clauses) {

    /// Takes a copy.
    public StorySentence {
        clauses = List.copyOf(clauses);
    }

    /// The sentence as text.
    public String text() {
        return clauses.stream().map(Clause::text).collect(Collectors.joining());
    }
}
