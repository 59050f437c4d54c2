package org.sipsleuth.incident;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.IncidentKind;

/// A sentence of an incident's story. Its texts may hold words from the capture.
///
/// @param stage which stage it is about; empty for those about all
/// @param clauses its parts in order, with the messages they rest on
public record StorySentence(Optional<IncidentKind> stage, List<Clause> clauses) {

    /// Takes a copy.
    public StorySentence {
        clauses = List.copyOf(clauses);
    }

    /// The sentence as text.
    public String text() {
        return clauses.stream().map(Clause::text).collect(Collectors.joining());
    }
}
