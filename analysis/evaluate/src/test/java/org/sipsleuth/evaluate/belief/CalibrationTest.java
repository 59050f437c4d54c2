package org.sipsleuth.evaluate.belief;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.Inference;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.table.PaperTables;

final class CalibrationTest {

    /// Of a period with one message and nothing else the beliefs are a row of the tables.
    private static Belief belief() {
        return new Inference(PaperTables.working()).infer(Observation.NOTHING);
    }

    /// Once right and once wrong: the share correct is a half, whatever was believed.
    @Test
    void errorOfTheMostProbableClassIsNotDilutedByTheOthers() {
        Belief belief = belief();
        TrafficClass wrong = belief.leading() == TrafficClass.SCAN ? TrafficClass.DOS : TrafficClass.SCAN;
        Calibration calibration = new Calibration();
        calibration.add(belief.leading(), belief);
        calibration.add(wrong, belief);
        assertEquals(1, calibration.leadingBins().size());
        assertEquals(0.5, calibration.leadingBins().getFirst().right());
        assertEquals(Math.abs(belief.strength() - 0.5), calibration.leadingError(), 1e-12);
        assertEquals(12, calibration.bins().stream().mapToLong(Calibration.Bin::count).sum());
    }

    @Test
    void nothingHasNoError() {
        assertEquals(0, new Calibration().leadingError());
        assertEquals(0, new Calibration().expectedError());
        assertEquals(0, LabelledPeriods.none().size());
    }
}
