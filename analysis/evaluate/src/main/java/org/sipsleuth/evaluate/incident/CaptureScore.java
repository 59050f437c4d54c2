package org.sipsleuth.evaluate.incident;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.evaluation.AttackScore;
import org.sipsleuth.evaluation.FalseIncident;
import org.sipsleuth.sentence.Severity;

/// What one configuration reported of one capture.
///
/// @param file the capture
/// @param seconds for how long there was traffic
/// @param attacks how each attack was reported
/// @param claims all that was reported
/// @param falseIncidents those claims that rest on normal messages
record CaptureScore(String file, double seconds, List<AttackScore> attacks, List<JudgedClaim> claims,
        List<FalseIncident> falseIncidents) {

    /// Something that a claim states.
    ///
    /// @param confidence how sure it is by itself
    /// @param isRight whether the ground truth agrees
    record Judged(double confidence, boolean isRight) {}

    /// A claim with what it covers.
    ///
    /// @param covered numbers of attacks of this capture
    /// @param isFalse whether it rests on normal messages for the most part
    /// @param kind whether it covers attacks, all of them with the right kind
    /// @param actor whether it accuses the right hosts
    /// @param outcome whether the outcome of each is right; empty where it states none
    record JudgedClaim(Severity severity, Set<Integer> covered, boolean isFalse, Judged kind, Judged actor,
            Optional<Judged> outcome) {

        /// Takes a copy.
        JudgedClaim {
            covered = Set.copyOf(covered);
        }

        /// How sure it is that it happened.
        double confidence() {
            return kind.confidence();
        }
    }

    /// Takes copies.
    CaptureScore {
        attacks = List.copyOf(attacks);
        claims = List.copyOf(claims);
        falseIncidents = List.copyOf(falseIncidents);
    }

    /// Whether the ground truth has no attack in it.
    boolean isClean() {
        return attacks.isEmpty();
    }

    /// Whether there is a claim that is more severe than this.
    boolean hasAbove(Severity severity) {
        return claims.stream().anyMatch(claim -> claim.severity().compareTo(severity) > 0);
    }
}
