package org.sipsleuth.finding;

import java.util.BitSet;
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
/// @param leftOut the numbers of dialogs that are not to be learned as normal
public record TrainingRequest(SipIndex baseline, TrainingFacts facts, Map<String, String> settings, long seed,
        TrafficLabels labels, BitSet leftOut) {

    /// Takes copies.
    public TrainingRequest {
        settings = Map.copyOf(settings);
        leftOut = (BitSet) leftOut.clone();
    }

    /// A request of which all traffic shall be normal.
    public TrainingRequest(SipIndex baseline, TrainingFacts facts, Map<String, String> settings, long seed) {
        this(baseline, facts, settings, seed, TrafficLabels.NONE, new BitSet());
    }

    @Override
    public BitSet leftOut() {
        return (BitSet) leftOut.clone();
    }
}
