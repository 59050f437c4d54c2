package org.sipsleuth.simulate.scenario.flood;

import org.sipsleuth.simulate.clock.SeededRandom;

/// How the rate of a flood changes with time (paper 2, §3.3).
enum Behaviour {
    /// The whole rate from beginning to end.
    VERY_HIGH("very-high") {
        @Override
        double rate(double full, double normal, double seconds, SeededRandom draws) {
            return full;
        }
    },
    /// Bursts of any strength without a pattern.
    ABRUPT("abrupt") {
        @Override
        double rate(double full, double normal, double seconds, SeededRandom draws) {
            return draws.chance(0.4) ? full * 0.02 : full * (0.5 + draws.unit());
        }
    },
    /// Just under the normal rate, and with the same variation.
    STEALTHY("stealthy") {
        @Override
        double rate(double full, double normal, double seconds, SeededRandom draws) {
            return normal * (0.75 + 0.2 * draws.unit());
        }
    },
    /// Slow and constant.
    LOW_RATE("low-rate") {
        @Override
        double rate(double full, double normal, double seconds, SeededRandom draws) {
            return full * 0.1;
        }
    };

    private final String text;

    Behaviour(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /// The rate for the next while, per second.
    ///
    /// @param full the rate of the flood
    /// @param normal the rate of normal calls
    /// @param seconds since the flood began
    abstract double rate(double full, double normal, double seconds, SeededRandom draws);

    static Behaviour of(String text) {
        for (Behaviour behaviour : values()) {
            if (behaviour.text.equals(text)) {
                return behaviour;
            }
        }
        throw new IllegalArgumentException("no behaviour " + text);
    }
}
