package org.sipsleuth.evaluation;

import java.util.List;
import org.sipsleuth.sentence.Severity;

/// An incident that rests on normal messages for the most part.
///
/// @param file the capture
/// @param title in a few words
/// @param actors whom it accuses
public record FalseIncident(String file, String title, Severity severity, double confidence, List<String> actors) {

    /// Takes a copy.
    public FalseIncident {
        actors = List.copyOf(actors);
    }
}
