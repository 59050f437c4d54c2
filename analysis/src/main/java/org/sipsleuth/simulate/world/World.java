package org.sipsleuth.simulate.world;

import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.clock.Draws;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.truth.Truth;

/// What a scenario plays in.
///
/// @param settings those of the scenario, and those that all scenarios have
/// @param draws decided by the seed; each purpose takes its own with [Draws#of(String)]
/// @param truth is told of attacks and users; messages are told to it by the tap
public record World(
        Settings settings, Timeline timeline, Draws draws, Network network, Truth truth) {}
