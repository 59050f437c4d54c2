package org.sipsleuth.truth;

import java.util.Optional;

/// The ground-truth label of a dialog or a message.
///
/// @param attack the attack that it belongs to
/// @param note what else is known of a dialog, or empty
public record TruthLabel(TrafficClass trafficClass, Optional<Attack> attack, String note) {

    /// That of a message which the truth does not name.
    public static final TruthLabel NORMAL = new TruthLabel(TrafficClass.NORMAL, Optional.empty(), "");
}
