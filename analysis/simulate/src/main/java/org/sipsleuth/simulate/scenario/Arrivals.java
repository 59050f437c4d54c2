package org.sipsleuth.simulate.scenario;

import java.util.function.BooleanSupplier;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.world.World;

/// A Poisson process: independent arrivals at a mean rate.
final class Arrivals {

    private static final double NANOS_PER_SECOND = 1e9;

    private final World world;
    private final SeededRandom draws;
    private final double meanNanos;

    /// @param perSecond how many begin in a second on average
    Arrivals(World world, SeededRandom draws, double perSecond) {
        this.world = world;
        this.draws = draws;
        this.meanNanos = NANOS_PER_SECOND / perSecond;
    }

    /// Starts the arrivals, the first one soon.
    ///
    /// @param next starts one; returns whether there is another
    void begin(BooleanSupplier next) {
        world.timeline().in((long) draws.exponential(meanNanos), () -> {
            if (next.getAsBoolean()) {
                begin(next);
            }
        });
    }
}
