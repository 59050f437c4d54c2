package org.sipsleuth.simulate.scenario.flood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.simulate.clock.SeededRandom;

/// How the rate of a flood changes (paper 2, §3.3): constant for a second, then drawn again.
public enum FloodBehaviour {
    /// The whole rate.
    VERY_HIGH("very-high") {
        @Override
        double rate(double full, double normal, SeededRandom draws) {
            return full;
        }

        @Override
        public List<Share> shares(double full, double normal) {
            return List.of(new Share(full, 1));
        }
    },
    /// Bursts without a pattern: a fiftieth of the rate in 40 % of the time, else evenly 50–150 %
    /// of it.
    ABRUPT("abrupt") {
        @Override
        double rate(double full, double normal, SeededRandom draws) {
            return draws.chance(IDLE) ? full * IDLE_RATE : full * (0.5 + draws.unit());
        }

        @Override
        public List<Share> shares(double full, double normal) {
            List<Share> all = new ArrayList<>(evenly(full * 0.5, full * 1.5, 1 - IDLE));
            all.add(new Share(full * IDLE_RATE, IDLE));
            return all;
        }
    },
    /// Evenly 75–95 % of the normal rate, whatever the rate class.
    STEALTHY("stealthy") {
        @Override
        double rate(double full, double normal, SeededRandom draws) {
            return normal * (0.75 + 0.2 * draws.unit());
        }

        @Override
        public List<Share> shares(double full, double normal) {
            return evenly(normal * 0.75, normal * 0.95, 1);
        }
    },
    /// Slow and constant: a tenth of the rate.
    LOW_RATE("low-rate") {
        @Override
        double rate(double full, double normal, SeededRandom draws) {
            return full * 0.1;
        }

        @Override
        public List<Share> shares(double full, double normal) {
            return List.of(new Share(full * 0.1, 1));
        }
    };

    private static final double IDLE = 0.4;
    private static final double IDLE_RATE = 0.02;
    private static final int PIECES = 200;

    private final String text;

    FloodBehaviour(String text) {
        this.text = text;
    }

    /// Its name in `simulate invite-flood`.
    public String text() {
        return text;
    }

    /// A rate and the share of the time that it has.
    ///
    /// @param perSecond INVITEs of the flood in a second
    /// @param share 0–1
    public record Share(double perSecond, double share) {}

    /// The rate for the next second, per second.
    ///
    /// @param full the rate of its class, per second
    /// @param normal the rate of normal calls, per second
    abstract double rate(double full, double normal, SeededRandom draws);

    /// The rates of a flood; their shares add up to 1.
    ///
    /// @param full the rate of its class, per second
    /// @param normal the rate of normal calls, per second
    public abstract List<Share> shares(double full, double normal);

    static List<String> texts() {
        return Arrays.stream(values()).map(FloodBehaviour::text).toList();
    }

    static FloodBehaviour of(String text) {
        return Arrays.stream(values())
                .filter(behaviour -> behaviour.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no behaviour " + text));
    }

    private static List<Share> evenly(double from, double to, double share) {
        List<Share> all = new ArrayList<>();
        for (int i = 0; i < PIECES; i++) {
            double rate = from + (to - from) * (i + 0.5) / PIECES;
            all.add(new Share(rate, share / PIECES));
        }
        return all;
    }
}
