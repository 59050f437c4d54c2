package org.sipsleuth.edge.advice;

import java.util.List;
import java.util.Optional;

/// What protections would have done against an attack.
///
/// @param all every combination that was tried, the one without protection first
/// @param frontier those of which none loses as little and stops more, by what they lose
/// @param proposal the one to use; empty without an attack, or if none stops half of it at the
///     accepted loss
public record Advice(List<Candidate> all, List<Candidate> frontier, Optional<Candidate> proposal) {

    /// Takes copies.
    public Advice {
        all = List.copyOf(all);
        frontier = List.copyOf(frontier);
    }

    /// The same, of a capture with an attack, at another accepted loss.
    ///
    /// @param mostLost the accepted loss of legitimate calls and registrations, a share
    public Advice at(double mostLost) {
        return new Advice(all, frontier, Recommendations.proposal(all, mostLost));
    }

    /// Without any protection.
    public Candidate unprotected() {
        return all.getFirst();
    }
}
