package org.sipsleuth.finding;

import java.util.Set;
import org.sipsleuth.sentence.Sentence;

/// What a method did not judge in a capture.
///
/// @param method its name
/// @param extent how much of it
/// @param kinds that it recognises and did not judge so far; empty where it recognises none as an
///     incident
/// @param sentence what was not judged, why, and what to do
public record Unjudged(String method, Extent extent, Set<IncidentKind> kinds, Sentence sentence) {

    /// How much was not judged.
    public enum Extent {
        /// Some of the traffic; the rest was judged.
        PART,
        /// Nothing was judged.
        ALL
    }

    /// Takes a copy.
    public Unjudged {
        kinds = Set.copyOf(kinds);
    }
}
