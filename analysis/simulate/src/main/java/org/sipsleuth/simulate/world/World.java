package org.sipsleuth.simulate.world;

import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.truth.Truth;

/// The environment of a scenario.
///
/// @param settings those of the scenario, and those that all scenarios have
/// @param draws random numbers of the seed; each purpose has its own, from
///     [SeededRandom#of(String)]
/// @param truth receives attacks and users; messages are recorded by the tap
/// @param endNanos when it is cut off, in ns since the epoch; [Long#MAX_VALUE] if never
public record World(Settings settings, Timeline timeline, SeededRandom draws, Network network, Truth truth,
        long endNanos) {

    private static final double NANOS_PER_SECOND = 1e9;

    /// A span of time from now on, limited to the end of the simulation. Events spread over a
    /// scenario's time are spread over this, so that none of them comes too late.
    public double fitting(double seconds) {
        return Math.min(seconds, (endNanos - timeline.nowNanos()) / NANOS_PER_SECOND);
    }
}
