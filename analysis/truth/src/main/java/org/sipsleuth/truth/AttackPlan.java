package org.sipsleuth.truth;

import java.util.Optional;

/// What is known of an attack before it begins.
///
/// @param kind what it is in the words of incidents; empty for what is odd but no attack
/// @param forged whether its source addresses are forged, so that they identify nobody
/// @param story what happens, in a sentence
public record AttackPlan(TrafficClass trafficClass, Optional<AttackKind> kind, boolean forged, String story) {

    /// An attack under its own addresses.
    public static AttackPlan of(TrafficClass trafficClass, AttackKind kind, String story) {
        return new AttackPlan(trafficClass, Optional.of(kind), false, story);
    }

    /// Something that is not normal, but no attack either.
    public static AttackPlan oddity(TrafficClass trafficClass, String story) {
        return new AttackPlan(trafficClass, Optional.empty(), false, story);
    }

    /// The same under forged addresses.
    public AttackPlan withForgedAddresses() {
        return new AttackPlan(trafficClass, kind, true, story);
    }
}
