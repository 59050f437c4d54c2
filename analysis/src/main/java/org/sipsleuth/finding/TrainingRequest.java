package org.sipsleuth.finding;

import java.util.Map;
import org.sipsleuth.dialog.SipIndex;

/// What to train, and how.
///
/// @param baseline the traffic that shall be known
/// @param facts what is told of it
/// @param settings values by the names of [Method#settings]; the others have their defaults
/// @param seed of all that is drawn
public record TrainingRequest(
        SipIndex baseline, TrainingFacts facts, Map<String, String> settings, long seed) {

    /// Takes a copy.
    public TrainingRequest {
        settings = Map.copyOf(settings);
    }
}
