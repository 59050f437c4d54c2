package org.sipsleuth.simulate.scenario.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.simulate.clock.SeededRandom;

final class FloodBehaviourTest {

    private static final int DRAWS = 20_000;

    /// What is drawn has the distribution that the best possible error is computed with.
    @ParameterizedTest
    @EnumSource(FloodBehaviour.class)
    void drawnRatesAreDistributedAsStated(FloodBehaviour behaviour) {
        SeededRandom draws = new SeededRandom(5);
        double[] rates = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            rates[i] = behaviour.rate(100, 10, draws);
        }
        Arrays.sort(rates);
        double below = 0;
        for (FloodBehaviour.Share each : behaviour.shares(100, 10)
                .stream()
                .sorted((a, b) -> Double.compare(a.perSecond(), b.perSecond()))
                .toList()) {
            double middle = below + each.share() / 2;
            below += each.share();
            double drawn = rates[(int) (middle * DRAWS)];
            assertEquals(each.perSecond(), drawn, 0.03 * 100, behaviour.text());
        }
        assertEquals(1, below, 1e-9);
    }
}
