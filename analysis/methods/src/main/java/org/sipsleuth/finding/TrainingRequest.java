package org.sipsleuth.finding;

import java.util.Map;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.truth.TrafficLabels;

/// What to train, and how.
///
/// @param baseline the baseline (normal) traffic
/// @param facts what is kept of it in the model
/// @param settings values by the names of [Method#settings]; the others have their defaults
/// @param seed of all that is drawn
/// @param labels what the traffic is known to be
public record TrainingRequest(
        SipIndex baseline,
        TrainingFacts facts,
        Map<String, String> settings,
        long seed,
        TrafficLabels labels) {

    /// Takes a copy.
    public TrainingRequest {
        settings = Map.copyOf(settings);
    }

    /// A request of which all traffic shall be normal.
    public TrainingRequest(
            SipIndex baseline, TrainingFacts facts, Map<String, String> settings, long seed) {
        this(baseline, facts, settings, seed, TrafficLabels.NONE);
    }
}
