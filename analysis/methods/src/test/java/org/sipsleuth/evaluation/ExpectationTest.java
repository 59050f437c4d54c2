package org.sipsleuth.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExpectationTest {

    private static final Spread SPREAD = Spread.of(0.96, 0.98, 1.0);

    @Test
    void everyMeasurementMustBeAsAsked() {
        assertTrue(Expectation.atLeast(0.96).isMetBy(SPREAD));
        assertFalse(Expectation.atLeast(0.97).isMetBy(SPREAD));
        assertTrue(Expectation.atMost(1).isMetBy(SPREAD));
        assertFalse(Expectation.atMost(0.99).isMetBy(SPREAD));
        assertFalse(Expectation.exactly(0.98).isMetBy(SPREAD));
        assertTrue(Expectation.exactly(0.98).isMetBy(Spread.of(0.98)));
    }

    @Test
    void whereNothingIsAskedNothingIsMet() {
        assertNull(new EvaluationRow("x", null, SPREAD, null).met());
        assertEquals(0.98, SPREAD.mean(), 1e-12);
    }
}
