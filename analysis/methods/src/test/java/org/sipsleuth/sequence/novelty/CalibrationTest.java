package org.sipsleuth.sequence.novelty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final int DAY = 86_400;

    private static Optional<Calibration> of(HopScene scene) {
        return NoveltyTrainer.calibrated(scene.laterUnits(), new BitSet(), Optional.empty())
                .orElseThrow()
                .calibration();
    }

    /// 3 of 9 held-out dialogs have 4 bits or more, and the dialog itself is the tenth.
    @Test
    void pValueIsTheShareThatIsAsSurprising() {
        Calibration calibration = new Calibration(Map.of(1.0, 6L, 4.0, 2L, 7.0, 1L), 3, true);
        assertEquals(1, calibration.pValue(0.5));
        assertEquals(0.4, calibration.pValue(4));
        assertEquals(0.2, calibration.pValue(5));
        assertEquals(0.1, calibration.pValue(8));
        assertEquals(9, calibration.dialogs());
    }

    @Test
    void quantileIsNotExceededByThatShare() {
        Calibration calibration = new Calibration(Map.of(1.0, 98L, 4.0, 1L, 7.0, 1L), 3, true);
        assertEquals(1, calibration.quantile(0.9));
        assertEquals(4, calibration.quantile(0.99));
        assertEquals(7, calibration.quantile(1));
    }

    @Test
    void eachDayIsHeldOut() {
        HopScene scene = new HopScene().calls(50);
        for (int day = 1; day < 3; day++) {
            scene.after(DAY).calls(50);
        }
        Calibration calibration = of(scene).orElseThrow();
        assertTrue(calibration.isByDay());
        assertEquals(3, calibration.folds());
        assertEquals(151, calibration.dialogs());
    }

    @Test
    void partsOfAShortBaselineAreHeldOut() {
        Calibration calibration = of(new HopScene().calls(150)).orElseThrow();
        assertFalse(calibration.isByDay());
        assertEquals(5, calibration.folds());
    }

    /// What only one part has surprises the model of the others.
    @Test
    void heldOutDialogsAreScoredByAModelThatNeverSawThem() {
        HopScene scene = new HopScene().calls(100);
        scene.callId("x").transaction("MESSAGE 200").calls(100);
        Calibration calibration = of(scene).orElseThrow();
        assertTrue(calibration.quantile(1) > 10, "" + calibration.quantile(1));
        assertTrue(calibration.quantile(0.95) < 3, "" + calibration.quantile(0.95));
    }

    @Test
    void dialogsLeftOutAreNeitherLearnedNorHeldOut() {
        HopScene scene = new HopScene().calls(120).callId("x").transaction("MESSAGE 200");
        HopUnits units = scene.laterUnits();
        BitSet leftOut = new BitSet();
        leftOut.set(units.index().dialogs().find("x"));
        NoveltyModel model = NoveltyTrainer.calibrated(units, leftOut, Optional.empty()).orElseThrow();
        assertEquals(121, model.dialogs().observed());
        assertEquals(121, model.calibration().orElseThrow().dialogs());
        assertFalse(model.isObserved(TransactionWord.of("MESSAGE 200", false)));
    }

    @Test
    void fewDialogsGiveNoCalibration() {
        assertEquals(Optional.empty(), of(new HopScene().calls(50)));
    }

    @Test
    void impossibleScoresAreRefused() {
        Map<Double, Long> negative = Map.of(-1.0, 1L);
        Map<Double, Long> none = Map.of();
        assertThrows(IllegalArgumentException.class, () -> new Calibration(negative, 2, true));
        assertThrows(IllegalArgumentException.class, () -> new Calibration(none, 2, true));
    }
}
