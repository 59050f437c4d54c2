package org.sipsleuth.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExponentialTest {

    @Test
    void isRightToATenMillionth() {
        for (double x = -Exponential.LIMIT; x <= Exponential.LIMIT; x += 0.001) {
            assertEquals(1, Exponential.of(x) / StrictMath.exp(x), 1e-7, "at " + x);
        }
    }

    @Test
    void isExactAtZero() {
        assertEquals(1, Exponential.of(0), 0);
    }

    @Test
    void staysAtItsLimits() {
        assertEquals(Exponential.of(87), Exponential.of(1e30), 0);
        assertEquals(Exponential.of(-87), Exponential.of(Double.NEGATIVE_INFINITY), 0);
    }

    @Test
    void givesTheSameForManyAsForOne() {
        float[] x = {-3, 0.5f, 12};
        double[] scaled = new double[3];
        double[] below = new double[3];
        Exponential.of(x, -2, scaled);
        Exponential.below(12, x, below);
        double[] wantedScaled = {Exponential.of(6), Exponential.of(-1), Exponential.of(-24)};
        double[] wantedBelow = {Exponential.of(-15), Exponential.of(-11.5), 1};
        assertArrayEquals(wantedScaled, scaled, 0);
        assertArrayEquals(wantedBelow, below, 0);
    }
}
