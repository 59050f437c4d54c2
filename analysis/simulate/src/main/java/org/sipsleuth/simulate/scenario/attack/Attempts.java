package org.sipsleuth.simulate.scenario.attack;

import java.util.function.LongConsumer;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.clock.SeededRandom;

/// Attempts of an attack one after the other, at a mean pace, until there were enough or the time
/// is over.
public final class Attempts {

    private final Scene scene;
    private final SeededRandom draws;
    private final double meanSeconds;

    /// The random share of each pause; 1 is a Poisson process, 0 a clock.
    private final double chance;

    private final long end;

    /// The maximum pause before the first attempt, so that there is at least one.
    private final double longestBeginSeconds;

    /// @param perSecond attempts in a second on average
    /// @param chance 0 … 1
    /// @param forSeconds when it ends, from now on
    public Attempts(Scene scene, SeededRandom draws, double perSecond, double chance, double forSeconds) {
        this.scene = scene;
        this.draws = draws;
        this.meanSeconds = 1 / perSecond;
        this.chance = chance;
        this.longestBeginSeconds = forSeconds / 2;
        this.end = scene.timeline().nowNanos() + Scene.nanos(forSeconds);
    }

    /// Makes at most so many attempts, each with its number from 0.
    public void make(long most, LongConsumer attempt) {
        next(0, most, attempt);
    }

    private void next(long number, long most, LongConsumer attempt) {
        double steady = meanSeconds * (1 - chance);
        double pause = steady + (chance > 0 ? draws.exponential(meanSeconds * chance) : 0);
        scene.in(number == 0 ? Math.min(pause, longestBeginSeconds) : pause, () -> {
            if (number < most && scene.timeline().nowNanos() < end) {
                attempt.accept(number);
                next(number + 1, most, attempt);
            }
        });
    }
}
