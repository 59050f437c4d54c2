package org.sipsleuth.simulate.world;

import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.clock.Draws;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.truth.Truth;

/// What a scenario plays in.
///
/// @param settings those of the scenario, and those that all scenarios have
/// @param draws decided by the seed; each purpose takes its own with [Draws#of(String)]
/// @param truth is told of attacks and users; messages are told to it by the tap
/// @param endNanos when it is broken off, in ns since the epoch; [Long#MAX_VALUE] if never
public record World(
        Settings settings,
        Timeline timeline,
        Draws draws,
        Network network,
        Truth truth,
        long endNanos) {

    private static final double NANOS_PER_SECOND = 1e9;

    /// As much of a span of time from now on as there is until it is broken off. What is spread
    /// over a scenario's time is spread over this, so that nothing of it comes too late.
    public double fitting(double seconds) {
        return Math.min(seconds, (endNanos - timeline.nowNanos()) / NANOS_PER_SECOND);
    }
}
