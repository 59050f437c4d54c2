package org.sipsleuth.finding;

import java.util.Optional;

/// What messages are known to be, told by whoever simulated or recorded them: for methods that
/// learn what attacks look like.
@FunctionalInterface
public interface TrafficLabels {

    /// Nobody has told anything: all of it shall be normal.
    TrafficLabels NONE = _ -> Optional.of("normal");

    /// The class of a message, in the words of truth files (docs/SIMULATOR.md): `normal`, `scan` …;
    /// empty if nobody knows.
    Optional<String> of(int message);
}
