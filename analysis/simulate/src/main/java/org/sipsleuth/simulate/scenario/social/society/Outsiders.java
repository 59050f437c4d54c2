package org.sipsleuth.simulate.scenario.social.society;

import java.util.stream.IntStream;
import org.sipsleuth.simulate.clock.SeededRandom;

/// The people outside: a few who telephone with the organisation on many days, and many who seldom
/// do.
public final class Outsiders {

    /// 283 of 81,852 (paper 5, Table 1).
    private static final double ACTIVE = 0.00346;

    private static final double SIGMA = 0.4;

    /// Some of those who seldom call do it more often than others.
    private static final double EXPONENT = 0.2;

    private final int active;
    private final int inactive;
    private final Weights weights;

    Outsiders(SeededRandom draws, int count) {
        this.active = (int) Math.max(1, Math.round(count * ACTIVE));
        this.inactive = Math.max(1, count - active);
        this.weights = new Weights(IntStream.range(0, active).mapToDouble(_ -> draws.logNormal(1, SIGMA)).toArray());
    }

    /// The number of one who telephones on many days.
    public int active(SeededRandom draws) {
        return weights.draw(draws);
    }

    /// The number of one who seldom telephones.
    public int inactive(SeededRandom draws) {
        return active + draws.zipf(inactive, EXPONENT);
    }

    /// The number of one who seldom telephones, all with the same probability.
    int contact(SeededRandom draws) {
        return active + draws.below(inactive);
    }

    /// The address of somebody outside.
    public static String uri(int number, String domain) {
        return "sip:+9991" + (10_000_000 + number) + "@" + domain;
    }
}
