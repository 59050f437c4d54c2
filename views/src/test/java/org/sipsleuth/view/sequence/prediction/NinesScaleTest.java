package org.sipsleuth.view.sequence.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NinesScaleTest {

    @Test
    void nearOneEachNineTakesTheSameRoom() {
        NinesScale scale = NinesScale.around(0.9995);
        assertEquals(5, scale.nines());
        assertEquals(0.2, scale.place(0.9), 1e-9);
        assertEquals(0.4, scale.place(0.99), 1e-9);
        assertEquals(1, scale.place(1));
        assertTrue(scale.place(0.9996) > scale.place(0.9995));
        assertEquals(4, scale.ticks().size());
    }

    @Test
    void aLowThresholdGetsAPlainScale() {
        NinesScale scale = NinesScale.around(0.6);
        assertEquals(0.6, scale.place(0.6));
        assertEquals(0.3, scale.place(0.3));
    }

    @Test
    void nothingLeavesTheBar() {
        for (double threshold : new double[]{-1, 0, 0.5, 0.9, 1, Double.NaN}) {
            NinesScale scale = NinesScale.around(threshold);
            assertEquals(0, scale.place(-3));
            assertEquals(1, scale.place(2));
        }
    }
}
