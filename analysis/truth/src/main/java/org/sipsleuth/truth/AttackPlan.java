package org.sipsleuth.truth;

import java.util.Optional;

/// What is known of an attack before it begins.
///
/// @param kind what it is in the words of incidents; empty for what is odd but no attack
/// @param forged whether its source addresses are forged, so that they identify nobody
/// @param carried whether it comes from users behind an address that carries the calls of others as
///     well: a trunk, SBC or NAT
/// @param story what happens, in a sentence
public record AttackPlan(TrafficClass trafficClass, Optional<AttackKind> kind, boolean forged, boolean carried,
        String story) {

    /// An attack under its own addresses.
    public static AttackPlan of(TrafficClass trafficClass, AttackKind kind, String story) {
        return new AttackPlan(trafficClass, Optional.of(kind), false, false, story);
    }

    /// Something that is not normal, but no attack either.
    public static AttackPlan oddity(TrafficClass trafficClass, String story) {
        return new AttackPlan(trafficClass, Optional.empty(), false, false, story);
    }

    /// The same under forged addresses.
    public AttackPlan withForgedAddresses() {
        return new AttackPlan(trafficClass, kind, true, false, story);
    }

    /// The same from users behind an address that carries the calls of others as well.
    public AttackPlan behindCarrier() {
        return new AttackPlan(trafficClass, kind, false, true, story);
    }
}
