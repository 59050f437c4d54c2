package org.sipsleuth.evaluate.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.evaluate.flood.BestError.PAPER;
import static org.sipsleuth.simulate.scenario.flood.FloodBehaviour.STEALTHY;
import static org.sipsleuth.simulate.scenario.flood.FloodBehaviour.VERY_HIGH;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sipsleuth.simulate.scenario.flood.FloodBehaviour;
import org.sipsleuth.simulate.scenario.flood.FloodRate;

class BestErrorTest {

    /// Those between the gaps of a window are nine, with the one before it ten.
    private static final BestError NINE = new BestError(10, 9, PAPER.malicious());

    /// As a figure of the specification, in per cent, which is rounded.
    private static double percent(double error, double digit) {
        return Math.rint(100 * error / digit) * digit;
    }

    private static void figure(FloodRate rate, FloodBehaviour behaviour, double ten, double nine, double digit) {
        assertEquals(ten, percent(PAPER.of(rate, behaviour, true), digit), 1e-9, rate.text());
        assertEquals(nine, percent(NINE.of(rate, behaviour, true), digit), 1e-9, rate.text());
    }

    @Test
    void normalCallsThatGoOnLeaveTheErrorsOfTheSpecification() {
        figure(FloodRate.VERY_LOW, STEALTHY, 17, 18, 1);
        figure(FloodRate.VERY_LOW, VERY_HIGH, 14, 15, 1);
        figure(FloodRate.LOW, VERY_HIGH, 2.7, 3.3, 0.1);
        figure(FloodRate.MEDIUM, VERY_HIGH, 0.3, 0.5, 0.1);
        figure(FloodRate.HIGH, VERY_HIGH, 0.015, 0.03, 0.005);
        figure(FloodRate.VERY_HIGH, VERY_HIGH, 0, 0, 0.001);
        figure(FloodRate.VERY_HIGH_PLUS, VERY_HIGH, 0, 0, 0.001);
    }

    @Test
    void floodAloneIsHarderToRecognise() {
        assertEquals(42, percent(PAPER.of(FloodRate.VERY_LOW, VERY_HIGH, false), 1));
        assertEquals(42, percent(NINE.of(FloodRate.VERY_LOW, VERY_HIGH, false), 1));
        assertEquals(8, percent(PAPER.of(FloodRate.LOW, VERY_HIGH, false), 1));
        assertEquals(9, percent(NINE.of(FloodRate.LOW, VERY_HIGH, false), 1));
    }

    /// The rates of 1 : 2 with one gap and even shares: the overlap of two exponential
    /// distributions is 3/4.
    @Test
    void overlapOfTwoExponentialDistributionsIsExact() {
        BestError one = new BestError(10, 1, 0.5);
        assertEquals(0.375, one.of(FloodRate.VERY_LOW, VERY_HIGH, true), 1e-6);
    }

    /// The likelihood-ratio test on drawn windows errs as often as the bound says.
    @Test
    void bestTestOnDrawnWindowsReachesIt() {
        Random random = new Random(5);
        double bound = PAPER.of(FloodRate.LOW, VERY_HIGH, true);
        double odds = Math.log(PAPER.malicious() / (1 - PAPER.malicious()));
        int wrong = 0;
        int windows = 200_000;
        for (int i = 0; i < windows; i++) {
            boolean isMalicious = random.nextDouble() < PAPER.malicious();
            double seconds = 0;
            for (int gap = 0; gap < 10; gap++) {
                seconds -= Math.log(1 - random.nextDouble()) / (isMalicious ? 35 : 10);
            }
            boolean isCalled = 10 * Math.log(3.5) - 25 * seconds + odds > 0;
            wrong += isCalled == isMalicious ? 0 : 1;
        }
        assertEquals(bound, (double) wrong / windows, 0.0015);
    }
}
