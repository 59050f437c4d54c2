package org.sipsleuth.truth;

import java.util.Optional;

/// The class of each message, as the person who simulated or recorded the traffic states it. With
/// it, methods learn what attacks look like.
@FunctionalInterface
public interface TrafficLabels {

    /// No ground truth: all traffic counts as normal.
    TrafficLabels NONE = _ -> Optional.of("normal");

    /// The class of a message, as ground-truth files name it (docs/SIMULATOR.md): `normal`, `scan`
    /// …; empty if it is unknown.
    Optional<String> of(int message);
}
