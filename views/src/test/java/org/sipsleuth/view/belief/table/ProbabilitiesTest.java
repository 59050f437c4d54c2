package org.sipsleuth.view.belief.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProbabilitiesTest {

    @Test
    void aProbabilityIsWrittenAsShortAsItCanBe() {
        assertEquals("0", Probabilities.words(0));
        assertEquals("1", Probabilities.words(1));
        assertEquals("0.2", Probabilities.words(0.2));
        assertEquals("0.1111", Probabilities.words(1.0 / 9));
    }

    @Test
    void aCommaIsAPointAndWordsAreNoNumber() {
        assertEquals(0.5, Probabilities.read("0,5"));
        assertTrue(Double.isNaN(Probabilities.read("half")));
        assertTrue(Double.isNaN(Probabilities.read("")));
    }
}
