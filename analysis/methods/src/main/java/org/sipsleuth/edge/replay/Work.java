package org.sipsleuth.edge.replay;

import java.util.Map;
import org.sipsleuth.edge.stage.Protection;

/// The work of a border by assumed service times.
///
/// @param stages seconds of a processor by stage
/// @param stackSeconds seconds of a server that processed or will process messages
/// @param normalised how many messages normalisation changed
public record Work(Map<Protection, Double> stages, double stackSeconds, int normalised) {

    /// Takes a copy.
    public Work {
        stages = Map.copyOf(stages);
    }

    /// All of it, in seconds.
    public double seconds() {
        return stackSeconds + stages.values().stream().mapToDouble(Double::doubleValue).sorted().sum();
    }
}
