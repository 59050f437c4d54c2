package org.sipsleuth.truth;

import java.util.Optional;

/// One attack, or one of the other things that are not normal: known by its identifier in the truth
/// file, `A1`, `A2`, ….
///
/// @param kind what it is in the words of incidents; empty for what is odd but no attack, and in
///     files of the first schema
/// @param forged whether its source addresses are forged, so that they identify nobody
/// @param carried whether it comes from users behind an address that carries the calls of others as
///     well, so that these are its actors
/// @param story what happens, in a sentence
public record Attack(String id, TrafficClass trafficClass, Optional<AttackKind> kind, boolean forged, boolean carried,
        String story) {

    /// A planned attack with its identifier.
    public static Attack of(String id, AttackPlan plan) {
        return new Attack(id, plan.trafficClass(), plan.kind(), plan.forged(), plan.carried(), plan.story());
    }
}
