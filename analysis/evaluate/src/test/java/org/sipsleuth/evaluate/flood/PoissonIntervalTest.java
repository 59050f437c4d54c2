package org.sipsleuth.evaluate.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sipsleuth.evaluation.Spread;

final class PoissonIntervalTest {

    /// Garwood's table.
    @Test
    void intervalsAreThoseOfTheTable() {
        assertInterval(0, 0, 3.689);
        assertInterval(1, 0.0253, 5.572);
        assertInterval(10, 4.795, 18.390);
    }

    private static void assertInterval(int events, double least, double most) {
        Spread spread = PoissonInterval.of(events, 2);
        assertEquals(events / 2.0, spread.mean());
        assertEquals(least / 2, spread.least(), 1e-3);
        assertEquals(most / 2, spread.most(), 1e-3);
    }
}
