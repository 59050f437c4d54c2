package org.sipsleuth.lab.scenario;

import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.office.Office;

/// Something that happens in an office beside its ordinary calls.
@FunctionalInterface
public interface LabEvent {

    /// Plans it. Returns before anything happens.
    ///
    /// @param forSeconds the time that is left
    void begin(Office office, SeededRandom draws, double forSeconds);
}
