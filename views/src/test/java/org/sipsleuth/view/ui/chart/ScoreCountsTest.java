package org.sipsleuth.view.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoreCountsTest {

    private static final double[] SCORES = {1, 5, Double.NaN, 3, 3, 9};

    @Test
    void countsAreThoseAtOrAboveTheThreshold() {
        BitSet malicious = new BitSet();
        malicious.set(1);
        malicious.set(3);
        ScoreCounts counts = ScoreCounts.of(SCORES, Optional.of(malicious));
        assertTrue(counts.hasRoc());
        assertEquals(new ScoreCounts.Counts(4, 5, 2, 2), counts.at(3));
        assertEquals(new ScoreCounts.Counts(2, 5, 1, 2), counts.at(3.1));
        assertEquals(0.5, counts.at(3.1).foundShare());
        assertEquals(1.0 / 3, counts.at(3.1).falseShare());
    }

    @Test
    void theAreaIsTheShareOfPairsInTheRightOrder() {
        BitSet malicious = new BitSet();
        malicious.set(1);
        malicious.set(3);
        // 5 above 1 and 3 of (1, 3, 9); 3 above 1, level with 3
        assertEquals(3.5 / 6, ScoreCounts.of(SCORES, Optional.of(malicious)).area(), 1e-12);
    }

    @Test
    void withoutATruthThereIsNoRoc() {
        ScoreCounts counts = ScoreCounts.of(SCORES, Optional.empty());
        assertFalse(counts.hasRoc());
        assertEquals(0.4, counts.at(5).flaggedShare());
    }
}
