package org.sipsleuth.social.flag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FalseFlagsTest {

    /// The example of Benjamini and Hochberg (1995), §3.1: four of fifteen at 5 %.
    @Test
    void thePapersExample() {
        double[] values = {
            0.0459,
            0.0001,
            0.0201,
            0.0004,
            0.3240,
            0.0019,
            0.0095,
            0.0278,
            0.0298,
            0.0344,
            0.4262,
            0.5719,
            0.6528,
            0.7590,
            1.0};
        FalseFlags flags = FalseFlags.of(values, 0.05);
        assertEquals(new FalseFlags(15, 4, 0.0095), flags);
        assertEquals(0.1425, flags.expectedFalse(), 1e-9);
    }

    @Test
    void oneOfAThousandIsExpectedByChance() {
        double[] values = new double[1_000];
        Arrays.setAll(values, i -> (i + 1) / 1_001.0);
        assertEquals(new FalseFlags(1_000, 0, 0), FalseFlags.of(values, 0.05));
        Arrays.fill(values, 0, 20, 1 / 1_001.0);
        assertEquals(20, FalseFlags.of(values, 0.05).flagged());
        assertEquals(0, FalseFlags.of(values, 0.04).flagged());
    }

    @Test
    void flagsAreSeldomWhereAllAreUsual() {
        Random random = new Random(1);
        int any = 0;
        for (int round = 0; round < 2_000; round++) {
            any += FalseFlags.of(random.doubles(50).toArray(), 0.05).flagged() > 0 ? 1 : 0;
        }
        assertEquals(0.05, any / 2_000.0, 0.015);
    }
}
