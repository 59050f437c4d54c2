package org.sipsleuth.evaluate.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConfusionTest {

    /// The counts behind the paper's Table 8 for the CNN: all its figures come out of them.
    @Test
    void thePapersFiguresComeFromRawCountsOnTheJointSet() {
        Confusion confusion = new Confusion(18_134 - 3_787, 3_787, 27, 648 - 27);
        assertEquals(0.958333, confusion.trueNegativeRate(), 5e-7);
        assertEquals(0.791166, confusion.truePositiveRate(), 5e-7);
        assertEquals(0.998122, confusion.precision(), 5e-7);
        assertEquals(0.796933, confusion.accuracy(), 5e-7);
        assertEquals(0.882675, confusion.f1(), 5e-7);
    }

    /// And those behind Table 9 for the LSTM.
    @Test
    void soDoThoseOfTheMaximumOutput() {
        Confusion confusion = new Confusion(18_142 - 9_817, 9_817, 14, 640 - 14);
        assertEquals(0.978125, confusion.trueNegativeRate(), 5e-7);
        assertEquals(0.458880, confusion.truePositiveRate(), 5e-7);
        assertEquals(0.628753, confusion.f1(), 5e-7);
    }

    /// 6 unknown dialogs, 4 of them found, and one known dialog called unknown.
    @Test
    void unknownDialogsArePositiveTheOtherWayRound() {
        Confusion unknown = new Confusion(9, 1, 2, 4).ofUnknown();
        assertEquals(4.0 / 5, unknown.precision(), 1e-12);
        assertEquals(4.0 / 6, unknown.truePositiveRate(), 1e-12);
        assertEquals(8.0 / 11, unknown.f1(), 1e-12);
    }

    @Test
    void whoFindsNothingHasAnF1OfZero() {
        assertEquals(0, new Confusion(10, 0, 6, 0).ofUnknown().f1(), 0);
    }
}
