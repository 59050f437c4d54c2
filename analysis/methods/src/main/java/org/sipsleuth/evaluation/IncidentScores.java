package org.sipsleuth.evaluation;

import java.util.List;

/// The single results of rules and models joined.
///
/// @param attacks how each attack was reported, in the order of the captures
/// @param falseIncidents what rests on normal messages
/// @param isComplete whether all captures and their ground truth could be read
public record IncidentScores(List<AttackScore> attacks, List<FalseIncident> falseIncidents, boolean isComplete) {

    /// Takes copies.
    public IncidentScores {
        attacks = List.copyOf(attacks);
        falseIncidents = List.copyOf(falseIncidents);
    }
}
