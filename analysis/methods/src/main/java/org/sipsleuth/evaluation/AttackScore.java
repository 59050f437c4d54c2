package org.sipsleuth.evaluation;

import java.util.OptionalDouble;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackOutcome;

/// How one attack of the ground truth was reported.
///
/// @param file the capture
/// @param attack the truth
/// @param kind what it is
/// @param incidents by how many incidents it is covered
/// @param reported the title of the one that covers most of it, or empty
/// @param hasKind whether one of them has a stage of its kind
/// @param hasActors whether its actors are named: at least half of them, nobody else, and nobody if
///     the addresses are forged
/// @param hasVictims whether one of its victims is named
/// @param hasOutcome whether the stage of its kind has its outcome, or says that the capture does
///     not show that nothing came of it
/// @param isUndecided whether it says so
/// @param hasSeverity whether the most severe of them is at least as severe as kind and outcome
///     demand
/// @param severity that of the most severe; info if it is not covered
/// @param delaySeconds from its first request to the beginning of what reports it; negative if that
///     begins earlier
public record AttackScore(String file, AttackFacts attack, IncidentKind kind, int incidents, String reported,
        boolean hasKind, boolean hasActors, boolean hasVictims, boolean hasOutcome, boolean isUndecided,
        boolean hasSeverity, Severity severity, OptionalDouble delaySeconds) {

    /// Whether any incident covers it.
    public boolean isCovered() {
        return incidents > 0;
    }

    /// What it achieved.
    public AttackOutcome outcome() {
        return attack.outcome().orElse(AttackOutcome.ATTEMPTED);
    }

    /// Whether exactly one incident covers it, with the right kind, actors and victim, and severe
    /// enough.
    public boolean isRight() {
        return incidents == 1 && hasKind && hasActors && hasVictims && hasSeverity;
    }
}
