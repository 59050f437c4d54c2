package org.sipsleuth.view.sequence.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void aPlaceLeadsBackToItsValue() {
        for (Scale scale : Scale.values()) {
            for (double value : new double[]{0, 0.2, 0.9, 0.999}) {
                assertEquals(value, scale.value(scale.place(value)), 1e-12);
            }
        }
    }

    @Test
    void theLogarithmSpreadsValuesCloseToOne() {
        assertEquals(3, Scale.LOG.place(0.999), 1e-9);
        assertTrue(Scale.LOG.place(0.9999) - Scale.LOG.place(0.999) > 0.9);
    }

    @Test
    void oneAndMoreLieAtTheEndOfTheAxis() {
        assertEquals(Scale.LOG.most(), Scale.LOG.place(1), 1e-9);
        assertEquals(Scale.LOG.most(), Scale.LOG.place(1.5), 1e-9);
    }

    @Test
    void placesOfTheLogarithmAreWhatIsMissingToOne() {
        assertEquals("1", Scale.LOG.label(0, 0));
        assertEquals("10⁻³", Scale.LOG.label(3, 0));
        assertEquals("10⁻¹²", Scale.LOG.label(12, 0));
        assertEquals("3.16·10⁻⁴", Scale.LOG.label(3.5, 1));
        assertEquals("0.35", Scale.LINEAR.label(0.35, 2));
    }
}
